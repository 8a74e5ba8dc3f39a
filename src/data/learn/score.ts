// How good foreseen values are: accuracy, balanced accuracy, R2, the area under the ROC curve, each with its error.

import type { Foreseen } from './foresee.ts'

export interface Score {
  readonly score: number
  /** standard error */
  readonly error: number
  readonly balanced?: number
}

export function argmax(values: ArrayLike<number>, at: number, width: number): number {
  let best = 0
  for (let k = 1; k < width; k++) if (values[at + k]! > values[at + best]!) best = k
  return best
}

/** Share of rows whose likeliest class is theirs. */
export function accuracyOf({ values, width }: Foreseen, rows: ArrayLike<number>, target: ArrayLike<number>): Score {
  const [right, all] = [new Float64Array(width), new Float64Array(width)]
  for (let i = 0; i < rows.length; i++) {
    const own = target[rows[i]!]!
    all[own]! += 1
    if (argmax(values, i * width, width) === own) right[own]! += 1
  }
  const n = Math.max(1, rows.length)
  const score = right.reduce((a, b) => a + b, 0) / n
  const seen = [...all.keys()].filter((k) => all[k]! > 0)
  const balanced = seen.reduce((sum, k) => sum + right[k]! / all[k]!, 0) / Math.max(1, seen.length)
  return { score, error: Math.sqrt(Math.max(score * (1 - score), 1 / (4 * n)) / n), balanced }
}

/** 1 less the mean squared error over the variance; its error by the spread of the squared errors. */
export function r2Of({ values }: Foreseen, rows: ArrayLike<number>, target: ArrayLike<number>): Score {
  const n = Math.max(1, rows.length)
  let mean = 0
  for (let i = 0; i < rows.length; i++) mean += target[rows[i]!]! / n
  let [residual, total] = [0, 0]
  const squares = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const own = target[rows[i]!]!
    squares[i] = (own - values[i]!) ** 2
    residual += squares[i]!
    total += (own - mean) ** 2
  }
  if (!(total > 0)) return { score: 0, error: 0 }
  let spread = 0
  for (const one of squares) spread += (one - residual / n) ** 2
  return { score: 1 - residual / total, error: Math.sqrt(spread) / total }
}

/** Chance that a row of class 1 scores above one of class 0 (Mann-Whitney), ties half. */
export function aucOf(scores: ArrayLike<number>, isSecond: (i: number) => boolean): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!)
  let [ranks, second, i] = [0, 0, 0]
  while (i < order.length) {
    let j = i
    while (j < order.length && scores[order[j]!] === scores[order[i]!]) j++
    for (let k = i; k < j; k++)
      if (isSecond(order[k]!)) {
        ranks += (i + j + 1) / 2
        second++
      }
    i = j
  }
  const first = order.length - second
  return first === 0 || second === 0 ? 0.5 : (ranks - (second * (second + 1)) / 2) / (first * second)
}

/** Standard error of that area where both sides are alike (Hanley & McNeil 1982). */
export function aucError(first: number, second: number): number {
  return Math.sqrt((first + second + 1) / (12 * Math.max(1, first) * Math.max(1, second)))
}

// Names of classes and their numbers: whoever writes a prediction as `cat`, 3 or `3.0` means the same class.

/** A class by one name: `3.0` is `3`, `True` is `true`. Undefined for what is missing or not finite. */
export function className(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  const text = String(value).trim()
  if (text === '') return undefined
  if (/^-?\d+\.0+$/.test(text)) return String(Number(text))
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text
}

/** Numbers by size, else words by their letters: the order in which encoders number classes. */
export function inOrder(names: Iterable<string>): string[] {
  const all = [...new Set(names)]
  const numeric = all.every((name) => name !== '' && Number.isFinite(Number(name)))
  return all.sort(numeric ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Whether the names are 0, 1, 2, ... */
export function areIndices(names: readonly string[]): boolean {
  return names.every((name, i) => name === String(i))
}

/** Spellings of false and true; readers of CSV take the words for what they mean. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['0', '1'],
  ['false', 'true'],
  ['no', 'yes'],
]
const LETTERS: typeof SPELLINGS = [...SPELLINGS, ['n', 'y'], ['f', 't']]

/** Whether a word means false (0) or true (1). */
export function truthValue(name: string): 0 | 1 | undefined {
  const found = LETTERS.find((pair) => pair.includes(name.toLowerCase()))
  return found && (found[1] === name.toLowerCase() ? 1 : 0)
}

/** Whether all names mean false or true and some are spelled otherwise than others: `true` here and 1 there. */
export function areMixedSpellings(names: readonly string[]): boolean {
  const within = (pair: readonly string[]) => names.every((name) => pair.includes(name.toLowerCase()))
  return names.every((name) => SPELLINGS.some((pair) => pair.includes(name.toLowerCase()))) && !SPELLINGS.some(within)
}

/** Rows of logits into rows that sum to 1. */
export function softmaxRows(logits: Float64Array, width: number): Float64Array {
  const out = new Float64Array(logits.length)
  for (let at = 0; at < logits.length; at += width) {
    let most = Number.NEGATIVE_INFINITY
    for (let k = 0; k < width; k++) most = Math.max(most, logits[at + k]!)
    let sum = 0
    for (let k = 0; k < width; k++) {
      out[at + k] = Math.exp(logits[at + k]! - most)
      sum += out[at + k]!
    }
    for (let k = 0; k < width; k++) out[at + k]! /= sum
  }
  return out
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** Of what sums to so much beside 1 each row is divided by its sum: rounded numbers, or a sigmoid for each class. */
const BESIDE = 1e-3

/** Rows of probabilities that sum to 1; a row of zeros is as much of each class. */
export function sumToOne(values: Float64Array, width: number): Float64Array {
  const out = values.slice()
  for (let at = 0; at < out.length; at += width) {
    let sum = 0
    for (let k = 0; k < width; k++) sum += out[at + k]!
    if (Math.abs(sum - 1) > BESIDE)
      for (let k = 0; k < width; k++) out[at + k] = sum > 0 ? out[at + k]! / sum : 1 / width
  }
  return out
}

/** The place of the largest of each row; NaN where one of it is NaN. */
export function argmaxRows(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length / width)
  for (let row = 0; row < out.length; row++) {
    let best = 0
    for (let k = 0; k < width; k++) {
      const value = values[row * width + k]!
      if (Number.isNaN(value)) best = Number.NaN
      else if (value > values[row * width + best]!) best = k
    }
    out[row] = best
  }
  return out
}

/** A sum of probabilities may differ so much from 1 by rounding. */
const ROUNDED = 0.05
/** So many rows of logits do not all lie in 0..1 by chance. */
const ROWS = 20

/**
 * What the outputs of a model are by their numbers alone: logits lie anywhere, probabilities in 0..1 and sum to 1. Many rows
 * in 0..1 with another sum are probabilities of each class by itself.
 */
export function kindOfOutputs(values: Float64Array, width: number): 'probabilities' | 'logits' {
  const few = values.length < ROWS * width
  for (let at = 0; at < values.length; at += width) {
    let sum = 0
    for (let k = 0; k < width; k++) {
      const value = values[at + k]!
      if (value < -1e-6 || value > 1 + 1e-6) return 'logits'
      sum += value
    }
    if (few && width > 1 && Math.abs(sum - 1) > ROUNDED) return 'logits'
  }
  return 'probabilities'
}

/** Values that are NaN or Inf. */
export function countNonFinite(values: Float64Array): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) count++
  return count
}

// Predictions to measure: drawn, or from plain arrays.
import fc from 'fast-check'
import { gaussian, uniform } from '../../signal/generator.ts'
import type { Predicted } from './predicted.ts'

const NONE = { split: 'test', source: 'test.csv', nonFinite: 0 } as const
export const names = (count: number) => Array.from({ length: count }, (_, k) => `c${k}`)

/** Classes from rows of probabilities; what is predicted is the largest unless it is given. */
export function classified(
  probabilities: readonly (readonly number[])[],
  truth: readonly number[],
  predicted: readonly number[] = probabilities.map((row) => row.indexOf(Math.max(...row))),
): Predicted {
  return {
    ...NONE,
    task: 'classification',
    classes: names(probabilities[0]?.length ?? 2),
    rows: truth.length,
    truth: Float64Array.from(truth),
    predicted: Float64Array.from(predicted),
    probabilities: Float64Array.from(probabilities.flat()),
    outputs: 'probabilities',
  }
}

/** Classes without probabilities. */
export function called(truth: readonly number[], predicted: readonly number[], classes: number): Predicted {
  const { probabilities: _, ...rest } = classified([names(classes).map(() => 0)], truth, predicted)
  return { ...rest, outputs: 'classes' }
}

export function labelled(
  probabilities: readonly (readonly number[])[],
  truth: readonly (readonly number[])[],
): Predicted {
  const width = probabilities[0]!.length
  return {
    ...NONE,
    task: 'multilabel',
    classes: names(width),
    rows: truth.length,
    truth: Float64Array.from(truth.flat()),
    predicted: Float64Array.from(probabilities.flat(), (p) => Number(p > 0.5)),
    probabilities: Float64Array.from(probabilities.flat()),
    outputs: 'probabilities',
  }
}

export function quantities(truth: ArrayLike<number>, predicted: ArrayLike<number>): Predicted {
  return {
    ...NONE,
    task: 'regression',
    classes: [],
    rows: truth.length,
    truth: Float64Array.from(truth),
    predicted: Float64Array.from(predicted),
    outputs: 'values',
  }
}

/** Rows of softmax(logits / temperature), whose classes are drawn by softmax(logits). */
export function drawn(rows: number, width: number, seed: number, temperature = 1): Predicted {
  const [next, normal] = [uniform(seed), gaussian(seed + 1)]
  const truth: number[] = []
  const probabilities = Array.from({ length: rows }, () => {
    const logits = Array.from({ length: width }, () => 2 * normal())
    const own = softmax(logits)
    let [left, k] = [next(), 0]
    while (k < width - 1 && left >= own[k]!) left -= own[k++]!
    truth.push(k)
    return softmax(logits.map((one) => one / temperature))
  })
  return classified(probabilities, truth)
}

export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const all = logits.map((one) => Math.exp(one - most))
  const sum = all.reduce((a, b) => a + b, 0)
  return all.map((one) => one / sum)
}

/** Any classification of 1 to 40 rows and 2 to 5 classes, some rows without truth. */
export const anyClassified: fc.Arbitrary<Predicted> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, width]) =>
    fc.tuple(
      fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: width, maxLength: width }), {
        minLength: rows,
        maxLength: rows,
      }),
      fc.array(
        fc.oneof({ weight: 9, arbitrary: fc.nat(width - 1) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
    ),
  )
  .map(([logits, truth]) => classified(logits.map(softmax), truth))

/** The rows that count, as plain objects. */
export function plainRows(own: Predicted) {
  const width = own.classes.length
  return Array.from({ length: own.rows }, (_, row) => ({
    truth: own.truth[row]!,
    predicted: own.predicted[row]!,
    p: Array.from(own.probabilities?.subarray(row * width, (row + 1) * width) ?? []),
  })).filter((one) => !Number.isNaN(one.truth) && Number.isFinite(one.predicted))
}

export const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length

import { describe, expect, test } from 'vitest'
import { gaussian } from '../signal/generator.ts'
import { type Explained, explain } from './explain.ts'
import type { Runner } from './run/runner.ts'

/** Two standard normal features; the model is a function of both. */
function explained(
  split: Explained['split'],
  count: number,
  truth: (x: number, z: number) => number,
  task: 'classification' | 'regression',
): Explained {
  const draw = gaussian(count)
  const data = Float32Array.from({ length: 2 * count }, () => draw())
  const values = Float64Array.from({ length: count }, (_, i) => truth(data[2 * i]!, data[2 * i + 1]!))
  return { split, rows: { data, count }, truth: { task, classes: [], values }, logits: false }
}
const runner = (of: (x: number, z: number) => number): Runner =>
  ({
    inputs: 2,
    outputs: 1,
    run: async (rows: Float32Array, count: number) =>
      Float64Array.from({ length: count }, (_, i) => of(rows[2 * i]!, rows[2 * i + 1]!)),
    close: async () => {},
  }) as unknown as Runner
/** A clock of a machine that is fast enough for all rows. */
const clock = () => {
  let calls = 0
  return () => 20 * Math.floor(calls++ / 100)
}
const why = (own: Runner, splits: readonly Explained[]) => explain(own, ['x', 'z'], splits, 1, clock())

describe('why a model predicts so', () => {
  test('names the feature that a regression rests on, on the training and on unseen rows', async () => {
    const of = (x: number) => 3 * x
    const own = await why(runner(of), [
      explained('train', 200, of, 'regression'),
      explained('test', 150, of, 'regression'),
    ])
    expect(own.importance!.map((one) => [one.split, one.feature, one.measure])).toEqual([
      ['train', 'x', 'r2'],
      ['train', 'z', 'r2'],
      ['test', 'x', 'r2'],
      ['test', 'z', 'r2'],
    ])
    for (const one of own.importance!) {
      expect(one.score).toBeCloseTo(1, 10)
      if (one.feature === 'x') expect(Math.abs(one.drop - 2)).toBeLessThan(0.7)
      else expect(one.drop).toBeCloseTo(0, 10)
      if (one.split === 'train') expect(one).not.toHaveProperty('shapley')
    }
    const [x, z] = own.importance!.slice(2)
    // the mean size of 3 times a standard normal number less a mean near 0
    expect(Math.abs(x!.shapley! - 3 * Math.sqrt(2 / Math.PI))).toBeLessThan(0.8)
    expect(z!.shapley).toBeCloseTo(0, 6)
    expect(Math.abs(x!.lime! - 3)).toBeLessThan(1)
    expect(own.smallestSet).toMatchObject([{ split: 'test', enough: 1, of: 2, steps: [{ feature: 'x' }] }])
  })

  test('scores a single probability by a half, a logit by 0', async () => {
    const truth = (x: number) => Number(x > 0)
    const one = explained('test', 100, truth, 'classification')
    const own = await why(
      runner((x) => 0.5 + 0.1 * Math.tanh(x)),
      [one],
    )
    expect(own.importance![0]).toMatchObject({ split: 'test', score: 1, measure: 'accuracy' })
    const logits = await why(
      runner((x) => 0.1 * x),
      [{ ...one, logits: true }],
    )
    expect(logits.importance![0]!.score).toBe(1)
  })

  test('says nothing of few rows, or of rows whose truth is not known', async () => {
    const own = runner((x) => x)
    expect(await why(own, [explained('test', 10, (x) => x, 'regression')])).toEqual({})
    expect(await why(own, [explained('test', 100, () => Number.NaN, 'regression')])).toEqual({})
    expect(await why(own, [])).toEqual({})
  })

  test('scores the rows whose truth is known', async () => {
    let i = 0
    const own = await why(
      runner((x) => x),
      [explained('test', 100, (x) => (i++ % 3 === 0 ? Number.NaN : x), 'regression')],
    )
    expect(own.importance![0]!.score).toBeCloseTo(1, 10)
  })
})

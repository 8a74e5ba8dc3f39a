import { describe, expect, test } from 'vitest'
import { model, normalRows, singles } from './models.fixture.ts'
import type { Groups, Predicting, Rows, ScoreOf } from './predictor.ts'
import { smallestSet, usual } from './smallest-set.ts'

const r2 =
  (truth: Float64Array): ScoreOf =>
  (outputs) => {
    const mean = truth.reduce((sum, one) => sum + one / truth.length, 0)
    const residual = outputs.reduce((sum, one, i) => sum + (one - truth[i]!) ** 2, 0)
    return 1 - residual / truth.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  }

/** The obvious twin: one set of free groups at a time, in a copy of all rows. */
async function slow(own: Predicting, rows: Rows, groups: Groups, score: ScoreOf, goal: number) {
  const held = usual(rows, own.features, groups)
  const free: number[] = []
  const steps: { group: number; score: number }[] = []
  while (free.length < groups.length && (steps.at(-1)?.score ?? Number.NEGATIVE_INFINITY) < goal) {
    let best = { group: -1, score: Number.NEGATIVE_INFINITY }
    for (let group = 0; group < groups.length; group++) {
      if (free.includes(group)) continue
      const copy = rows.data.slice()
      for (let row = 0; row < rows.count; row++)
        for (let i = 0; i < own.features; i++)
          if (![...free, group].some((one) => groups[one]!.includes(i))) copy[row * own.features + i] = held[i]!
      const given = score(await own.predict(copy, rows.count))
      if (given > best.score) best = { group, score: given }
    }
    free.push(best.group)
    steps.push(best)
  }
  return steps
}

describe('the smallest set', () => {
  test('is found as by trying one set at a time', async () => {
    const own = model(7, (x) => [3 * x[0]! + x[1]! * x[2]! + Math.sin(x[3]!) + 0.1 * x[5]!])
    const rows = normalRows(200, 7, 1)
    const groups = [[0], [1, 2], [3], [4], [5, 6]]
    const score = r2(await own.predict(rows.data, 200))
    const order = [0, 1, 2, 3, 4]
    const given = await smallestSet(own, rows, groups, score, { order, share: 0.999 })
    const goal = given.none + 0.999 * (given.whole - given.none)
    expect(given.steps).toEqual(await slow(own, rows, groups, score, goal))
    expect(given).toMatchObject({ whole: 1, kept: true, enough: given.steps.length })
    expect(given.steps.map((one) => one.group).slice(0, 3)).toEqual([0, 1, 2])
  })

  test('of a model that listens to two of thirty features is these two', async () => {
    const own = model(30, (x) => [x[7]! + x[21]!])
    const rows = normalRows(150, 30, 2)
    const score = r2(await own.predict(rows.data, 150))
    const order = [7, 21, ...Array.from({ length: 30 }, (_, i) => i).filter((i) => i !== 7 && i !== 21)]
    const { steps, kept } = await smallestSet(own, rows, singles(30), score, { order, candidates: 5 })
    expect(steps.map((one) => one.group).sort((a, b) => a - b)).toEqual([7, 21])
    expect(kept).toBe(true)
  })

  test('is empty where no feature matters, and says so where it gives up', async () => {
    const rows = normalRows(20, 3, 3)
    const flat = await smallestSet(
      model(3, () => [1]),
      rows,
      singles(3),
      () => 0.5,
      { order: [0, 1, 2] },
    )
    expect(flat).toEqual({ whole: 0.5, none: 0.5, steps: [], enough: 0, kept: true })
    const own = model(3, (x) => [x[0]! + x[1]! + x[2]!])
    const score = r2(await own.predict(rows.data, 20))
    const short = await smallestSet(own, rows, singles(3), score, { order: [0, 1, 2], most: 1 })
    expect(short).toMatchObject({ enough: 1, kept: false })
  })

  test('holds what is usual: the mean of a number, the commonest of a category', () => {
    const rows = { count: 3, data: Float32Array.of(1, 1, 0, 2, 0, 1, 6, 0, 1) }
    expect([...usual(rows, 3, [[0], [1, 2]])]).toEqual([3, 0, 1])
  })
})

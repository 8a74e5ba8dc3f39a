import { describe, expect, test } from 'vitest'
import { uniform } from '../../signal/generator.ts'
import { linear, model, normalRows, singles } from './models.fixture.ts'
import { permutationImportance } from './permutation.ts'
import type { Groups, Predicting, Rows, ScoreOf } from './predictor.ts'

/** A score that depends on which output belongs to which row. */
const near =
  (truth: Float64Array): ScoreOf =>
  (outputs) =>
    -outputs.reduce((sum, one, i) => sum + (one - truth[i]!) ** 2, 0) / truth.length

/** The obvious twin: one shuffle of one group at a time, in a copy of all rows. */
async function slow(own: Predicting, rows: Rows, groups: Groups, score: ScoreOf, seed: number, repeats: number) {
  const next = uniform(seed)
  const orders = Array.from({ length: repeats }, () => {
    const order = Array.from({ length: rows.count }, (_, i) => i)
    for (let i = rows.count - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    return order
  })
  const whole = score(await own.predict(rows.data, rows.count))
  const drops: number[][] = []
  for (const group of groups) {
    const list: number[] = []
    for (const order of orders) {
      const copy = rows.data.slice()
      order.forEach((from, row) => {
        for (const i of group) copy[row * own.features + i] = rows.data[from * own.features + i]!
      })
      list.push(whole - score(await own.predict(copy, rows.count)))
    }
    drops.push(list)
  }
  return drops
}

describe('permutation importance', () => {
  test('equals shuffling one group at a time, with the error of the mean', async () => {
    const own = model(4, (x) => [x[0]! * x[1]! + Math.sin(x[2]!), x[3]!])
    const groups = [[0], [1, 2], [3]]
    for (const count of [1, 2, 37, 20_000]) {
      const rows = normalRows(count, 4, count)
      const truth = await own.predict(rows.data, count)
      const given = await permutationImportance(own, rows, groups, near(truth), { seed: 7, repeats: 3 })
      const twin = await slow(own, rows, groups, near(truth), 7, 3)
      twin.forEach((list, i) => {
        const mean = list.reduce((sum, one) => sum + one / 3, 0)
        const spread = Math.sqrt(list.reduce((sum, one) => sum + (one - mean) ** 2 / 2, 0))
        expect(given.groups[i]!.drop).toBeCloseTo(mean, 10)
        expect(given.groups[i]!.error).toBeCloseTo(spread / Math.sqrt(3), 10)
      })
    }
  })

  test('of a linear model is twice the squared weight times the variance', async () => {
    const weights = [2, -1, 0, 0.5]
    const rows = normalRows(4000, 4, 3)
    const own = linear(weights)
    const truth = await own.predict(rows.data, rows.count)
    const { groups, whole } = await permutationImportance(own, rows, singles(4), near(truth), { seed: 1, repeats: 8 })
    expect(whole).toBeCloseTo(0)
    weights.forEach((weight, i) => {
      expect(groups[i]!.drop).toBeCloseTo(2 * weight ** 2, weight === 0 ? 9 : 0)
      expect(Math.abs(groups[i]!.drop - 2 * weight ** 2)).toBeLessThanOrEqual(0.1 * weight ** 2)
    })
  })

  test('of features that do the same to equal values is the same, for the shuffles are shared', async () => {
    const rows = normalRows(50, 2, 5)
    for (let row = 0; row < 50; row++) rows.data[row * 2 + 1] = rows.data[row * 2]!
    const own = linear([1, 1])
    const score = near(await own.predict(rows.data, 50))
    const { groups } = await permutationImportance(own, rows, singles(2), score, { seed: 2 })
    expect(groups[0]).toEqual(groups[1])
  })

  test('of one shuffle has no error to tell', async () => {
    const own = linear([1])
    const rows = normalRows(9, 1, 1)
    const { groups } = await permutationImportance(own, rows, [[0]], near(new Float64Array(9)), { seed: 1, repeats: 1 })
    expect(groups[0]!.error).toBe(0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussian } from '../../signal/generator.ts'
import { called, mean, quantities } from '../predictions/predicted.fixture.ts'
import { residualsOf } from './residuals.ts'

const draws = (count: number, seed: number) => {
  const draw = gaussian(seed)
  return Array.from({ length: count }, () => draw())
}
const of = (truth: readonly number[], predicted: readonly number[]) => residualsOf(quantities(truth, predicted), 1)!

describe('residuals', () => {
  test('are what plain code tells', () => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 80 }), (list) => {
        const [y, p] = [list.map((one) => one[0]), list.map((one) => one[1])]
        const given = of(y, p)
        const squares = mean(list.map(([a, b]) => (a - b) ** 2))
        expect(given.rows).toBe(list.length)
        expect(given.rmse).toBeCloseTo(Math.sqrt(squares), 8)
        expect(given.mae).toBeCloseTo(mean(list.map(([a, b]) => Math.abs(a - b))), 8)
        expect(given.mean).toBeCloseTo(mean(y) - mean(p), 8)
        expect(given.range).toEqual([Math.min(...y), Math.max(...y)])
        expect(given.predictedRange).toEqual([Math.min(...p), Math.max(...p)])
        expect(given.spread).toBeCloseTo(Math.sqrt(mean(y.map((one) => (one - mean(y)) ** 2))), 8)
        if (given.spread > 1e-3) expect(given.r2).toBeCloseTo(1 - squares / given.spread ** 2, 6)
        expect(given.beyond).toBeCloseTo(mean(y.map((one) => Number(one < Math.min(...p) || one > Math.max(...p)))), 12)
        expect(given.atBound).toBeGreaterThan(0)
        // no line fits worse than the predictions themselves
        if (given.spread > 1e-3) expect(given.r2Then).toBeGreaterThanOrEqual(given.r2 - 1e-9)
        expect(given.truth.map((one, i) => [one, given.predicted[i]!])).toEqual(list)
      }),
    )
  })

  test('name the line that mends predictions of another scale and origin', () => {
    const y = draws(500, 1)
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.boolean(),
        (scale, origin, turned) => {
          const slope = turned ? -scale : scale
          const given = of(
            y,
            y.map((one) => (one - origin) / slope),
          )
          expect(given.slope / slope).toBeCloseTo(1, 6)
          expect(given.intercept).toBeCloseTo(origin, 4)
          expect(given.r2Then).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  test('see a bound that predictions do not pass', () => {
    const y = draws(400, 2)
    const given = of(
      y,
      y.map((one) => Math.max(0, one)),
    )
    expect(given.atBound).toBeGreaterThan(0.4)
    expect(given.beyond).toBeGreaterThan(0.4)
  })

  test('see a curve and a spread that widens, and neither in noise', () => {
    const [x, noise] = [draws(2_000, 3), draws(2_000, 4)]
    const curved = of(
      x.map((one) => one + one ** 2),
      x,
    )
    expect(curved.curved).toBeGreaterThan(0.6)
    const widening = of(
      x.map((one, i) => one + Math.exp(one) * noise[i]!),
      x,
    )
    expect(widening.widening).toBeGreaterThan(0.5)
    const plain = of(
      x.map((one, i) => one + noise[i]!),
      x,
    )
    expect(plain.curved).toBeLessThan(0.02)
    expect(Math.abs(plain.widening)).toBeLessThan(0.08)
  })

  test('see nothing in the order of the rows where one value is always predicted', () => {
    const given = of(
      Array.from({ length: 500 }, (_, i) => i),
      new Array<number>(500).fill(0),
    )
    expect(given.widening).toBe(0)
    expect(given.curved).toBe(0)
    expect(given.slope).toBe(0)
    expect(given.intercept).toBeCloseTo(249.5, 10)
  })

  test('rank equal values alike, as Spearman does', () => {
    const p = Array.from({ length: 400 }, (_, i) => i % 4)
    const y = p.map((one, i) => one + (i % 8 < 4 ? 1 : -1) * one)
    expect(of(y, p).widening).toBeCloseTo(1, 12)
    const back = [...p.keys()].reverse()
    expect(
      of(
        back.map((i) => y[i]!),
        back.map((i) => p[i]!),
      ).widening,
    ).toBeCloseTo(1, 12)
  })

  test('of many rows are those of all, the shapes those of a sample', () => {
    const [x, noise] = [draws(50_000, 6), draws(50_000, 7)]
    const given = of(
      x.map((one, i) => one + one ** 2 + noise[i]!),
      x,
    )
    expect(given.rows).toBe(50_000)
    expect(given.truth).toHaveLength(400)
    expect(given.curved).toBeGreaterThan(0.4)
    expect(given.curved).toBeLessThan(0.5)
    expect(given.rmse).toBeCloseTo(2, 1)
  })

  test('of a truth without spread have no R2 rather than a wrong one', () => {
    const given = of([4, 4, 4], [1, 2, 3])
    expect(given.r2).toBeNaN()
    expect(given.r2Then).toBe(0)
  })

  test('of classes, and of fewer than three rows, are none', () => {
    expect(residualsOf(called([0, 1, 0], [0, 1, 0], 2), 1)).toBeUndefined()
    expect(residualsOf(quantities([1, 2], [1, 2]), 1)).toBeUndefined()
    expect(residualsOf(quantities([1, 2, Number.NaN], [1, 2, 3]), 1)).toBeUndefined()
  })
})

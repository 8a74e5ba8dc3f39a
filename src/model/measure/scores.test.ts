import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussian } from '../../signal/generator.ts'
import {
  anyClassified,
  called,
  classified,
  drawn,
  labelled,
  mean,
  plainRows,
  quantities,
} from '../predictions/predicted.fixture.ts'
import type { Predicted } from '../predictions/predicted.ts'
import { guessFrom, scoresOf } from './scores.ts'

const all = (own: Predicted, guess = guessFrom(own), seed = 1) => scoresOf(own, guess, seed)
const of = (own: Predicted, measure: string, by = 'model', seed = 1) =>
  all(own, guessFrom(own), seed).find((one) => one.measure === measure && one.of === by)!

/** The obvious twins. */
function recallOf(rows: ReturnType<typeof plainRows>, k: number): number {
  const own = rows.filter((one) => one.truth === k)
  return own.length === 0 ? Number.NaN : mean(own.map((one) => Number(one.predicted === k)))
}
function f1Of(rows: readonly { truth: number; predicted: number }[], k: number): number {
  const hits = rows.filter((one) => one.truth === k && one.predicted === k).length
  const [own, said] = [rows.filter((one) => one.truth === k).length, rows.filter((one) => one.predicted === k).length]
  if (hits === 0) return own + said > 0 ? 0 : Number.NaN
  const [precision, recall] = [hits / said, hits / own]
  return (2 * precision * recall) / (precision + recall)
}
const known = (list: readonly number[]) => mean(list.filter((one) => !Number.isNaN(one)))

const errors = (count: number, seed: number) => {
  const draw = gaussian(seed)
  const truth = Array.from({ length: count }, () => 100 + 5 * draw())
  return quantities(
    truth,
    truth.map((one) => one + draw()),
  )
}

describe('scores of classes', () => {
  test('are what plain code tells, and the intervals hold them', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const rows = plainRows(own)
        const given = all(own)
        expect(given.length === 0).toBe(rows.length === 0)
        if (rows.length === 0) return
        const value = (measure: string) => given.find((one) => one.of === 'model' && one.measure === measure)!.value
        const classes = own.classes.map((_, k) => k)
        expect(value('accuracy')).toBeCloseTo(mean(rows.map((one) => Number(one.truth === one.predicted))), 12)
        expect(value('balanced-accuracy')).toBeCloseTo(known(classes.map((k) => recallOf(rows, k))), 12)
        expect(value('macro-f1')).toBeCloseTo(known(classes.map((k) => f1Of(rows, k))), 12)
        expect(value('log-loss')).toBeCloseTo(
          mean(rows.map((one) => -Math.log(Math.max(2 ** -23, one.p[one.truth]!)))),
          10,
        )
        for (const one of given) {
          expect(one.low).toBeLessThanOrEqual(one.value)
          expect(one.high).toBeGreaterThanOrEqual(one.value)
        }
      }),
    )
  })

  test('of a constant guess are those of the commonest class of the training and of its shares', () => {
    const train = called([0, 0, 0, 1], [0, 0, 0, 0], 2)
    const test = classified(
      [
        [0.4, 0.6],
        [0.4, 0.6],
      ],
      [1, 0],
    )
    const given = all(test, guessFrom(train)).filter((one) => one.of === 'constant')
    expect(given.find((one) => one.measure === 'accuracy')!.value).toBe(0.5)
    expect(given.find((one) => one.measure === 'log-loss')!.value).toBeCloseTo(
      -(Math.log(0.25) + Math.log(0.75)) / 2,
      12,
    )
  })

  test('of one class, and without probabilities', () => {
    expect(of(called([0, 0], [0, 0], 1), 'accuracy')).toMatchObject({ value: 1, low: 1, high: 1 })
    expect(
      all(called([0, 1], [0, 1], 2))
        .filter((one) => one.of === 'model')
        .map((one) => one.measure),
    ).toEqual(['accuracy', 'balanced-accuracy', 'macro-f1'])
  })

  test('of more classes than rows are bounded in memory, of very many only the share of right ones', () => {
    const truth = Array.from({ length: 1_000 }, (_, i) => i)
    const many = (classes: number) =>
      called(
        truth,
        truth.map((one) => one - (one % 2)),
        classes,
      )
    const some = all(many(1_000)).filter((one) => one.of === 'model')
    expect(some.map((one) => one.measure)).toEqual(['accuracy', 'balanced-accuracy', 'macro-f1'])
    expect(some.slice(0, 2).map((one) => one.value)).toEqual([0.5, 0.5])
    expect(all(many(25_000)).map((one) => [one.of, one.measure])).toEqual([
      ['model', 'accuracy'],
      ['constant', 'accuracy'],
    ])
  })
})

describe('scores of several labels', () => {
  test('are the share of right labels, and the F1 of those that anyone names', () => {
    const own = labelled(
      [
        [0.9, 0.1, 0.2],
        [0.8, 0.7, 0.1],
        [0.2, 0.6, 0.3],
      ],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    )
    expect(of(own, 'accuracy').value).toBeCloseTo(7 / 9, 12)
    expect(of(own, 'macro-f1').value).toBeCloseTo((2 / 3 + 2 / 3) / 2, 12)
    expect(of(own, 'accuracy', 'constant').value).toBeCloseTo(7 / 9, 12)
    expect(of(own, 'log-loss').value).toBeGreaterThan(0)
  })
})

describe('scores of quantities', () => {
  test('are what plain code tells', () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      { minLength: 2, maxLength: 60 },
    )
    fc.assert(
      fc.property(rows, (list) => {
        const own = quantities(
          list.map((one) => one[0]),
          list.map((one) => one[1]),
        )
        const middle = mean(list.map(([y]) => y))
        const squares = mean(list.map(([y, p]) => (y - p) ** 2))
        const spread = mean(list.map(([y]) => (y - middle) ** 2))
        expect(of(own, 'rmse').value).toBeCloseTo(Math.sqrt(squares), 6)
        expect(of(own, 'mae').value).toBeCloseTo(mean(list.map(([y, p]) => Math.abs(y - p))), 6)
        if (spread > 1e-3)
          expect(Math.abs(of(own, 'r2').value - (1 - squares / spread))).toBeLessThan(1e-9 * (1 + squares / spread))
      }),
    )
  })

  test('keep their digits far from 0, also where the first row is far from the others', () => {
    const near = errors(500, 3)
    const far = (by: number) =>
      quantities(
        near.truth.map((one) => one + by),
        near.predicted.map((one) => one + by),
      )
    expect(of(far(1e9), 'r2').value).toBeCloseTo(of(near, 'r2').value, 5)
    const odd = far(1e7)
    odd.truth[0] = Number.NaN
    expect(of(odd, 'r2').value).toBeCloseTo(of(far(0), 'r2').value, 2)
  })

  test('of a truth that is all the same have no R2; of one row no width', () => {
    expect(all(quantities([2, 2, 2], [1, 2, 3])).map((one) => one.measure)).not.toContain('r2')
    expect(of(quantities([2], [5]), 'rmse')).toMatchObject({ value: 3, low: 3, high: 3 })
  })

  test('of the mean of the training are an R2 of 0 on the training', () => {
    expect(of(errors(300, 1), 'r2', 'constant').value).toBeCloseTo(0, 12)
  })
})

describe('the intervals', () => {
  test('narrow with the root of the number of rows', () => {
    const width = (rows: number) => {
      const { low, high } = of(drawn(rows, 2, 5), 'accuracy')
      return high - low
    }
    for (const rows of [200, 800]) {
      expect(width(4 * rows) / width(rows)).toBeGreaterThan(0.35)
      expect(width(4 * rows) / width(rows)).toBeLessThan(0.7)
    }
  })

  test('are as wide as theory has them, drawn by rows and by groups of rows', () => {
    for (const rows of [1_500, 40_000]) {
      const own = drawn(rows, 2, 9)
      const { value, low, high } = of(own, 'accuracy')
      const expected = 2 * 1.96 * Math.sqrt((value * (1 - value)) / rows)
      expect((high - low) / expected).toBeGreaterThan(0.85)
      expect((high - low) / expected).toBeLessThan(1.15)
      const of4 = of(errors(rows, 2), 'rmse')
      expect((of4.high - of4.low) / ((2 * 1.96) / Math.sqrt(2 * rows))).toBeGreaterThan(0.85)
      expect((of4.high - of4.low) / ((2 * 1.96) / Math.sqrt(2 * rows))).toBeLessThan(1.15)
    }
  })

  test('hold the true score about as often as they say', () => {
    let held = 0
    for (let seed = 0; seed < 100; seed++) {
      const { low, high } = of(errors(150, 1000 + seed), 'rmse')
      held += Number(low <= 1 && high >= 1)
    }
    expect(held).toBeGreaterThanOrEqual(86)
    expect(held).toBeLessThanOrEqual(100)
  })

  test('are the same of the same seed, and others of another', () => {
    const own = drawn(300, 3, 4)
    expect(all(own)).toEqual(all(own))
    expect(of(own, 'log-loss', 'model', 1).low).not.toBe(of(own, 'log-loss', 'model', 2).low)
    expect(of(own, 'log-loss', 'model', 1).value).toBe(of(own, 'log-loss', 'model', 2).value)
  })
})

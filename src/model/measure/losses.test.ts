import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussian } from '../../signal/generator.ts'
import {
  anyClassified,
  called,
  classified,
  labelled,
  mean,
  plainRows,
  quantities,
} from '../predictions/predicted.fixture.ts'
import type { Predicted } from '../predictions/predicted.ts'
import { lossesOf, lossSpread } from './losses.ts'

const spread = (own: Predicted) =>
  lossSpread(own, lossesOf(own)!, (row) => ({ split: own.split, row: row + 1, text: '' }))

describe('the loss of each example', () => {
  test('is the logarithm of the true class', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const rows = plainRows(own)
        const given = lossesOf(own)
        expect(given === undefined).toBe(rows.length === 0)
        if (rows.length === 0) return
        rows.forEach((one, i) => {
          expect(given!.losses[i]).toBeCloseTo(-Math.log(Math.max(2 ** -23, one.p[one.truth]!)), 12)
        })
        expect(given!.measure).toBe('log-loss')
      }),
    )
  })

  test('of several labels is the mean over them, of a quantity the squared error', () => {
    const own = lossesOf(labelled([[0.9, 0.2]], [[1, 1]]))!
    expect(own.losses[0]).toBeCloseTo(-(Math.log(0.9) + Math.log(0.2)) / 2, 12)
    expect([...lossesOf(quantities([1, 2, Number.NaN], [3, 2, 1]))!.losses]).toEqual([4, 0])
  })

  test('is not known without probabilities or truth', () => {
    expect(lossesOf(called([0, 1], [0, 1], 2))).toBeUndefined()
    expect(lossesOf(quantities([Number.NaN], [1]))).toBeUndefined()
  })

  test('is at most what single precision tells', () => {
    expect(lossesOf(classified([[1, 0]], [1]))!.losses[0]).toBeCloseTo(23 * Math.log(2), 12)
  })
})

describe('the spread of the losses', () => {
  test('is what sorting tells, and the worst come first', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const all = lossesOf(own)
        if (!all) return
        const given = spread(own)
        const sorted = [...all.losses].sort((a, b) => a - b)
        expect(given.mean).toBeCloseTo(mean(sorted), 10)
        expect(given.quantiles[3]).toBeCloseTo(
          (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2,
          10,
        )
        expect(given.histogram.counts.reduce((a, b) => a + b, 0)).toBe(sorted.length)
        expect(given.histogram.edges).toHaveLength(given.histogram.counts.length + 1)
        expect(given.worst.map((one) => one.loss)).toEqual(sorted.reverse().slice(0, 12))
        expect(given.carried).toBeGreaterThanOrEqual(0)
        expect(given.carried).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('counts rows that are sure and wrong', () => {
    const own = spread(
      classified(
        [
          [0.95, 0.05],
          [0.05, 0.95],
          [0.6, 0.4],
          [0.99, 0.01],
        ],
        [1, 1, 1, 0],
      ),
    )
    expect(own.sureAndWrong).toBe(0.25)
    expect(own.worst[0]).toMatchObject({ ref: { row: 1 }, truth: 'c1', predicted: 'c0', probability: 0.95 })
  })

  test('sees two humps, and one', () => {
    const draw = gaussian(4)
    const error = (bad: number) => Array.from({ length: 1000 }, (_, i) => (i < bad ? 100 : 1) * Math.exp(0.3 * draw()))
    const of = (errors: number[]) =>
      spread(
        quantities(
          errors,
          errors.map(() => 0),
        ),
      )
    expect(of(error(200)).humps!.upper).toBeCloseTo(0.2, 2)
    expect(of(error(0)).humps).toBeUndefined()
  })

  test('of errors that are all 0, of one row, and of huge ones is finite', () => {
    for (const own of [quantities([1, 2], [1, 2]), quantities([1], [4]), quantities([1e140, 0], [0, 1])]) {
      const given = spread(own)
      for (const value of [
        given.mean,
        given.carried,
        ...given.quantiles,
        ...given.histogram.edges,
        ...given.histogram.counts,
      ])
        expect(Number.isFinite(value)).toBe(true)
    }
    expect(spread(quantities([1], [4])).worst).toEqual([
      { ref: { split: 'test', row: 1, text: '' }, truth: '1', predicted: '4', loss: 9 },
    ])
  })

  test('of several labels names those that hold', () => {
    const [worst] = spread(
      labelled(
        [
          [0.9, 0.8],
          [0.1, 0.2],
        ],
        [
          [1, 0],
          [0, 0],
        ],
      ),
    ).worst
    expect(worst).toMatchObject({ truth: 'c0', predicted: 'c0 + c1' })
  })
})

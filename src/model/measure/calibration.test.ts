import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyClassified,
  called,
  classified,
  drawn,
  mean,
  plainRows,
  quantities,
} from '../predictions/predicted.fixture.ts'
import type { Predicted } from '../predictions/predicted.ts'
import { calibrationOf } from './calibration.ts'

/** The obvious twin: the rows of each bin picked out. */
function slowEce(own: Predicted): number {
  const rows = plainRows(own)
  let error = 0
  for (let bin = 0; bin < 15; bin++) {
    const inside = rows.filter(({ p }) => Math.min(14, Math.floor(Math.max(...p) * 15)) === bin)
    if (inside.length === 0) continue
    const right = mean(inside.map((one) => Number(one.p.indexOf(Math.max(...one.p)) === one.truth)))
    error += (inside.length / rows.length) * Math.abs(right - mean(inside.map((one) => Math.max(...one.p))))
  }
  return error
}

/** Mean log-loss where the logits, which are logarithms of the probabilities, are divided. */
function slowLoss(own: Predicted, temperature: number): number {
  return mean(
    plainRows(own).map(({ p, truth }) => {
      const logits = p.map((one) => Math.log(Math.max(1e-30, one)) / temperature)
      const most = Math.max(...logits)
      return Math.log(logits.reduce((sum, one) => sum + Math.exp(one - most), 0)) + most - logits[truth]!
    }),
  )
}

describe('the calibration', () => {
  test('is what plain code tells', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const rows = plainRows(own)
        const given = calibrationOf(own, 1)
        expect(given === undefined).toBe(rows.length === 0)
        if (rows.length === 0) return
        expect(given!.ece).toBeCloseTo(slowEce(own), 10)
        expect(given!.confidence).toBeCloseTo(mean(rows.map((one) => Math.max(...one.p))), 10)
        expect(given!.accuracy).toBeCloseTo(mean(rows.map((one) => Number(one.truth === one.predicted))), 10)
        expect(given!.loss).toBeCloseTo(mean(rows.map((one) => -Math.log(Math.max(2 ** -23, one.p[one.truth]!)))), 10)
        expect(given!.bins.reduce((sum, one) => sum + one.rows, 0)).toBe(rows.length)
      }),
    )
  })

  test('finds a temperature that no other of a grid is better than', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const given = calibrationOf(own, 1)
        if (!given) return
        const found = slowLoss(own, given.temperature)
        for (let log = Math.log(0.05); log <= Math.log(20); log += 0.05)
          expect(found).toBeLessThanOrEqual(slowLoss(own, Math.exp(log)) + 1e-3)
      }),
    )
  })

  test('tells the temperature by which logits were spoilt, and that true probabilities need none', () => {
    for (const temperature of [0.4, 1, 3]) {
      const given = calibrationOf(drawn(20_000, 3, 5, temperature), 1)!
      expect(given.temperature * temperature).toBeCloseTo(1, 1)
      expect(given.eceThen).toBeLessThan(0.02)
      expect(given.lossThen).toBeLessThanOrEqual(given.loss + 1e-6)
      if (temperature !== 1) expect(given.ece).toBeGreaterThan(4 * given.eceByChance)
      else expect(given.ece).toBeLessThan(2 * given.eceByChance)
    }
  })

  test('of certain and wrong probabilities is finite', () => {
    const given = calibrationOf(
      classified(
        [
          [1, 0],
          [1, 0],
          [0, 1],
        ],
        [0, 1, 1],
      ),
      1,
    )!
    expect(given.certain).toBe(1)
    for (const value of [given.ece, given.loss, given.temperature, given.lossThen, given.eceThen])
      expect(Number.isFinite(value)).toBe(true)
  })

  test('shows rows over the whole of two or three classes, of more none', () => {
    const given = calibrationOf(drawn(5_000, 3, 2), 1)!
    expect(given.rowsShown).toHaveLength(6)
    const own = given.rowsShown.map((one) => one.probabilities[one.truth]!)
    expect(own).toEqual([...own].sort((a, b) => b - a))
    expect(own[0]).toBeGreaterThan(0.9)
    expect(own.at(-1)).toBeLessThan(0.1)
    expect(calibrationOf(drawn(50, 4, 2), 1)!.rowsShown).toEqual([])
    expect(calibrationOf(classified([[0.3, 0.7]], [1]), 1)!.rowsShown).toEqual([
      { probabilities: [0.3, 0.7], truth: 1 },
    ])
  })

  test('takes a sample of many rows whose numbers are near those of all', () => {
    const own = drawn(60_000, 2, 8, 2)
    const [a, b] = [calibrationOf(own, 1)!, calibrationOf(own, 2)!]
    expect(a.ece).toBe(b.ece)
    expect(a.temperature).toBeCloseTo(b.temperature, 1)
    expect(a.temperature).toBe(calibrationOf(own, 1)!.temperature)
  })

  test('is not known without probabilities of classes', () => {
    expect(calibrationOf(called([0], [0], 2), 1)).toBeUndefined()
    expect(calibrationOf(quantities([0], [0]), 1)).toBeUndefined()
    expect(calibrationOf(classified([[0.5, 0.5]], [Number.NaN]), 1)).toBeUndefined()
  })
})

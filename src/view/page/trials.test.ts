import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../record/trials.ts'
import { ill } from '../examinations.fixture.ts'
import { cutShort, diverged, kept, rows, tried, whole } from '../trials.fixture.ts'
import { logTicks, meanOf, spanOf, ticks } from './trial-scale.ts'
import { mainRemedy, pictureOf } from './trials.ts'

const drawn = (experiment: Experiment) => pictureOf(tried(experiment))!

describe('the picture of trials', () => {
  it('holds each seed with the remedy beside the same seed without it', () => {
    const { trials } = tried(whole)
    const { without, with: with_, ends, remedy } = drawn(whole)
    expect(remedy).toBe(0)
    expect(without.rows.map((row) => trials[row]!.seed)).toEqual([1, 2, 3, 4, 5])
    expect(without.rows.every((row) => trials[row]!.arm === 'control')).toBe(true)
    expect(with_.rows.every((row) => trials[row]!.arm === 'confirm')).toBe(true)
    expect(ends?.without).toBeCloseTo(2.266, 3)
    expect(ends?.with).toBeCloseTo(0.3194, 4)
  })

  it('gives the code of the cure in the framework of the user, and none where nothing is proven', () => {
    expect(drawn(whole).code.map(({ framework }) => framework)).toEqual(['PyTorch'])
    expect(drawn(whole).code[0]!.text).toContain('torch.optim.SGD(..., lr=')
    expect(drawn(cutShort).code).toEqual([])
  })

  it('compares losses above 0 by their ratio, and scores by their difference', () => {
    expect(drawn(whole).ratio).toBe(true)
    expect(drawn({ ...whole, yardstick: { ...whole.yardstick!, better: 'up' } }).ratio).toBe(false)
  })

  it('is logarithmic where losses span decades, with no mean where trainings were lost', () => {
    const { curves, lost, without, with: with_ } = drawn(diverged)
    expect(curves.log).toBe(true)
    expect(curves.ticks).toEqual([1, 10, 100, 1000, 10_000])
    expect(lost).toBe(true)
    expect(without.mean.every(([at]) => at <= 0.225)).toBe(true)
    expect(with_.mean.at(-1)![0]).toBe(1)
    expect(drawn(whole).curves.log).toBe(false)
  })

  it('shows what was tried on one seed where nothing was held against a control, the best first', () => {
    const { trials } = tried(kept)
    const { remedy, ends, without, with: with_ } = drawn(kept)
    expect([remedy, ends]).toEqual([undefined, undefined])
    expect(without.rows.map((row) => trials[row]!.arm)).toEqual(['baseline'])
    expect(trials[with_.rows[0]!]!.changes).toEqual({ learning_rate: 'x0.1' })
    expect(with_.mean).toEqual([])
  })

  it('is not drawn without trials, or without a measure', () => {
    expect(pictureOf(ill)).toBeUndefined()
    const { yardstick: _, ...blind } = whole
    expect(pictureOf(tried(blind))).toBeUndefined()
    expect(pictureOf(tried({ ...kept, rows: rows.slice(0, 1) }))).toBeUndefined()
  })

  it('is about the verified remedy, else about the first that has pairs', () => {
    const reversed = { ...whole, remedies: [...whole.remedies].reverse() }
    expect(mainRemedy(tried(reversed).experiment!)?.remedy).toBe('lower-rate')
    expect(mainRemedy(tried(cutShort).experiment!)?.reason).toBe('budget')
    expect(mainRemedy(tried(kept).experiment!)).toBeUndefined()
  })
})

describe('the scale of trials', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })

  it('holds every value, and a few round ticks within it', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (values) => {
        const points = values.map((value) => ({ at: 0.5, value }))
        const [low, high] = spanOf(points, false)
        expect(low).toBeLessThanOrEqual(Math.min(...values))
        expect(high).toBeGreaterThanOrEqual(Math.max(...values))
        const all = ticks([low, high])
        expect(all.length).toBeLessThanOrEqual(7)
        for (const tick of all) expect(tick).toBeGreaterThanOrEqual(low - 1e-6 * Math.abs(low) - 1e-9)
      }),
    )
  })

  it('lets the beginning out where the rest would be flat', () => {
    const points = [-80, 0.4, 0.5, 0.6].map((value, i) => ({ at: (i + 0.2) / 4, value }))
    expect(spanOf(points, false)[0]).toBeGreaterThan(0)
    expect(spanOf(points.slice(1), false)[1]).toBeLessThan(1)
  })

  it('has powers of ten, and more where there are few', () => {
    expect(logTicks([0.3, 12_000])).toEqual([1, 10, 100, 1000, 10_000])
    expect(logTicks([0.3, 12])).toEqual([0.5, 1, 2, 5, 10])
    expect(logTicks([1e-9, 1e9]).length).toBeLessThanOrEqual(6)
  })

  it('means on the scale that is drawn, only where every curve has a value', () => {
    const of = (...values: readonly (number | null)[]) => ({
      ...rows[0]!,
      curve: values.map((value, i) => [(i + 1) / values.length, value] as const),
    })
    expect(meanOf([of(1, 1), of(3, 3)], false).every(([, value]) => value === 2)).toBe(true)
    expect(meanOf([of(1, 1), of(100, 100)], true).every(([, value]) => value === 10)).toBe(true)
    expect(meanOf([of(1, 1, 1, 1), of(1, 1, null, null)], false).every(([at]) => at <= 0.5)).toBe(true)
    expect(meanOf([of(1), of(1, 2)], false)).toEqual([])
  })
})

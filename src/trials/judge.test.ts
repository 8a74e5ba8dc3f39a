// What paired values come to: proven, refuted, neither; and never by one lucky or one wild run.

import { describe, expect, test } from 'vitest'
import type { Yardstick } from '../record/trials.ts'
import { gaussian } from '../signal/generator.ts'
import { chanceOf, gain, isFutile, judge } from './judge.ts'

const accuracy: Yardstick = {
  name: 'val_acc',
  metric: 'accuracy',
  split: 'val',
  axis: 'epoch',
  better: 'up',
  own: false,
}
const loss: Yardstick = { ...accuracy, name: 'val_loss', metric: 'loss', better: 'down' }
const pairsOf = (...values: readonly (readonly [number | null, number | null])[]) =>
  values.map(([without, with_], at) => ({ seed: at + 1, without, with: with_ }))

describe('a verdict', () => {
  test('is verified where every pair gains much', () => {
    const pairs = pairsOf([0.1, 0.95], [0.12, 0.97], [0.1, 0.96], [0.09, 0.94], [0.11, 0.95])
    const { verdict, effect, interval } = judge(pairs, accuracy, 8, 0.1)
    expect(verdict).toBe('verified')
    expect(effect).toBeCloseTo(0.85, 2)
    expect(interval![0]).toBeGreaterThan(0.8)
  })

  test('is never verified on fewer than five seeds', () => {
    const pairs = pairsOf([0.1, 0.95], [0.1, 0.95], [0.1, 0.96], [0.1, 0.95])
    expect(judge(pairs, accuracy, 1, 0.1)).toMatchObject({ verdict: 'undecided', reason: 'few-pairs' })
  })

  test('is refuted where nothing is gained, and where it is too little to matter', () => {
    const same = pairsOf([0.95, 0.95], [0.951, 0.95], [0.949, 0.95], [0.95, 0.951], [0.95, 0.949])
    expect(judge(same, accuracy, 3, 0.1)).toMatchObject({ verdict: 'refuted' })
    const little = same.map((one) => ({ ...one, with: one.with! + 0.005 }))
    expect(judge(little, accuracy, 3, 0.1)).toMatchObject({ verdict: 'refuted', reason: 'too-small' })
  })

  test('is open where the seeds differ among themselves more than the arms', () => {
    const pairs = pairsOf([0.5, 0.9], [0.9, 0.55], [0.6, 0.95], [0.9, 0.8], [0.55, 0.9])
    expect(judge(pairs, accuracy, 3, 0.1)).toMatchObject({ verdict: 'undecided', reason: 'uncertain' })
  })

  test('asks more where more was tried', () => {
    const pairs = pairsOf([0.5, 0.58], [0.5, 0.54], [0.51, 0.57], [0.5, 0.59], [0.5, 0.53])
    expect(judge(pairs, accuracy, 1, 0.1).verdict).toBe('verified')
    expect(judge(pairs, accuracy, 40, 0.1).verdict).toBe('undecided')
  })

  test('takes losses by their ratio, and one wild run for no more than ten times worse', () => {
    const wild = pairsOf([3.5e7, 3300], [12_269, 2346], [null, 2420], [null, 2441], [5e9, 2770])
    const { verdict, effect } = judge(wild, loss, 4, 4e10)
    expect(verdict).toBe('verified')
    expect(effect).toBeGreaterThan(0.8)
    expect(effect).toBeLessThanOrEqual(0.9)
  })

  test('asks more of a remedy that has its price each time', () => {
    const pairs = pairsOf([0.5, 0.53], [0.5, 0.53], [0.51, 0.541], [0.5, 0.529], [0.5, 0.531])
    expect(judge(pairs, accuracy, 1, 0.1).verdict).toBe('verified')
    expect(judge(pairs, accuracy, 1, 0.1, 2)).toMatchObject({ verdict: 'refuted', reason: 'too-small', minimum: 0.04 })
  })

  test('asks twice as much of a loss that stands in for a score', () => {
    const pairs = pairsOf([0.16, 0.12], [0.25, 0.19], [0.24, 0.18], [0.27, 0.2], [0.17, 0.12])
    expect(judge(pairs, loss, 1, 1)).toMatchObject({ verdict: 'verified', minimum: 0.2 })
    expect(judge(pairs, { ...loss, stead: true }, 1, 1)).toMatchObject({ verdict: 'refuted', minimum: 0.4 })
  })

  test('counts a remedy under which the training is lost as the worst', () => {
    const pairs = pairsOf([0.5, null], [0.5, null], [0.5, null], [0.5, null], [0.5, null])
    expect(judge(pairs, accuracy, 1, 0.1)).toMatchObject({ verdict: 'refuted', reason: 'no-effect' })
  })
})

test('chance alone verifies nothing: of 400 remedies that do nothing at most 1 in 20', () => {
  const draw = gaussian(7)
  let verified = 0
  for (let i = 0; i < 400; i++) {
    const pairs = Array.from({ length: 5 }, (_, seed) => ({
      seed,
      without: 0.6 + 0.1 * draw(),
      with: 0.6 + 0.1 * draw(),
    }))
    if (judge(pairs, accuracy, 1, 0).verdict === 'verified') verified++
  }
  expect(verified).toBeLessThanOrEqual(20)
})

test('three pairs that are all worse are enough to give up', () => {
  const worse = pairsOf([0.9, 0.8], [0.9, 0.85], [0.9, 0.9])
  expect(isFutile(worse, accuracy, 0)).toBe(true)
  expect(isFutile(worse.slice(0, 2), accuracy, 0)).toBe(false)
  expect(isFutile(pairsOf([0.9, 0.8], [0.9, 0.85], [0.9, 0.91]), accuracy, 0)).toBe(false)
})

test('a gain is told in the units of the verdict', () => {
  expect(gain(0.5, 0.6, accuracy)).toBeCloseTo(0.1)
  expect(gain(2, 1, loss)).toBeCloseTo(0.5)
  expect(gain(1, 2, loss)).toBeCloseTo(-1)
})

test('chance is the standard deviation over seeds', () => {
  expect(chanceOf([1, 2, 3])).toBeCloseTo(1)
  expect(chanceOf([1])).toBeUndefined()
})

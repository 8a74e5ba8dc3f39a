// Which trials are ended for being behind, and which never.

import { expect, test } from 'vitest'
import type { Yardstick } from '../record/trials.ts'
import { at, isBehind } from './rungs.ts'

const loss: Yardstick = { name: 'val_loss', metric: 'loss', split: 'val', axis: 'epoch', better: 'down', own: false }
const curve = (until: number, value: (share: number) => number | null) =>
  Array.from({ length: 20 }, (_, i) => (i + 1) / 20)
    .filter((share) => share <= until + 1e-9)
    .map((share) => [share, value(share)] as const)
const bad = curve(1, () => 2.3)
const good = curve(1, (share) => 2.3 - 2 * share)
const better = curve(1, (share) => 2 - 1.9 * share)

test('nothing is ended before the first rung', () => {
  expect(
    isBehind(
      curve(0.2, () => 9),
      [good, better],
      bad,
      loss,
    ),
  ).toBe(false)
})

test('what is no better than the baseline is ended at the first rung beside two that are', () => {
  expect(
    isBehind(
      curve(0.25, () => 2.4),
      [good, better],
      bad,
      loss,
    ),
  ).toBe(true)
  expect(
    isBehind(
      curve(0.25, () => 2.4),
      [],
      bad,
      loss,
    ),
  ).toBe(false)
})

test('what beats the baseline and most others goes on', () => {
  expect(
    isBehind(
      curve(0.5, (share) => 1.5 - share),
      [good, better],
      bad,
      loss,
    ),
  ).toBe(false)
})

test('at the second rung the worse half is ended', () => {
  expect(
    isBehind(
      curve(0.5, () => 2.2),
      [good, better],
      bad,
      loss,
    ),
  ).toBe(true)
})

test('a lost one is ended at its rung, and a training that is over never', () => {
  expect(
    isBehind(
      curve(0.3, () => null),
      [],
      bad,
      loss,
    ),
  ).toBe(true)
  expect(
    isBehind(
      curve(1, () => 9),
      [good, better],
      bad,
      loss,
    ),
  ).toBe(false)
})

test('beside a lost baseline whatever has a value is better', () => {
  expect(
    isBehind(
      curve(0.5, () => 50),
      [],
      curve(1, () => null),
      loss,
    ),
  ).toBe(false)
})

test('what was reached at a share', () => {
  expect(at(good, 0.5)).toBeCloseTo(1.3)
  expect(at([], 0.5)).toBeUndefined()
  expect(at([[0.6, 1]], 0.5)).toBeUndefined()
})

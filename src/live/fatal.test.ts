// What is fatal, and what only looks so for a moment.

import { expect, test } from 'vitest'
import { curve, run } from '../checks/run.fixture.ts'
import type { RunRecord } from '../record/run.ts'
import { fatalOf } from './fatal.ts'

const step = { axis: 'step' } as const
const NONE = [Number.NaN, Number.POSITIVE_INFINITY]
const found = (record: RunRecord) => fatalOf(record).map(({ kind, at, sure }) => [kind, at, sure])
const losses = (...values: readonly number[]) => run().curve('loss', values, step).record

test('a loss that is no number is told at once, and is sure when it stays so', () => {
  expect(found(losses(3, 2, Number.NaN))).toEqual([['not-finite', 3, false]])
  expect(found(losses(3, 2, ...NONE))).toEqual([['not-finite', 3, true]])
  expect(found(losses(3, ...NONE, 2))).toEqual([['not-finite', 2, false]])
  expect(found(losses(3, 2, 1))).toEqual([])
})

test('only the loss that is trained on counts', () => {
  const record = run()
    .curve('val_loss', [1, ...NONE])
    .curve('accuracy', [1, ...NONE]).record
  expect(found(record)).toEqual([])
})

test('a loss that left for good, not one that jumps and comes back, or falls again', () => {
  const far = Array(25).fill(1000)
  expect(found(losses(2, 3, 2, ...far))).toEqual([['diverged', 4, true]])
  expect(found(losses(2, 500, 9000, ...far.map((one) => 10 * one)))).toEqual([['diverged', 2, true]])
  expect(found(losses(2, 3, 2, ...far.slice(0, 12)))).toEqual([])
  expect(found(losses(2, 3, 2, ...far, 2))).toEqual([])
  expect(found(losses(2, 3, 2, ...far.map((one, at) => one - 39 * at)))).toEqual([])
  expect(found(losses(...curve(60, 2, 0.1)))).toEqual([])
  expect(found(losses(0, 0, 0, ...far))).toEqual([])
})

test('weights that never move, not those that rest for a step', () => {
  const moves = (ratios: readonly number[], at: readonly number[], events: number) =>
    Array.from({ length: events }).reduce<ReturnType<typeof run>>(
      (built) => built.event({ kind: 'not-moved', text: '', step: 1 }),
      run().curve('update-ratio', ratios, { axis: 'step', at }),
    ).record
  const ten = Array.from({ length: 10 }, (_, at) => 6 * (at + 1))
  expect(found(moves([0, 0, 0], [1, 2, 3], 2))).toEqual([['not-moved', 3, false]])
  expect(found(moves(Array(10).fill(0), ten, 4))).toEqual([['not-moved', 60, true]])
  expect(found(moves([0, 0.1, 0.1], [1, 2, 3], 1))).toEqual([])
  expect(found(moves([0, 0], [1, 2], 2))).toEqual([])
  expect(found(moves(Array(10).fill(0), ten, 0))).toEqual([])
})

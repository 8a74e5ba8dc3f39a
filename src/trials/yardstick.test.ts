// Which measure compares the arms, and how it is read.

import { describe, expect, test } from 'vitest'
import { run } from '../checks/run.fixture.ts'
import { chooseYardstick, curveOf, pointsOf, secondYardstick, valueAtEnd, wholeOf } from './yardstick.ts'

describe('the yardstick is', () => {
  const losses = run().curve('loss', [3, 2, 1]).curve('val_loss', [3, 2.5, 2])
  test('the score on held-out data', () => {
    const { record } = losses.curve('val_acc', [0.1, 0.5, 0.8]).curve('acc', [0.1, 0.6, 0.9])
    expect(chooseYardstick(record)).toMatchObject({ name: 'val_acc', better: 'up', own: false })
  })
  test('the loss there, where there is no score', () => {
    expect(chooseYardstick(losses.record)).toMatchObject({ name: 'val_loss', better: 'down', own: false })
  })
  test('the train loss, where nothing is held out', () => {
    expect(chooseYardstick(run().curve('loss', [3, 2, 1]).record)).toMatchObject({ name: 'loss', own: true })
  })
  test('none, where no loss is known', () => {
    expect(chooseYardstick(run().curve('lr', [1, 1, 1], { metric: 'learning-rate' }).record)).toBeUndefined()
  })
  test('validation before test', () => {
    const { record } = losses.curve('test_acc', [0.1, 0.5, 0.8])
    expect(chooseYardstick(record)).toMatchObject({ name: 'val_loss' })
  })
})

test('the end is the mean of the last tenth, and no number where one of it is none', () => {
  expect(valueAtEnd({ value: Float64Array.from([9, 8, 1]) })).toBe(1)
  expect(valueAtEnd({ value: Float64Array.from({ length: 20 }, (_, i) => i) })).toBe(18.5)
  expect(valueAtEnd({ value: Float64Array.from([1, Number.NaN]) })).toBeNaN()
  expect(valueAtEnd({ value: new Float64Array() })).toBeUndefined()
})

test('points lie on the share of the whole training, at most sixty', () => {
  const series = curveOf(
    run().curve('val_loss', [4, 3, Number.NaN, 1]).record,
    chooseYardstick(run().curve('val_loss', [1]).record)!,
  )!
  expect(pointsOf(series, undefined)).toEqual([
    [0.25, 4],
    [0.5, 3],
    [0.75, null],
    [1, 1],
  ])
  expect(pointsOf(series, { values: 8, epochs: 8 }).at(-1)).toEqual([0.5, 1])
  const long = run().curve(
    'val_loss',
    Array.from({ length: 500 }, (_, i) => i + 1),
  ).record.series[0]!
  expect(pointsOf(long, wholeOf(long))).toHaveLength(60)
  expect(pointsOf(long, wholeOf(long)).at(-1)![0]).toBe(1)
})

test('beside a score the loss on the same data is the second measure', () => {
  const { record } = run().curve('loss', [3, 2, 1]).curve('val_loss', [3, 2.5, 2]).curve('val_acc', [0.9, 0.95, 0.975])
  expect(secondYardstick(record, chooseYardstick(record)!)).toMatchObject({ name: 'val_loss', better: 'down' })
  const only = run().curve('val_loss', [3, 2.5, 2]).record
  expect(secondYardstick(only, chooseYardstick(only)!)).toBeUndefined()
})

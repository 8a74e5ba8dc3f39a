import { describe, expect, test } from 'vitest'
import { fromOutputs, ofOneUnit, type Truth } from './from-outputs.ts'
import { labelled, quantities } from './predicted.fixture.ts'
import { scoredRows } from './predicted.ts'

const f = (...list: number[]) => Float64Array.from(list)
const truth = (task: Truth['task'], classes: readonly string[], ...values: number[]): Truth => ({
  task,
  classes,
  values: f(...values),
})
const outputs = (width: number, ...values: number[]) =>
  ({ split: 'test', source: 'm.onnx', values: f(...values), width }) as const
const two = truth('classification', ['0', '1'], 0, 1)

describe('outputs of a model', () => {
  test('of one unit are the second of two classes', () => {
    const own = fromOutputs(outputs(1, 0.2, 0.9), two)
    expect(own).toMatchObject({ classes: ['0', '1'], rows: 2, outputs: 'probabilities', nonFinite: 0 })
    expect([...own.predicted]).toEqual([0, 1])
    expect([...own.probabilities!].map((one) => Number(one.toFixed(6)))).toEqual([0.8, 0.2, 0.1, 0.9])
    expect([...fromOutputs(outputs(1, -3, 0.1), two).predicted]).toEqual([0, 1])
    expect(fromOutputs(outputs(1, -3, 0.1), two).outputs).toBe('logits')
    expect(fromOutputs({ ...outputs(1, 0.1, 0.2), kind: 'logits' }, two).predicted).toEqual(f(1, 1))
    expect(ofOneUnit(f(2, -1), false)).toEqual(f(0, 1, 1, 0))
  })

  test('of more units than the data have classes name them by number', () => {
    const own = fromOutputs(outputs(3, 1, 5, 2, 9, 0, 0), truth('classification', ['cat', 'dog'], 1, 0))
    expect(own.classes).toEqual(['cat', 'dog', '2'])
    expect([...own.predicted]).toEqual([1, 0])
  })

  test('of a regression are its first', () => {
    const own = fromOutputs(outputs(2, 1, 2, 3, Number.NaN), truth('regression', [], 1, 3))
    expect(own).toMatchObject({ task: 'regression', classes: [], outputs: 'values', nonFinite: 1 })
    expect([...own.predicted]).toEqual([1, 3])
  })

  test('that are not finite are counted and predict nothing', () => {
    const own = fromOutputs(outputs(2, Number.NaN, 1, 0.3, 0.7), two)
    expect(own.nonFinite).toBe(1)
    expect([...scoredRows(own)]).toEqual([1])
  })
})

test('rows are scored where truth and prediction are known, of several labels where all are', () => {
  expect([...scoredRows(quantities([1, Number.NaN, 3, 4], [1, 2, Number.NaN, Number.POSITIVE_INFINITY]))]).toEqual([0])
  expect([
    ...scoredRows(
      labelled(
        [
          [0.1, 0.9],
          [0.1, 0.9],
        ],
        [
          [0, Number.NaN],
          [0, 1],
        ],
      ),
    ),
  ]).toEqual([1])
  expect([...scoredRows(quantities([], []))]).toEqual([])
})

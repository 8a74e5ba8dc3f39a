import { describe, expect, test } from 'vitest'
import type { Cell } from '../../data/engine/engine.ts'
import { uniform } from '../../signal/generator.ts'
import { ModelError } from '../model-error.ts'
import { predictionColumns } from './columns.ts'
import type { ColumnsRead } from './columns-read.ts'
import { oneLabel } from './one-label.ts'
import type { Predicted } from './predicted.ts'
import { severalLabels } from './several-labels.ts'

/** What is made of columns by name, as the reader of files makes it. */
function read(table: Readonly<Record<string, readonly Cell[]>>, task?: ColumnsRead['task']): Predicted {
  const columns = predictionColumns(Object.keys(table))!
  const cells = (name: string) => table[name]!
  const truth = columns.truth.map((one) => cells(one.column))
  const rows = Object.values(table)[0]!.length
  const own = { split: 'test', source: 'test.csv', columns, truth, rows, cells, task } as const
  return truth.length > 1 ? severalLabels(own) : oneLabel(own)
}
const short = (list: ArrayLike<number> | undefined) => Array.from(list ?? [], (one) => Number(one.toFixed(4)))
const many = <T>(...list: T[]): T[] => Array.from({ length: 40 }, (_, i) => list[i % list.length]!)

describe('quantities and classes', () => {
  test('fractions are quantities, words and few whole numbers are classes', () => {
    expect(read({ y_true: [1.5, 2, 3], y_pred: [1, 2, 3] }).task).toBe('regression')
    expect(read({ y_true: ['a', 'b'], y_pred: ['a', 'a'] }).task).toBe('classification')
    expect(read({ y_true: many(0, 1, 2), y_pred: many(0, 2, 1) }).task).toBe('classification')
    expect(read({ y_true: many(0, 1, 2), y_pred: many(0.1, 2.2, 1.4) }).task).toBe('regression')
    expect(read({ y_true: many(0, 1, 2), y_pred: many(0.1, 0.2, 0.4) }).task).toBe('regression')
    expect(read({ y_true: many(0, 1, 2), y_pred: many(0, 2, 1) }, 'regression').task).toBe('regression')
    expect(read({ y_true: many(1.5, 2.5), y_pred: many(1.5, 2.5) }, 'classification')).toMatchObject({
      classes: ['1.5', '2.5'],
    })
  })

  test('a hundred classes whose numbers are often met are classes; ages and counts are not', () => {
    const next = uniform(1)
    const hundred = Array.from({ length: 1000 }, (_, i) => i % 100)
    const hit = hundred.map((one) => (next() < 0.6 ? one : Math.floor(next() * 100)))
    expect(read({ y_true: hundred, y_pred: hit })).toMatchObject({ task: 'classification' })
    expect(read({ y_true: hundred, y_pred: hundred.map((one) => one + Math.round(6 * next() - 3)) }).task).toBe(
      'regression',
    )
    expect(read({ y_true: hundred.map((one) => one * 3), y_pred: hundred.map((one) => one * 3) }).task).toBe(
      'regression',
    )
  })

  test('what is missing, not finite or too large to square is left out and counted', () => {
    const own = read({ y_true: [1.5, null, 3.5, 2.5], y_pred: [Number.NaN, 1, Number.POSITIVE_INFINITY, 1e200] })
    expect(own).toMatchObject({ nonFinite: 3, rows: 4 })
    expect(short(own.truth)).toEqual([1.5, Number.NaN, 3.5, 2.5])
    expect(read({ y_true: [0, 1], y_pred: [Number.NaN, 1] })).toMatchObject({ nonFinite: 1 })
  })

  test('numbers as text are numbers', () => {
    expect(short(read({ y_true: ['1.5', '', '3'], y_pred: ['1', '2', 'x'] }).truth)).toEqual([1.5, Number.NaN, 3])
  })
})

describe('names of classes', () => {
  test('are those of truth and prediction together', () => {
    const own = read({ y_true: ['pants-fire', 'true', 'false'], y_pred: ['real', 'fake', 'fake'] })
    expect(own.classes).toEqual(['fake', 'false', 'pants-fire', 'real', 'true'])
    expect(short(own.truth)).toEqual([2, 4, 1])
    expect(short(own.predicted)).toEqual([3, 0, 0])
  })

  test('are the same as numbers, fractions and text, and true is 1 where others write 1', () => {
    const own = read({ y_true: [3, 10, 3, 10], y_pred: ['3.0', '10', '10.0', null] })
    expect(own.classes).toEqual(['3', '10'])
    expect(short(own.predicted)).toEqual([0, 1, 1, Number.NaN])
    expect(read({ y_true: [true, false], y_pred: [1, 0] })).toMatchObject({
      classes: ['0', '1'],
      truth: new Float64Array([1, 0]),
    })
    expect(read({ y_true: ['True', 'False'], y_pred: [true, true] }).classes).toEqual(['false', 'true'])
  })

  test('are what they mean where one spells them so and one otherwise', () => {
    const named = (table: Parameters<typeof read>[0]) => [read(table).classes, short(read(table).truth)]
    // readers of CSV take yes and no for true and false
    expect(named({ y_true: [true, false], p_yes: [0.3, 0.4], p_no: [0.7, 0.6] })).toEqual([
      ['yes', 'no'],
      [0, 1],
    ])
    expect(named({ y_true: [1, 0], p_true: [0.3, 0.4], p_false: [0.7, 0.6] })).toEqual([
      ['true', 'false'],
      [0, 1],
    ])
    expect(named({ y_true: ['yes', 'no'], y_pred: [1, 0] })).toEqual([
      ['0', '1'],
      [1, 0],
    ])
    expect(named({ y_true: ['yes', 'no'], y_pred: ['yes', 'yes'] })).toEqual([
      ['no', 'yes'],
      [1, 0],
    ])
    expect(named({ y_true: ['y', 'n', 't'], y_pred: ['f', 'n', 't'] })[0]).toEqual(['f', 'n', 't', 'y'])
  })

  test('of columns go first, words by numbered columns and numbers by named ones', () => {
    expect(read({ y_true: ['b', 'x'], p_c: [0.3, 0.3], p_b: [0.7, 0.7] }).classes).toEqual(['c', 'b', 'x'])
    expect(read({ y_true: ['cat', 'dog'], p_0: [0.3, 0.3], p_1: [0.7, 0.7] })).toMatchObject({
      classes: ['cat', 'dog'],
      truth: new Float64Array([0, 1]),
    })
    expect(read({ y_true: [1, 0], p_dog: [0.3, 0.3], p_cat: [0.7, 0.7] })).toMatchObject({
      classes: ['dog', 'cat'],
      truth: new Float64Array([1, 0]),
    })
  })
})

describe('probabilities', () => {
  test('of a single column are of the second class, or of the one it names', () => {
    const own = read({ y_true: ['ham', 'spam'], prob: [0.1, 0.8] })
    expect(short(own.probabilities)).toEqual([0.9, 0.1, 0.2, 0.8])
    expect(short(read({ y_true: ['ham', 'spam'], p_ham: [0.9, 0.2] }).probabilities)).toEqual([0.9, 0.1, 0.2, 0.8])
    expect(read({ y_true: ['ham', 'spam'], y_pred: ['ham', 'ham'], p_value: [0.9, 0.2] }).probabilities).toBeUndefined()
    const logits = read({ y_true: [0, 1], logit: [-2, 2] })
    expect(logits.outputs).toBe('logits')
    expect(short(logits.predicted)).toEqual([0, 1])
  })

  test('of truths of one class or of none are of two classes where that can be told', () => {
    expect(read({ y_true: [1, 1], prob: [0.1, 0.8] }).classes).toEqual(['0', '1'])
    expect(read({ id: [1, 2], prob: [0.1, 0.8] })).toMatchObject({
      classes: ['0', '1'],
      truth: new Float64Array([Number.NaN, Number.NaN]),
    })
    expect(() => read({ y_true: ['a', 'b', 'c'], prob: [0.1, 0.8, 0.5] })).toThrow(ModelError)
    expect(() => read({ y_true: ['a', 'a'], prob: [0.1, 0.8] })).toThrow(ModelError)
    expect(() => read({ y_true: ['a', 'b'], p_value: [0.1, 0.8] })).toThrow(ModelError)
  })

  test('stand for the prediction where that is a fraction in 0..1 of two classes', () => {
    const own = read({ y_true: many(0, 1, null), y_pred: many(0.2, 0.9, 0.4) })
    expect(own).toMatchObject({ task: 'classification', outputs: 'probabilities' })
    expect(short(own.predicted).slice(0, 3)).toEqual([0, 1, 0])
  })

  test('that are never below a half, and confidences, are of the predicted class', () => {
    for (const name of ['confidence', 'prob'])
      expect(short(read({ y_true: [0, 1, 1], y_pred: [0, 1, 0], [name]: [0.9, 0.8, 0.7] }).probabilities)).toEqual([
        0.9, 0.1, 0.2, 0.8, 0.7, 0.3,
      ])
    expect(read({ y_true: [0, 1], y_pred: [0, 1], confidence: [97, 85] }).probabilities).toBeUndefined()
    expect(read({ y_true: many(0, 1, 2), y_pred: many(0, 1, 2), confidence: many(0.9) }).probabilities).toBeUndefined()
  })

  test('are told from logits, and rounded ones are divided by their sum', () => {
    const own = read({ y_true: [0, 1], p_0: [0.33, 0.98], p_1: [0.33, 0.01], p_2: [0.33, 0.02] })
    expect(own.outputs).toBe('probabilities')
    expect(short(own.probabilities!.subarray(0, 3))).toEqual([0.3333, 0.3333, 0.3333])
    expect(read({ y_true: [0, 1], p_0: [-1, 3], p_1: [2, 0] })).toMatchObject({
      outputs: 'logits',
      predicted: new Float64Array([1, 0]),
    })
  })

  test('that are 0 and 1 say the class alone', () => {
    const own = read({ y_true: many(0, 1), y_pred_0: many(1, 0), y_pred_1: many(0, 1) })
    expect(own).toMatchObject({ outputs: 'classes' })
    expect(own.probabilities).toBeUndefined()
    expect(short(own.predicted).slice(0, 2)).toEqual([0, 1])
  })

  test('stand for a prediction that is missing', () => {
    const own = read({ y_true: [0, 1], y_pred: [0, null], p_0: [0.6, 0.2], p_1: [0.4, 0.8] })
    expect(short(own.predicted)).toEqual([0, 1])
  })

  test('with a NaN leave their row out, also beside a prediction', () => {
    const own = read({ y_true: [0, 1], y_pred: [0, 1], p_0: [Number.NaN, 0.2], p_1: [0.5, 0.8] })
    expect(own.nonFinite).toBe(1)
    expect(short(own.predicted)).toEqual([Number.NaN, 1])
  })
})

describe('several columns of the truth', () => {
  test('are labels that hold or not, in the order of the outputs', () => {
    const own = read({ y_true_a: [1, 0, 1], y_true_b: [1, 0, 0], p_b: [0.9, 0.2, 0.4], p_a: [0.8, 0.1, 0.3] })
    expect(own).toMatchObject({ task: 'multilabel', classes: ['b', 'a'], outputs: 'probabilities' })
    expect(short(own.truth)).toEqual([1, 1, 0, 0, 0, 1])
    expect(short(own.predicted)).toEqual([1, 1, 0, 0, 0, 0])
    const said = read({ y_true_a: ['True', 'False'], y_true_b: ['True', 'True'], y_pred_a: [1, 0], y_pred_b: [0, 1] })
    expect(said).toMatchObject({ task: 'multilabel', outputs: 'classes', truth: new Float64Array([1, 1, 0, 1]) })
    expect(said.probabilities).toBeUndefined()
    expect(read({ y_true_a: [1, 1], y_true_b: [1, 0], logit_a: [3, -1], logit_b: [-2, 1] })).toMatchObject({
      outputs: 'logits',
    })
  })

  test('are classes where one of each row is 1 and the outputs are of one', () => {
    const own = read({
      y_true_0: [1, 0, 0],
      y_true_1: [0, 0, 1],
      y_true_2: [0, 1, 0],
      p_0: [0.8, 0.1, 0.1],
      p_1: [0.1, 0.1, 0.8],
      p_2: [0.1, 0.8, 0.1],
    })
    expect(own).toMatchObject({ task: 'classification', classes: ['0', '1', '2'] })
    expect(short(own.truth)).toEqual([0, 2, 1])
    const named = read({ y_true_cat: [1, 0], y_true_dog: [0, 1], y_pred: ['dog', 'dog'] })
    expect(named).toMatchObject({
      classes: ['cat', 'dog'],
      truth: new Float64Array([0, 1]),
      predicted: new Float64Array([1, 1]),
    })
    // independent labels of which each row has one by chance
    expect(read({ y_true_a: [1, 0], y_true_b: [0, 1], p_a: [0.9, 0.8], p_b: [0.7, 0.9] }).task).toBe('multilabel')
  })

  test('are quantities where they are neither, and the first is taken', () => {
    const own = read({ y_true_0: [1.5, 2.5], y_true_1: [7, 8], y_pred_0: [1, 2], y_pred_1: [9, 9] })
    expect(own).toMatchObject({
      task: 'regression',
      truth: new Float64Array([1.5, 2.5]),
      predicted: new Float64Array([1, 2]),
    })
  })

  test('that are not as many as the outputs are refused', () => {
    expect(() =>
      read({ y_true_a: [1, 1], y_true_b: [1, 0], p_a: [0.1, 0.2], p_b: [0.1, 0.2], p_c: [0.1, 0.2] }),
    ).toThrow(ModelError)
  })
})

import { describe, expect, test } from 'vitest'
import type { Label } from '../data/measure/label.ts'
import type { Frame, FrameColumn } from '../data/sample.ts'
import type { DataSplit } from '../record/data-tables.ts'
import { ModelError } from './model-error.ts'
import { inputColumns, inputRows, labelCells, partBeside, rowsOfSplit, truthOf } from './on-data.ts'

const column = (
  name: string,
  values: readonly number[],
  role: FrameColumn['role'] = 'feature',
  words: readonly string[] = [],
) =>
  ({ name, kind: 'number', role, numberInText: false, values: Float64Array.from(values), words }) satisfies FrameColumn
function frame(splits: Partial<Record<DataSplit, number>>, columns: readonly FrameColumn[] = []): Frame {
  const parts = (Object.entries(splits) as [DataSplit, number][]).map(([split, rows]) => ({
    split,
    rows,
    sampled: rows,
  }))
  const rows = parts.reduce((sum, one) => sum + one.rows, 0)
  return {
    rows,
    splits: parts.map((one) => one.split),
    split: Uint8Array.from(parts.flatMap((one, i) => new Array<number>(one.rows).fill(i))),
    row: Float64Array.from({ length: rows }, (_, i) => i + 1),
    file: new Float64Array(rows),
    columns,
    parts,
  }
}
const label = (words: readonly string[], ...target: number[]): Label => ({
  name: 'y',
  task: 'classification',
  classes: words.length,
  target: Float64Array.from(target),
  words,
})
const quantity = (...target: number[]): Label => ({
  name: 'y',
  task: 'regression',
  classes: 0,
  target: Float64Array.from(target),
  words: [],
})

describe('what goes into a model', () => {
  const own = frame({ test: 2 }, [
    column('a', [1, 2]),
    column('id', [7, 8], 'id'),
    column('b', [3, 4]),
    column('y', [0, 1], 'label'),
  ])

  test('are the features, else all columns but the label, by their count', () => {
    expect(inputColumns(own, 2)!.map((one) => one.name)).toEqual(['a', 'b'])
    expect(inputColumns(own, 3)!.map((one) => one.name)).toEqual(['a', 'id', 'b'])
    expect(inputColumns(own, 4)).toBeUndefined()
    expect(inputColumns(frame({ test: 1 }, [column('a', [0], 'feature', ['x'])]), 1)).toBeUndefined()
  })

  test('are rows of single precision in the order asked for', () => {
    expect([...inputRows(inputColumns(own, 2)!, [1, 0, 1])]).toEqual([2, 4, 1, 3, 2, 4])
  })
})

test('rows of a split stand in their order', () => {
  const own = frame({ train: 3, test: 2 })
  expect([...rowsOfSplit(own, 'test')]).toEqual([3, 4])
  expect([...rowsOfSplit(own, 'val')]).toEqual([])
})

describe('the truth as a model means it', () => {
  const truth = (own: Label, outputs: number) => {
    const one = truthOf(
      own,
      own.target.map((_, i) => i),
      outputs,
    )
    return one && { ...one, values: [...one.values] }
  }

  test('is the number of a class, which stands for itself', () => {
    expect(truth(label(['2', '0'], 0, 1, Number.NaN), 3)).toEqual({
      task: 'classification',
      classes: ['0', '1', '2'],
      values: [2, 0, Number.NaN],
    })
    expect(truth(label(['1'], 0), 1)).toEqual({ task: 'classification', classes: ['0', '1'], values: [1] })
  })

  test('is the place of a word, or of a number from 1 on, in the order of encoders', () => {
    expect(truth(label(['dog', 'cat'], 0, 1), 1)!.values).toEqual([1, 0])
    expect(truth(label(['2', '1'], 0, 1), 1)!).toMatchObject({ classes: ['1', '2'], values: [1, 0] })
    expect(truth(label(['10', '9', '2'], 0, 1, 2), 3)!.values).toEqual([2, 1, 0])
  })

  test('is a quantity where one output stands for many numbers, and unknown where words are more than outputs', () => {
    expect(truth(label(['5', '3', '4'], 0, 1, 2), 1)).toEqual({ task: 'regression', classes: [], values: [5, 3, 4] })
    expect(truth(quantity(1.5, Number.NaN), 1)).toEqual({ task: 'regression', classes: [], values: [1.5, Number.NaN] })
    expect(truth(label(['a', 'b', 'c'], 0, 1, 2), 1)).toBeUndefined()
    expect(truth(label(['a', 'b', 'c'], 0, 1, 2), 2)).toBeUndefined()
  })
})

describe('labels beside a file of predictions', () => {
  const words = label(['b', 'a'], 0, 1, Number.NaN, 1)

  test('are those of its split, in the order of the rows', () => {
    const own = { frame: frame({ train: 1, test: 3 }), label: words }
    expect(labelCells(own, 'test', 3)).toEqual(['a', null, 'a'])
    expect(labelCells({ ...own, label: quantity(1, 2, Number.NaN, 4) }, 'test', 3)).toEqual([2, null, 4])
  })

  test('are those of data that are not divided', () => {
    const own = { frame: frame({ all: 4 }), label: words }
    expect(labelCells(own, 'test', 4)).toEqual(['b', 'a', null, 'a'])
    expect(partBeside(own.frame, 'val')!.split).toBe('all')
  })

  test('of another number of rows are refused', () => {
    const own = { frame: frame({ test: 4 }), label: words }
    expect(() => labelCells(own, 'test', 5)).toThrow(ModelError)
    expect(() => labelCells(own, 'test', 5)).toThrow(/"rows":5,"expected":4,"split":"test"/)
  })

  test('are not known without a label or the split, of a sample, or of rows without numbers', () => {
    const own = frame({ test: 4 })
    expect(labelCells({ frame: own, label: undefined }, 'test', 4)).toBeUndefined()
    expect(labelCells({ frame: own, label: words }, 'val', 4)).toBeUndefined()
    const sampled = { ...own, parts: [{ split: 'test' as const, rows: 9, sampled: 4 }] }
    expect(labelCells({ frame: sampled, label: words }, 'test', 9)).toBeUndefined()
    expect(
      labelCells({ frame: { ...own, row: new Float64Array(4).fill(Number.NaN) }, label: words }, 'test', 4),
    ).toBeUndefined()
  })
})

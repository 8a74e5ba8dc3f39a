import { describe, expect, test } from 'vitest'
import { predictionTables } from './examine-predictions.ts'
import { called, classified, drawn, labelled, quantities } from './predictions/predicted.fixture.ts'

const of = (...list: Parameters<typeof predictionTables>[0]) => predictionTables(list, undefined, 1)

describe('tables of predictions', () => {
  test('stand by split, training first, with the guess of the training', () => {
    const train = { ...called([0, 0, 1], [0, 0, 1], 2), split: 'train' } as const
    const own = of(called([1, 1, 0], [1, 1, 0], 2), { ...called([1], [1], 2), split: 'val' }, train)
    expect(own.predictions!.map((one) => one.split)).toEqual(['train', 'val', 'test'])
    const constant = own.scores!.filter((one) => one.of === 'constant' && one.measure === 'accuracy')
    expect(constant.map((one) => one.value)).toEqual([2 / 3, 0, 1 / 3])
    expect(own.confusion!.map((one) => one.split)).toEqual(['train', 'val', 'test'])
  })

  test('score a split that lacks a class of the training', () => {
    const train = { ...called([0, 1, 2], [0, 1, 2], 3), split: 'train' } as const
    const own = of(train, called([0, 1], [0, 0], 2))
    expect(
      own.scores!.find((one) => one.split === 'test' && one.measure === 'accuracy' && one.of === 'model')!.value,
    ).toBe(0.5)
    expect(own.predictions!.map((one) => one.classes)).toEqual([
      ['c0', 'c1', 'c2'],
      ['c0', 'c1', 'c2'],
    ])
  })

  test('hold what the task gives and no empty table', () => {
    expect(Object.keys(of(drawn(60, 2, 1))).sort()).toEqual([
      'calibration',
      'confusion',
      'exampleLosses',
      'predictions',
      'scores',
    ])
    expect(Object.keys(of(quantities([1, 2, 4], [1, 2, 3]))).sort()).toEqual([
      'exampleLosses',
      'predictions',
      'residuals',
      'scores',
    ])
    expect(Object.keys(of(labelled([[0.2]], [[1]]))).sort()).toEqual(['exampleLosses', 'predictions', 'scores'])
    expect(Object.keys(of(called([Number.NaN], [1], 2)))).toEqual(['predictions'])
    expect(of()).toEqual({ predictions: [] })
  })

  test('count rows that are in no score', () => {
    const own = of({ ...quantities([1, Number.NaN, 3], [1, 2, Number.NaN]), nonFinite: 1 })
    expect(own.predictions).toMatchObject([{ rows: 3, left: 2, nonFinite: 1 }])
  })

  test('of two tasks keep to their own guess', () => {
    const own = of({ ...quantities([1, 2, 3], [1, 2, 3]), split: 'train' }, called([0, 1], [0, 1], 2))
    expect([...new Set(own.scores!.map((one) => one.split))]).toEqual(['train'])
  })

  test('name a row by its number where no data are known', () => {
    const own = of(
      classified(
        [
          [0.9, 0.1],
          [0.9, 0.1],
        ],
        [0, 1],
      ),
    )
    expect(own.exampleLosses![0]!.worst[0]!.ref).toEqual({ split: 'test', row: 2, text: '' })
  })
})

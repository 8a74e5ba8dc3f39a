import { expect, it } from 'vitest'
import { baseline } from './data.fixture.ts'
import { accuracy, confusion, predicted as part, r2, scored } from './model.fixture.ts'
import * as predicted from './predicted.ts'

const many = [...accuracy('test', 0.8), ...accuracy('train', 0.9), ...accuracy('val', 0.85)]
const at = (value: number, error: number) => scored('test', 'accuracy', value, { error })[0]!

it('a task is judged by R2, by the accuracy, or by the F1 where a row has several labels', () => {
  const f1 = scored('test', 'macro-f1', 0.7)
  expect([
    predicted.mainMeasure(r2('test', 0.9)),
    predicted.mainMeasure(scored('test', 'rmse', 3)),
    predicted.mainMeasure([...f1, ...many]),
    predicted.mainMeasure([...f1, ...scored('test', 'accuracy', 0.9)]),
    predicted.mainMeasure([]),
  ]).toEqual(['r2', 'r2', 'accuracy', 'macro-f1', 'macro-f1'])
})

it('scores of a split stand beside the guess of the same split, where there is one', () => {
  const [test, train] = predicted.scoredSplits([...accuracy('test', 0.8, { guess: 0.6 }), accuracy('train', 0.9)[0]!])
  expect([test?.split, test?.model.value, test?.constant?.value]).toEqual(['test', 0.8, 0.6])
  expect([train?.split, train?.model.value, train?.constant]).toEqual(['train', 0.9, undefined])
  expect(predicted.scoredSplits(many, 'balanced-accuracy').map((one) => one.model.measure)).toEqual(
    Array(3).fill('balanced-accuracy'),
  )
  expect(predicted.scoredSplits([])).toEqual([])
})

it('the held-out split is the test, else the validation, else rows that are not divided', () => {
  const held = (...splits: ('train' | 'val' | 'test' | 'all')[]) =>
    predicted.trainAndHeldOut(splits.flatMap((split) => accuracy(split, 0.9))).held?.split
  expect([held('train', 'val', 'test'), held('train', 'val'), held('all', 'train'), held('train'), held()]).toEqual([
    'test',
    'val',
    'all',
    undefined,
    undefined,
  ])
  const { train, val, test } = predicted.trainAndHeldOut(many)
  expect([train, val, test].map((one) => one?.model.value)).toEqual([0.9, 0.85, 0.8])
})

it('one score is clearly below another beyond the errors of both and by so much at least', () => {
  const below = (first: number, second: number, error: number) =>
    predicted.clearlyBelow(at(first, error), at(second, error), 0.05)
  expect([below(0.9, 0.8, 0.02), below(0.9, 0.86, 0.001), below(0.9, 0.8, 0.08), below(0.8, 0.9, 0.02)]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(below(0.9, Number.NaN, 0.02)).toBe(false)
})

it('what was reached is the part of what lies above a constant guess', () => {
  const reached = (value: number, guess: number) =>
    predicted.reachedOf(predicted.scoredSplits(accuracy('test', value, { guess }))[0]!)
  expect(reached(0.9, 0.6)).toBeCloseTo(0.75)
  expect(reached(0.5, 0.6)).toBeCloseTo(-0.25)
  expect([reached(1, 0.6), reached(0.6, 0.6), reached(1, 1), reached(0.9, 1)]).toEqual([1, 0, 0, 0])
  expect(predicted.reachedOf({ split: 'test', model: at(0.7, 0.02), constant: undefined })).toBe(0.7)
})

it('the best of the simple models is of the same measure, and no constant guess', () => {
  const known = [
    baseline('constant', 0.95),
    baseline('linear', 0.7),
    baseline('trees', 0.8),
    baseline('neighbours', 0.9, { measure: 'r2' }),
  ]
  expect(predicted.bestSimple(known, 'accuracy')?.model).toBe('trees')
  expect(predicted.bestSimple(known, 'r2')?.model).toBe('neighbours')
  expect([predicted.bestSimple(known, 'macro-f1'), predicted.bestSimple([], 'accuracy')]).toEqual([
    undefined,
    undefined,
  ])
})

it('what the data allow is reached where a held-out score is as good as that of the best simple model', () => {
  const known = [baseline('constant', 0.95), baseline('trees', 0.8)]
  const reaches = (val: number, test: number) =>
    predicted.reachesSimple([...accuracy('train', 1), ...accuracy('val', val), ...accuracy('test', test)], known)
  expect([reaches(0.8, 0.8), reaches(0.9, 0.5), reaches(0.5, 0.9), reaches(0.7, 0.79)]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(predicted.reachesSimple(accuracy('train', 1), known)).toBe(false)
  expect([predicted.reachesSimple(many, undefined), predicted.reachesSimple(undefined, known)]).toEqual([false, false])
  expect(predicted.reachesSimple(many, [baseline('constant', 0.1)])).toBe(false)
})

it('rows are those that could be scored; none where nothing is known of the split', () => {
  const parts = [part('train', 800), part('test', 400, { left: 30 })]
  expect(['train', 'test', 'val'].map((split) => predicted.rowsOf(parts, split as 'train'))).toEqual([800, 370, 0])
  expect(predicted.rowsOf(undefined, 'test')).toBe(0)
})

it('a matrix shows a dozen classes', () => {
  const row = Array.from({ length: 20 }, (_, i) => i)
  const exhibit = predicted.confusionMatrix(confusion('test', [], []))
  expect(exhibit).toEqual({ kind: 'matrix', title: 'exhibit.confusion', rows: [], columns: [], cells: [] })
  const names = row.map((i) => `class ${i}`)
  const large = { ...confusion('test', [[1]]), classes: names, cells: row.map(() => row) }
  expect(predicted.confusionMatrix(large)).toMatchObject({
    rows: names.slice(0, 12),
    columns: names.slice(0, 12),
    cells: row.slice(0, 12).map(() => row.slice(0, 12)),
  })
})

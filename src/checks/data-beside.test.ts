import { expect, it } from 'vitest'
import { classes, heldOutEqual, heldOutWorse, ref, turnsNaN } from './data.fixture.ts'
import * as data from './data-beside.ts'
import { accuracy, classified, regressed } from './model.fixture.ts'
import { run, straight } from './run.fixture.ts'
import { learns, stuck } from './watched.fixture.ts'

/** Training and validation curves of one metric that end at these levels. */
const ends = (metric: string, train: number, val: number) =>
  run()
    .curve(metric, straight(10, 0.5, train))
    .curve(`val_${metric}`, straight(10, 0.5, val)).record

it('a fault has its own weight in an audit, and beside a run without a loss or an accuracy', () => {
  const alone = { weight: 5, shown: true, judged: false }
  expect(data.beside(run().record, 5, () => false)).toEqual(alone)
  expect(data.beside(run().curve('lr', [0.1, 0.1]).record, 5, () => false)).toEqual(alone)
})

it('its weight grows beside a run that shows it, and sinks to possible beside one that does not', () => {
  expect(data.beside(stuck().record, 5, data.suffers)).toEqual({ weight: 5.8, shown: true, judged: true })
  expect(data.beside(learns().record, 5, data.suffers)).toEqual({ weight: 2, shown: false, judged: true })
  expect(data.beside(learns().record, 1.2, data.suffers).weight).toBe(1.2)
})

it('its cause is seen where it is shown and more than a note', () => {
  const seen = (shown: boolean, weight: number) => data.seenAs('outliers', { shown, weight }).sees
  expect([seen(true, 2), seen(true, 1.9), seen(false, 5)]).toEqual(['outliers', undefined, undefined])
})

it('curves show a loss that suffers, that is NaN, or that leaves something to explain', () => {
  const runs = [learns(), stuck(), turnsNaN()].map((one) => one.record)
  expect(runs.map(data.suffers)).toEqual([false, true, true])
  expect(runs.map(data.turnsNonFinite)).toEqual([false, false, true])
  expect(runs.map(data.notWell)).toEqual([false, true, true])
})

it('curves show a held-out split that is as good, or far worse: by losses, also below 0, or by accuracies', () => {
  const losses = [-2, -1].map((val) => ends('loss', -2, val))
  const accuracies = [0.9, 0.88, 0.7].map((val) => ends('accuracy', 0.9, val))
  const runs = [heldOutEqual().record, heldOutWorse().record, learns().record, ...losses, ...accuracies]
  expect(runs.map(data.heldOutAsGood)).toEqual([true, false, false, true, false, true, false, false])
  expect(runs.map(data.heldOutAbove)).toEqual([false, true, false, false, true, false, false, true])
})

it('scores of predictions show a held-out split too, and judge a fault as curves do', () => {
  const scored = [classified(0.9, 0.9), classified(0.9, 0.7), classified(0.9, 0.87), regressed(0.9, 0.2)]
  const runs = scored.map((one) => one.record)
  expect(runs.map(data.heldOutAsGood)).toEqual([true, false, true, false])
  expect(runs.map(data.heldOutAbove)).toEqual([false, true, false, true])
  expect(runs.map((one) => data.beside(one, 5, data.heldOutAbove).weight)).toEqual([2, 5.8, 2, 5.8])
  const one = run().table('scores', ...accuracy('test', 0.9)).record
  expect([data.heldOutAsGood(one), data.heldOutAbove(one)]).toEqual([false, false])
})

it('the class shares of two splits are apart by half the sum of their differences', () => {
  const labels = [
    ...classes('train', { a: 60, b: 40 }),
    ...classes('val', { a: 6, b: 4 }),
    ...classes('test', { a: 20, c: 80 }),
  ]
  const { record } = run().table('labels', ...labels)
  const apart = (second: 'val' | 'test' | 'all') => data.labelsApart(record, ['train', second])
  expect([apart('val'), apart('all'), data.labelsApart(run().record, ['train', 'val'])]).toEqual([0, 0, 0])
  expect(apart('test')).toBeCloseTo(0.8)
})

it('rows are a table, with their files where there are several and a dash for a row without a number', () => {
  const two = [ref(3, { file: '/home/me/data/a.csv' }), { split: 'val' as const, file: 'b.csv', text: 'y = 0' }]
  expect(data.rowTable('exhibit.repeated-rows', two, [[0.5], [0.7]], ['score'])).toMatchObject({
    columns: ['split', 'file', 'row', 'score', 'cells'],
    rows: [
      ['train', 'data/a.csv', 3, 0.5, 'y = 1, age = 3'],
      ['val', 'b.csv', '–', 0.7, 'y = 0'],
    ],
  })
  expect(data.rowTable('exhibit.repeated-rows', [ref(3)])).toMatchObject({ columns: ['split', 'row', 'cells'] })
})

it('names are few, each once and none too long, and `all` is no split of a finding', () => {
  expect(data.fewNames(['a', 'b', 'c', 'a'])).toBe('a, b, c')
  expect(data.fewNames(['a', 'b', 'c', 'd'])).toBe('a, b, c, …')
  expect(data.fewNames(['x'.repeat(60)])).toBe('x'.repeat(40))
  expect([data.splitOf('test'), data.splitOf('all')]).toEqual([{ split: 'test' }, {}])
})

// Which logs tell a training that was watched: by their values alone.

import { describe, expect, it } from 'vitest'
import type { RunRecord } from '../record/run.ts'
import type { Series } from '../record/series.ts'
import { joinLogs } from './same-training.ts'

function series(
  name: string,
  metric: string,
  split: Series['split'],
  step: readonly number[],
  value: readonly number[],
): Series {
  const epoch = new Float64Array(step.length).fill(Number.NaN)
  const columns = { step: Float64Array.from(step), epoch, value: Float64Array.from(value) }
  return { name, metric, split, axis: 'step', mean: 'unknown', ...columns }
}

function record(name: string, ...all: readonly Series[]): RunRecord {
  const sources = [{ path: name, format: 'csv', points: 1 }]
  return { name, sources, series: all, facts: [], events: [], tables: {}, notes: [] }
}

const steps = Array.from({ length: 40 }, (_, at) => at + 1)
const falling = (high: number) => steps.map((step) => high / (1 + step / 10))
const means = (values: readonly number[], size: number) =>
  steps.flatMap((step) => (step % size ? [] : [values.slice(step - size, step).reduce((a, b) => a + b) / size]))
const watched = (high: number, name = 'watched') =>
  record(
    name,
    series('loss', 'loss', 'train', steps, falling(high)),
    series('val_loss', 'loss', 'val', [10, 20, 30, 40], [high, high / 2, high / 3, high / 4]),
  )
const names = ({ runs, rest }: ReturnType<typeof joinLogs>) => [
  runs.map((run) => run.series.map((one) => one.name)),
  rest.map(({ name }) => name),
]

describe('joinLogs', () => {
  it('joins means over the steps since the last one; the measured curve stays, another is added', () => {
    const log = record(
      'trainer_state.json',
      series('loss', 'loss', 'train', [10, 20, 30, 40], means(falling(2), 10)),
      series('eval_f1', 'f1', 'val', [10, 20], [0.5, 0.6]),
    )
    const { runs, rest } = joinLogs([watched(2)], [log])
    expect([runs.length, rest]).toEqual([1, []])
    expect(runs[0]!.series.map((one) => [one.name, one.value.length])).toEqual([
      ['loss', 40],
      ['val_loss', 4],
      ['eval_f1', 2],
    ])
    expect(runs[0]!.sources.map(({ path }) => path)).toEqual(['watched', 'trainer_state.json'])
  })

  it('joins values whose steps count from 0', () => {
    const log = record('metrics.csv', series('val_loss', 'loss', 'val', [9, 19, 29, 39], [2, 1, 2 / 3, 0.5]))
    expect(joinLogs([watched(2)], [log]).rest).toEqual([])
  })

  it('joins what lies off by uneven batches where another curve is the same', () => {
    const run = record('watched', ...watched(2).series, series('val_f1', 'f1', 'val', [10, 20], [0.5, 0.6]))
    const log = record(
      'metrics.csv',
      series('val_loss', 'loss', 'val', [10, 20], [2.03, 1.01]),
      series('val_f1', 'f1', 'val', [10, 20], [0.5, 0.6]),
    )
    expect(joinLogs([run], [log]).rest).toEqual([])
  })

  it('chooses the training whose values they are', () => {
    const log = record(
      'metrics.csv',
      series(
        'train_loss',
        'loss',
        'train',
        [0, 9, 19],
        [1, 10, 20].map((at) => falling(3)[at - 1]!),
      ),
    )
    const joined = joinLogs([watched(2, 'a'), watched(3, 'b')], [log])
    expect(joined.runs.map(({ sources }) => sources.length)).toEqual([1, 2])
  })

  it.each([
    ['of another seed', record('log', series('loss', 'loss', 'train', [10, 20, 30], [1.01, 0.67, 0.501]))],
    ['that stands still', record('log', series('val_f1', 'f1', 'val', [10, 20], [0.1, 0.1]))],
    ['of other steps', record('log', series('loss', 'loss', 'train', [400, 500], [1, 0.5]))],
    ['that tells no steps', record('log', series('loss', 'loss', 'train', [Number.NaN, Number.NaN], [1, 0.5]))],
    [
      'of which one curve is another',
      record(
        'log',
        series('val_loss', 'loss', 'val', [10, 20], [2, 1]),
        series('loss', 'loss', 'train', [10, 20], [9, 8]),
      ),
    ],
  ])('leaves a log %s apart', (_, log) => {
    const run = record('watched', ...watched(2).series, series('val_f1', 'f1', 'val', [10, 20], [0.1, 0.1]))
    expect(names(joinLogs([run], [log]))).toEqual([[['loss', 'val_loss', 'val_f1']], ['log']])
  })
})

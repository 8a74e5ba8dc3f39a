// Folding entries into runs: axes, resumes, restarts, several runs and several processes in one source.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, Point } from '../record/entry.ts'
import { fact } from '../record/fact.ts'
import { factOf, type RunRecord } from '../record/run.ts'
import { folder } from './fold.ts'

function fold(...entries: readonly Entry[]): RunRecord[] {
  const { take, records } = folder('log')
  for (const entry of entries) take(entry)
  return records()
}

function point(name: string, value: number, at: Partial<Point> = {}): Point {
  return { kind: 'point', name, value, ...at }
}

/** One point a step from `from` to `to`, falling from `high` towards `low`. */
function falling(from: number, to: number, high: number, low: number, by = 1): Point[] {
  const points: Point[] = []
  for (let step = from; step <= to; step += by) {
    points.push(point('loss', low + (high - low) * Math.exp((from - step) / 10), { step }))
  }
  return points
}

function columns(record: RunRecord, name: string): { step: number[]; epoch: number[]; value: number[] } {
  const series = record.series.find((one) => one.name === name)!
  return { step: [...series.step], epoch: [...series.epoch], value: [...series.value] }
}

describe('folder', () => {
  it('makes one series a name, split and axis; a coordinate that was not given is NaN', () => {
    const [run] = fold(
      point('loss', 3, { step: 0 }),
      point('val_loss', 4, { epoch: 1 }),
      point('loss', 2, { step: 1 }),
      point('loss', 2.5, { epoch: 1, axis: 'epoch', mean: 'epoch' }),
    )
    expect(run!.name).toBe('log')
    expect(run!.series.map(({ name, metric, split, axis, mean }) => [name, metric, split, axis, mean])).toEqual([
      ['loss', 'loss', 'train', 'step', 'unknown'],
      ['val_loss', 'loss', 'val', 'epoch', 'unknown'],
      ['loss', 'loss', 'train', 'epoch', 'epoch'],
    ])
    expect(columns(run!, 'loss')).toEqual({ step: [0, 1], epoch: [Number.NaN, Number.NaN], value: [3, 2] })
  })

  it('makes a run of a loss function that was called, though it raised and left no value', () => {
    const call = {
      loss: 'cross-entropy',
      name: 'cross_entropy',
      split: 'train' as const,
      trains: true,
      calls: 1,
      inputFrom: 'linear',
      inputShape: [6, 3],
      settings: [],
    }
    const [run, ...rest] = fold({ kind: 'rows', table: 'lossCalls', rows: [call] })
    expect(rest).toEqual([])
    expect([run!.series, run!.tables.lossCalls]).toEqual([[], [call]])
  })

  it('keeps NaN, infinities and absent values apart', () => {
    const [run] = fold(
      point('loss', Number.NaN, { step: 0 }),
      point('loss', Number.POSITIVE_INFINITY, { step: 1 }),
      point('acc', 0.5, { step: 1 }),
    )
    expect(columns(run!, 'loss').value).toEqual([Number.NaN, Number.POSITIVE_INFINITY])
    expect(columns(run!, 'acc').value).toEqual([0.5])
  })

  it('drops times and what was best so far; strips control sequences from names', () => {
    const [run] = fold(
      point('eta', 3),
      point('\x1b[31mloss\x1b[0m', 1),
      point('best_loss', 1),
      point('val\u202e_loss', 2),
    )
    expect(run!.series.map((series) => series.name)).toEqual(['loss', 'val_loss'])
  })

  it('sees an epoch axis where there is one value at each whole epoch', () => {
    const rows = [1, 2, 3].flatMap((epoch) => [
      point('eval_loss', 1 / epoch, { step: 100 * epoch, epoch }),
      point('loss', 2 / epoch, { step: 100 * epoch, epoch: epoch - 0.5 }),
    ])
    const [run] = fold(...rows)
    expect(run!.series.map(({ name, axis }) => [name, axis])).toEqual([
      ['eval_loss', 'epoch'],
      ['loss', 'step'],
    ])
  })

  it('counts steps on where they count within the epoch', () => {
    const rows = [1, 2, 3].flatMap((epoch) => [0, 10, 20].map((step) => point('loss', 1, { step, epoch })))
    const [run, none] = fold(...rows)
    expect(none).toBeUndefined()
    expect(columns(run!, 'loss').step).toEqual([0, 10, 20, 21, 31, 41, 42, 52, 62])
  })

  it('takes parts of a loss for the loss where there is nothing else', () => {
    const metrics = (names: string[]) =>
      fold(...names.map((name) => point(name, 1)))[0]!.series.map((one) => one.metric)
    expect(metrics(['train/box_loss', 'train/cls_loss'])).toEqual(['loss', 'loss'])
    expect(metrics(['train/loss', 'train/box_loss'])).toEqual(['loss', 'loss-part'])
  })
})

describe('folder: steps that go back', () => {
  it('is a resume where they overlap: the later values win', () => {
    const [run, none] = fold(...falling(0, 50, 3, 1), ...falling(40, 60, 1.02, 0.5))
    expect(none).toBeUndefined()
    const { step, value } = columns(run!, 'loss')
    expect(step).toEqual(Array.from({ length: 61 }, (_, index) => index))
    expect(value[40]).toBe(1.02)
    expect(run!.events).toEqual([expect.objectContaining({ kind: 'resume', step: 40 })])
  })

  it('is a resume with validation, whose old values past the point go too', () => {
    const val = (step: number, value: number) => point('val_loss', value, { step })
    const [run] = fold(...falling(0, 30, 3, 1), val(30, 9), ...falling(20, 40, 1.2, 0.5), val(40, 8))
    expect(columns(run!, 'val_loss')).toMatchObject({ step: [30, 40], value: [9, 8] })
    const [again] = fold(...falling(0, 30, 3, 1), val(30, 9), ...falling(20, 40, 1.2, 0.5), val(30, 7), val(40, 8))
    expect(columns(again!, 'val_loss')).toMatchObject({ step: [30, 40], value: [7, 8] })
  })

  it('is another run where they start again and the loss jumps', () => {
    const runs = fold(...falling(0, 50, 3, 1), ...falling(0, 40, 2.9, 0.5), ...falling(0, 30, 3.2, 0.25))
    expect(runs.map(({ name, series }) => [name, series[0]!.value.length])).toEqual([
      ['log', 51],
      ['log #2', 41],
      ['log #3', 31],
    ])
  })

  it('is the same run counted anew where the loss goes on', () => {
    const epochs = (high: number, low: number) =>
      [1, 2, 3, 4].map((epoch) => point('loss', low + (high - low) / epoch, { epoch, axis: 'epoch' }))
    const [run, none] = fold(...epochs(3, 1), ...epochs(1.45, 0.5))
    expect(none).toBeUndefined()
    expect(columns(run!, 'loss').epoch).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(run!.events).toEqual([expect.objectContaining({ kind: 'restart', epoch: 5 })])
  })

  it('is a copy where all of it was there before', () => {
    const [run, none] = fold(...falling(0, 50, 3, 1), ...falling(0, 50, 3, 1), ...falling(0, 50, 3, 1).slice(45))
    expect(none).toBeUndefined()
    expect(columns(run!, 'loss').value).toHaveLength(51)
    expect(run!.notes).toHaveLength(1)
  })

  it('is nothing at all where only the evaluation counts its own steps', () => {
    const rows = [1, 2, 3].flatMap((round) => [
      ...falling(round * 10, round * 10 + 9, 3 / round, 2 / round),
      ...[0, 1, 2].map((step) => point('val_loss', round + step / 10, { step })),
    ])
    const [run, none] = fold(...rows)
    expect(none).toBeUndefined()
    expect(columns(run!, 'loss').step).toHaveLength(30)
    expect(columns(run!, 'val_loss').value).toEqual([1, 1.1, 1.2, 2, 2.1, 2.2, 3, 3.1, 3.2])
    expect(run!.events).toEqual([])
  })

  it('is nothing at all where the validation lags behind', () => {
    const rows = [1, 2, 3, 4].flatMap((epoch) => [
      point('loss', 1 / epoch, { epoch }),
      point('val_loss', 2 / epoch, { epoch: epoch - 1 }),
    ])
    expect(fold(...rows)).toHaveLength(1)
  })

  it('puts a stray value where it belongs', () => {
    const [run] = fold(...falling(0, 20, 3, 1), point('loss', 9, { step: 10 }))
    const { step, value } = columns(run!, 'loss')
    expect(step).toEqual(Array.from({ length: 21 }, (_, index) => index))
    expect(value[10]).toBe(9)
  })

  it('begins a run with the evaluation that comes before its training', () => {
    const one = (high: number) => [
      point('val_loss', high, { epoch: 0 }),
      ...[0, 1, 2].map((epoch) => point('loss', high / (epoch + 1), { epoch })),
    ]
    const runs = fold(...one(3), point('val_loss', 1, { epoch: 2 }), ...one(2.9), point('val_loss', 1, { epoch: 2 }))
    expect(runs.map((run) => columns(run, 'val_loss').value)).toEqual([
      [3, 1],
      [2.9, 1],
    ])
  })

  it('falls back to the order of the file where steps never move', () => {
    const [run] = fold(...[5, 4, 3, 3].map((value) => point('cost', value, { step: 1 })))
    expect(columns(run!, 'cost')).toEqual({
      step: Array(4).fill(Number.NaN),
      epoch: Array(4).fill(Number.NaN),
      value: [5, 4, 3, 3],
    })
    expect(run!.notes).toHaveLength(1)
  })
})

describe('folder: several processes', () => {
  it('keeps the first of lines that each process writes, and says how many there are', () => {
    const rows = falling(0, 20, 3, 1).flatMap((one) => [one, { ...one, value: one.value * 1.0001 }, one])
    const [run] = fold(...rows)
    expect(columns(run!, 'loss').step).toEqual(Array.from({ length: 21 }, (_, index) => index))
    expect(run!.events).toEqual([expect.objectContaining({ kind: 'ranks', value: 3 })])
  })

  it('keeps the first of different values that each process writes', () => {
    const rows = falling(0, 20, 3, 1).flatMap((one) => [one, { ...one, value: one.value + 0.5 }])
    expect(columns(fold(...rows)[0]!, 'loss').value).toEqual(falling(0, 20, 3, 1).map((one) => one.value))
  })

  it('keeps a stuck loss without steps as it is', () => {
    const rows = [1, 2].flatMap((epoch) => [1, 2, 3].map(() => point('loss', Math.LN2, { epoch, axis: 'step' })))
    expect(columns(fold(...rows)[0]!, 'loss').value).toHaveLength(6)
  })
})

describe('folder: what is told beside the curves', () => {
  it('begins a run where the source says so, and names it', () => {
    const runs = fold(
      { kind: 'run', name: 'seed 1' },
      ...falling(0, 9, 3, 1),
      { kind: 'run', name: 'seed 2' },
      ...falling(0, 9, 2.5, 1),
      { kind: 'run' },
      ...falling(10, 19, 2.5, 1),
    )
    expect(runs.map((run) => run.name)).toEqual(['seed 1', 'seed 2', 'log #3'])
  })

  it('keeps settings for the runs that follow them; the later reading comes later', () => {
    const rate = (value: number, from: 'log' | 'user' = 'log'): Entry => ({
      kind: 'fact',
      fact: fact('learning_rate', value, `lr ${value}`, 'line 1', from),
    })
    const runs = fold(rate(0.1), ...falling(0, 9, 3, 1), rate(0.2), ...falling(0, 9, 2.9, 1), ...falling(0, 9, 2.8, 1))
    expect(runs.map((run) => factOf(run, 'learning_rate'))).toEqual([0.1, 0.2, 0.2])
    const [own] = fold(rate(0.3, 'user'), ...falling(0, 9, 3, 1), rate(0.1))
    expect(factOf(own!, 'learning_rate')).toBe(0.3)
  })

  it('gives words behind the last value to all runs', () => {
    const words: Entry = { kind: 'fact', fact: fact('dataset', 'cifar10', 'on CIFAR-10', 'line 9') }
    const runs = fold(...falling(0, 9, 3, 1), ...falling(0, 9, 2.9, 1), words)
    expect(runs.map((run) => factOf(run, 'dataset'))).toEqual(['cifar10', 'cifar10'])
  })

  it('has no run without a value', () => {
    expect(fold({ kind: 'run', name: 'a' }, { kind: 'note', note: { id: 'note.torn', values: {} } })).toEqual([])
  })

  it('keeps every value of any source that goes forward, and never throws for any other', () => {
    const any = fc.record({
      kind: fc.constant('point' as const),
      name: fc.constantFrom('loss', 'val_loss', 'acc', 'x'),
      value: fc.double(),
      step: fc.option(fc.integer({ min: -2, max: 40 }), { nil: undefined }),
      epoch: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (points) => {
        for (const run of fold(...points)) {
          for (const { step, epoch, value } of run.series)
            expect([step.length, epoch.length]).toEqual([value.length, value.length])
        }
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 300 }), (values) => {
        const [run] = fold(...values.map((value, step) => point('loss', value, { step })))
        expect([...(run?.series[0]?.value ?? [])]).toEqual(values)
      }),
    )
  })
})

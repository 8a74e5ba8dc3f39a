// Folding what a recorder measured itself: places, runs, and what was printed of the same.

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

describe('folder: what a recorder measured', () => {
  const measured = (metric: string, value: number, at: Partial<Point> = {}) =>
    point(at.split === 'val' ? `val_${metric}` : metric, value, { metric, axis: 'step', ...at })
  const names = (record: RunRecord) =>
    record.series.map(({ name, metric, split, layer }) => [name, metric, split, layer])

  it('takes the metric, the split, the mean and the layer as they are told', () => {
    const [run] = fold(
      point('whatever', 1, { metric: 'dead-share', layer: 'fc1\x1b[0m', step: 1, axis: 'step', mean: 'batch' }),
      point('whatever', 0.5, { metric: 'dead-share', layer: 'fc2', step: 1, axis: 'step', mean: 'batch' }),
      point('eta', 2, { metric: 'loss', step: 1, split: 'val', axis: 'step' }),
    )
    expect(names(run!)).toEqual([
      ['whatever', 'dead-share', 'train', 'fc1'],
      ['whatever', 'dead-share', 'train', 'fc2'],
      ['eta', 'loss', 'val', undefined],
    ])
  })

  it('counts once, whether it is printed before or after; other metrics stay', () => {
    const [run] = fold(
      point('loss', 2.31, { epoch: 1, step: 1 }),
      measured('loss', 2.3, { step: 1 }),
      measured('loss', 2.2, { step: 2 }),
      measured('loss', 2.4, { step: 2, split: 'val' }),
      point('test_loss', 2.4, { step: 2 }),
      point('accuracy', 0.3, { step: 2 }),
    )
    expect(names(run!).map(([name]) => name)).toEqual(['loss', 'val_loss', 'accuracy'])
    expect([...run!.series[0]!.value]).toEqual([2.3, 2.2])
  })

  it('leaves what was printed long after it ended, and a test loss beside a printed validation loss', () => {
    const [run] = fold(
      measured('loss', 2.3, { step: 1 }),
      measured('loss', 2.4, { step: 1, split: 'val' }),
      ...falling(1, 40, 2, 1),
      point('val_loss', 2.4, { step: 1 }),
      point('test_loss', 2.9, { step: 2 }),
    )
    expect(names(run!).map(([name, , split]) => [name, split])).toEqual([
      ['loss', 'train'],
      ['val_loss', 'val'],
      ['loss', 'train'],
      ['test_loss', 'test'],
    ])
  })

  it('belongs to the run in which it was seen, alike or not', () => {
    const seen = (name: 'learning_rate' | 'dropout', value: number): Entry => {
      return { kind: 'fact', fact: fact(name, value, '', 'recorder', 'recorder') }
    }
    const table = (name: string): Entry => ({ kind: 'rows', table: 'layers', rows: [{ name, kind: 'Linear' }] })
    const batch = { step: 1, id: 1, loss: 1, split: 'train' } as const
    const runs = fold(
      { kind: 'run', name: 'a' },
      measured('loss', 2, { step: 1 }),
      seen('dropout', 0.5),
      { kind: 'rows', table: 'exampleLoss', rows: [batch] },
      { kind: 'rows', table: 'exampleLoss', rows: [batch] },
      table('one'),
      { kind: 'run', name: 'a' },
      measured('loss', 2, { step: 1 }),
      seen('learning_rate', 0.1),
      table('one'),
      table('two'),
    )
    expect(runs.map((run) => [factOf(run, 'dropout'), factOf(run, 'learning_rate')])).toEqual([
      [0.5, undefined],
      [undefined, 0.1],
    ])
    expect(runs.map(({ tables }) => tables.layers?.map(({ name }) => name))).toEqual([['one'], ['two']])
    expect(runs.map(({ tables }) => tables.exampleLoss?.length)).toEqual([2, undefined])
  })

  it('wins over what was printed of it, and loses to the user', () => {
    const printed = fact('learning_rate', 3, 'lr 3', 'line 1')
    const [run] = fold(
      measured('loss', 2, { step: 1 }),
      {
        kind: 'fact',
        fact: fact('learning_rate', 0.1, 'SGD(lr=0.1)', 'recorder', 'recorder'),
      },
      { kind: 'fact', fact: printed },
    )
    expect(factOf(run!, 'learning_rate')).toBe(0.1)
    const told = fact('learning_rate', 7, '--fact', '--fact', 'user')
    const corrected = { ...run!, facts: [...run!.facts, told] }
    expect(factOf(corrected, 'learning_rate')).toBe(7)
  })
})

it('tells at any time what is known so far, and goes on as if it had not been asked', () => {
  const entries: Entry[] = [
    { kind: 'rows', table: 'layers', rows: [{ name: 'fc', kind: 'Linear' }] },
    ...falling(0, 30, 3, 1),
    { kind: 'fact', fact: fact('learning_rate', 0.1, 'lr 0.1', 'line 1') },
    ...falling(20, 40, 1.2, 0.5),
    ...falling(0, 10, 3, 1),
  ]
  const asked = folder('log')
  for (const [count, entry] of entries.entries()) {
    asked.take(entry)
    if (count % 7 === 0) expect(asked.sofar()).toEqual(fold(...entries.slice(0, count + 1)))
  }
  expect(asked.records()).toEqual(fold(...entries))
})

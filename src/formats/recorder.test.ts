import { describe, expect, it, test } from 'vitest'
import { speaker, tell } from '../locales/speak.ts'
import type { Entry } from '../record/entry.ts'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf } from './contract.fixture.ts'
import { streamStart, titleOf } from './recorder/start.ts'
import format from './recorder.ts'

type Row = Readonly<Record<string, unknown>>

const START: Row = { k: 'start', v: 1, time: 1.7e9, pid: 42, parent: 7, argv: ['/home/u/train.py', '--lr', '0.1'] }
const lines = (...rows: readonly (Row | string)[]) =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')
const read = (...rows: readonly (Row | string)[]) =>
  entriesOf(format, bytesOf(lines(START, ...rows)), 'process-42-0.jsonl')
const of = <Kind extends Entry['kind']>(entries: readonly Entry[], kind: Kind) =>
  entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind)
const notes = (entries: readonly Entry[]) => of(entries, 'note').map(({ note }) => tell(note, speaker('en')))
const loss = (step: readonly unknown[], value: readonly unknown[], more: Row = {}): Row => ({
  k: 'points',
  metric: 'loss',
  split: 'train',
  axis: 'step',
  mean: 'batch',
  step,
  value,
  ...more,
})
const print = (text: string, step = 0, stream = 'stdout'): Row => ({ k: 'text', stream, step, text })
const TENSOR: Row = {
  step: 1,
  split: 'train',
  name: '0',
  type: 'float',
  shape: [32, 3],
  min: -1,
  max: 'Infinity',
  mean: 0,
  spread: 1,
  nonFinite: 0.1,
}

const WHOLE = lines(
  { ...START, rank: 0, world: 2 },
  print('loading é data\nep'),
  { k: 'rows', table: 'layers', rows: [{ name: 'fc', kind: 'Linear', shape: [null, 10], fanIn: 4, trainable: true }] },
  { k: 'fact', name: 'learning_rate', value: 0.1, quote: 'SGD(lr=0.1)' },
  loss([1, 2, 3], [2.5, 'NaN', 'Infinity']),
  loss([2], [0.5], { metric: 'gradient-norm', layer: 'fc.weight' }),
  { k: 'names', layers: ['fc'] },
  { k: 'look', step: 2, whole: { 'weight-norm': 1 }, layers: { 'update-ratio': [0.1] } },
  { k: 'examples', step: 2, split: 'train', loss: [1, 2] },
  print('och 1: loss 2.5 accuracy 0.4\nacc', 2),
  { k: 'event', event: 'non-finite', step: 2, text: 'loss' },
  print('uracy 0.5\nepoch 2: accuracy 0.6\n', 3),
  { k: 'logged', step: 3, epoch: 1, values: { val_f1: 0.5, eval_loss: 'NaN' } },
  { k: 'run', name: 'second' },
  loss([1, 2], [1, 0.5]),
  { k: 'cost', steps: 5, seconds: 10, spent: 1, startup: 0.1, sampled: 2 },
  { k: 'end', why: 'exception', text: 'KeyError: 3', step: 2 },
)
holdsContract(format, { 'process-42-0.jsonl': bytesOf(WHOLE) })

describe('recorder', () => {
  it('recognises a stream by its first line', () => {
    const named = (text: string) => format.recognises(headFor(bytesOf(text), 'x.jsonl'))
    expect(named(lines(START))).toBe(true)
    expect(named(JSON.stringify(START))).toBe(false)
    expect(named(lines({ k: 'start' }, loss([1], [2])))).toBe(false)
    expect(named(lines({ step: 1, loss: 2 }))).toBe(false)
  })

  it('gives points with their metric, split, axis, mean and layer', () => {
    const entries = read(
      loss([1, 2], [2.5, 'NaN']),
      loss([2], [3], { split: 'val', axis: 'epoch', mean: 'epoch', epoch: [1] }),
      loss([2], ['-Infinity'], { metric: 'weight-norm', layer: 'fc', epoch: [null] }),
    )
    expect(of(entries, 'point')).toEqual([
      { kind: 'point', name: 'loss', metric: 'loss', split: 'train', axis: 'step', mean: 'batch', step: 1, value: 2.5 },
      {
        kind: 'point',
        name: 'loss',
        metric: 'loss',
        split: 'train',
        axis: 'step',
        mean: 'batch',
        step: 2,
        value: Number.NaN,
      },
      {
        kind: 'point',
        name: 'val_loss',
        metric: 'loss',
        split: 'val',
        axis: 'epoch',
        mean: 'epoch',
        step: 2,
        epoch: 1,
        value: 3,
      },
      {
        kind: 'point',
        name: 'weight-norm fc',
        metric: 'weight-norm',
        layer: 'fc',
        split: 'train',
        axis: 'step',
        mean: 'batch',
        step: 2,
        epoch: Number.NaN,
        value: Number.NEGATIVE_INFINITY,
      },
    ])
  })

  it('gives what a look showed of the whole and of each layer', () => {
    const entries = read(
      { k: 'names', layers: ['fc1', 'fc2'] },
      {
        k: 'look',
        step: 4,
        whole: { 'gradient-norm': 2 },
        layers: { 'dead-share': [0.5, null], 'weight-norm': ['NaN', 3] },
      },
      { k: 'examples', step: 4, split: 'train', loss: [1, 'Infinity'] },
    )
    expect(of(entries, 'point').map(({ metric, layer, step, value }) => [metric, layer, step, value])).toEqual([
      ['gradient-norm', undefined, 4, 2],
      ['dead-share', 'fc1', 4, 0.5],
      ['weight-norm', 'fc1', 4, Number.NaN],
      ['weight-norm', 'fc2', 4, 3],
    ])
    expect(of(entries, 'rows').map(({ rows }) => rows)).toEqual([
      [
        { step: 4, id: 0, loss: 1, split: 'train' },
        { step: 4, id: 1, loss: Number.POSITIVE_INFINITY, split: 'train' },
      ],
    ])
  })

  it('gives facts, tables and events as they are in the record', () => {
    const entries = read(
      { k: 'fact', name: 'batch_size', value: 32, quote: 'x'.repeat(500) },
      {
        k: 'rows',
        table: 'inputs',
        rows: [{ ...TENSOR, features: { count: 3, means: [0, 1], spreads: [0, 1], constant: 0 } }],
      },
      { k: 'event', event: 'not-moved', step: 4, text: 'SGD', value: 1 },
      { k: 'end', why: 'signal', step: 9 },
    )
    expect(of(entries, 'fact')[0]!.fact).toMatchObject({ name: 'batch_size', value: 32, from: 'recorder' })
    expect(of(entries, 'fact')[0]!.fact.quote).toHaveLength(120)
    expect(of(entries, 'rows')[0]).toMatchObject({
      table: 'inputs',
      rows: [{ max: Number.POSITIVE_INFINITY, type: 'float' }],
    })
    expect(of(entries, 'event').map(({ event }) => event)).toEqual([
      { kind: 'not-moved', step: 4, text: 'SGD', value: 1 },
      { kind: 'aborted', step: 9, text: '' },
    ])
  })

  it.each<[string, Row | string]>([
    ['no JSON', '{"k":"points","metric":'],
    ['no object', '[1]'],
    ['no kind', '{}'],
    ['columns of unequal length', loss([1, 2], [1])],
    ['a value that is none', loss([1], ['x'])],
    ['a metric that is none', loss([1], [1], { metric: 'A b' })],
    ['a split that is none', loss([1], [1], { split: 'dev' })],
    ['a look at layers without names', { k: 'look', step: 1, layers: { 'dead-share': [0] } }],
    ['a look with a value that is none', { k: 'look', step: 1, whole: { 'gradient-norm': '2' } }],
    ['names that are none', { k: 'names', layers: [1] }],
    ['examples without a split', { k: 'examples', step: 1, loss: [1] }],
    ['an unknown fact', { k: 'fact', name: '__proto__', value: 1, quote: '' }],
    ['a fact of another type', { k: 'fact', name: 'batch_size', value: '32', quote: '' }],
    ['an unknown table', { k: 'rows', table: 'constructor', rows: [] }],
    ['a row that lacks a field', { k: 'rows', table: 'inputs', rows: [{ ...TENSOR, min: undefined }] }],
    [
      'a row with a field of another type',
      { k: 'rows', table: 'layers', rows: [{ name: 'a', kind: 'b', shape: 'c' }] },
    ],
    ['an unknown event', { k: 'event', event: 'party', text: '' }],
    ['text that is none', { k: 'text', stream: 'stdin', text: 'loss 1' }],
  ])('steps over %s, with a note', (_, row) => {
    const entries = read(row, loss([7], [1]))
    expect(pointsOf(entries)).toEqual(['train:loss step 7 1'])
    expect(notes(entries)).toEqual([expect.stringMatching(/^One row .* line 2\.$/)])
  })

  it('passes over kinds of a later version, and a line that is still being written', () => {
    const text = lines({ ...START, v: 2 }, { k: 'hologram', x: 1 }, loss([1], [2]))
    const entries = entriesOf(format, bytesOf(`${text}{"k":"points","metr`), 'x')
    expect(pointsOf(entries)).toEqual(['train:loss step 1 2'])
    expect(notes(entries)).toEqual([expect.stringContaining('later whyloss')])
  })

  it('tells ranks, silence, and a recorder that took too much', () => {
    const entries = entriesOf(
      format,
      bytesOf(
        lines(
          { ...START, rank: 0, world: 4 },
          { k: 'silent', why: 'disk full' },
          { k: 'cost', seconds: 10, spent: 0.25 },
          { k: 'cost', seconds: 100, spent: 5 },
        ),
      ),
      'x',
    )
    expect(of(entries, 'event').map(({ event }) => [event.kind, event.value])).toEqual([
      ['ranks', 4],
      // each training that ended
      ['end', undefined],
      ['end', undefined],
    ])
    expect(notes(entries)).toEqual([expect.stringContaining('disk full'), expect.stringContaining('5')])
    expect(notes(read({ k: 'cost', seconds: 10, spent: 0.29 }))).toEqual([])
  })

  it('tells a traceback once, be it printed or not', () => {
    const end: Row = { k: 'end', why: 'exception', text: 'ValueError: x', step: 3 }
    const printed = 'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nValueError: x\n'
    const tracebacks = (entries: readonly Entry[]) =>
      of(entries, 'event').filter(({ event }) => event.kind === 'traceback').length
    expect(tracebacks(read(loss([1], [2]), end))).toBe(1)
    expect(tracebacks(read(loss([1], [2]), print(printed, 3, 'stderr'), end))).toBe(1)
  })
})

describe('recorder: what was printed', () => {
  it('is a log like any other where nothing is measured', () => {
    const text = 'Epoch 1/2\nloss: 2.0 - val_loss: 2.1\nEpoch 2/2\nloss: 1.0 - val_loss: 1.3\n'
    expect(pointsOf(read(print(text.slice(0, 25)), print(text.slice(25))))).toEqual([
      'loss epoch 1 2',
      'val_loss epoch 1 2.1',
      'loss epoch 2 1',
      'val_loss epoch 2 1.3',
    ])
  })

  it('lies at the steps at which it was printed; of one step the last value counts', () => {
    const entries = read(
      loss([1, 2, 3], [3, 2, 1]),
      print('epoch 0 val acc 0.4\n', 10),
      print('epoch 1 val acc 0.5\n', 20),
      print('epoch 0 val acc 0.4\nepoch 1 val acc 0.5\n', 20),
    )
    expect(pointsOf(entries).filter((one) => one.includes('acc'))).toEqual([
      'val acc step 10 epoch 0 0.4',
      'val acc step 20 epoch 1 0.5',
    ])
  })

  it('is not told again where a trainer handed it to its loggers, whichever came first', () => {
    const logged = (step: number, values: Row): Row => ({ k: 'logged', step, epoch: step / 10, values })
    const entries = read(
      loss([1], [2]),
      print('val_f1: 0.1\n', 9),
      logged(10, { val_f1: 0.123 }),
      print('val_f1: 0.2\n', 21),
      logged(20, { val_f1: 0.234 }),
      print('val_f1: 0.3\n', 40),
    )
    const own = of(entries, 'point').filter(({ name }) => name === 'val_f1')
    expect(own.map(({ step, epoch, value }) => [step, epoch, value])).toEqual([
      [10, 1, 0.123],
      [20, 2, 0.234],
    ])
    expect(notes(read({ k: 'logged', step: 1, values: { a: [] } }))).toHaveLength(1)
  })

  it('of the two streams is not mixed', () => {
    const entries = read(print('epoch 1 lo'), print(' 50%|###', 0, 'stderr'), print('ss 0.5\n'))
    expect(pointsOf(entries)).toEqual(['loss epoch 1 0.5'])
  })

  it('yields to the layers that were seen', () => {
    const summary = 'Net(\n  (fc): Linear(in_features=4, out_features=10, bias=True)\n)\n\n'
    const layers: Row = { k: 'rows', table: 'layers', rows: [{ name: 'fc', kind: 'Linear' }] }
    expect(of(read(print(summary), layers), 'rows').map(({ rows }) => rows.length)).toHaveLength(2)
    expect(of(read(layers, print(summary)), 'rows')).toHaveLength(1)
  })
})

test('a process is named by its script and what it was given, secrets aside', () => {
  const title = (...argv: string[]) => titleOf(argv)
  expect(title('/usr/lib/python3/ipykernel_launcher.py', '-f', '/run/user/0/kernel-12.json')).toBe('notebook')
  expect(title('/a/b/train.py', '--lr', '0.1')).toBe('train.py --lr 0.1')
  expect(title('t.py', '--api-key', 'abc', '--wandb_token=xyz', 'ok')).toBe('t.py --api-key … --wandb_token=… ok')
  expect(title('x'.repeat(300))).toHaveLength(100)
  const named = entriesOf(format, bytesOf(lines({ ...START, argv: ['-c'] })), 'x')
  expect(named).toEqual([{ kind: 'run', name: 'process 42' }])
  expect(streamStart('{"k":"start","v":1,"time":1,"pid":"x"}\n')).toBeUndefined()
})

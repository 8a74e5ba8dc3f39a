// Gathering runs from files, folders and streams: what belongs together, what is refused and with which words.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { file, scalar } from '../formats/events/write.fixture.ts'
import { has, speaker, tell } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { gather } from './gather.ts'

const say = speaker('en')
const root = mkdtempSync(join(tmpdir(), 'whyloss-gather-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder with these files. */
function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true })
    writeFileSync(join(root, name, path), content)
  }
  return join(root, name)
}

const CSV = 'epoch,loss,val_loss\n0,3,4\n1,2,3\n2,1,2\n'
const EVENTS = 'events.out.tfevents.1700000000.host.1.0'
const losses = (tag: string, ...values: number[]) => file(...values.map((value, step) => scalar(step, tag, value)))

/** Runs as `name: split metric points`, relative to `from`. */
function told(records: Awaited<ReturnType<typeof gather>>['records'], from: string): string[] {
  return records.map(({ name, series }) => {
    const curves = series.map(({ split, metric, value }) => `${split} ${metric} ${value.length}`)
    return `${name.replace(`${from}/`, '').replace(from, '.')}: ${curves.join(', ')}`
  })
}

function spoken(record: RunRecord): string[] {
  return record.notes.map((note) => tell(note, say))
}

describe('gather', () => {
  it('reads a lone file as a run named by its path, with its source', async () => {
    const at = folder('lone', { 'log.csv': CSV })
    const { records, refused } = await gather([join(at, 'log.csv')])
    expect(refused).toEqual([])
    expect(records[0]!.name).toBe(join(at, 'log.csv'))
    expect(records[0]!.sources).toMatchObject([{ path: join(at, 'log.csv'), format: 'csv', points: 6 }])
    expect(records[0]!.sources[0]!.sha256).toBe(createHash('sha256').update(CSV).digest('hex'))
  })

  it('pairs train/ and validation/ of Keras, run and run/eval, and the folders of add_scalars', async () => {
    const at = folder('events', {
      [`keras/train/${EVENTS}`]: losses('epoch_loss', 3, 2),
      [`keras/validation/${EVENTS}`]: losses('epoch_loss', 4, 3),
      [`estimator/${EVENTS}`]: losses('loss', 3, 2, 1),
      [`estimator/eval/${EVENTS}`]: losses('loss', 4),
      [`torch/${EVENTS}`]: losses('lr', 0.1),
      [`torch/loss_train/${EVENTS}`]: losses('loss', 3, 2),
      [`torch/loss_valid/${EVENTS}`]: losses('loss', 4, 3),
    })
    const { records } = await gather([at])
    expect(told(records, at)).toEqual([
      'estimator: train loss 3, val loss 1',
      'keras: train loss 2, val loss 2',
      'torch: train learning-rate 1, train loss 2, val loss 2',
    ])
    expect(records[1]!.sources.map(({ points }) => points)).toEqual([2, 2])
  })

  it('joins the event files of a folder, a resume in a second file', async () => {
    const at = folder('resumed', {
      'run/events.out.tfevents.1700000000.host': losses('train/loss', 5, 4, 3, 2, 1),
      'run/events.out.tfevents.1700000900.host': file(...[3, 4, 5, 6].map((step) => scalar(step, 'train/loss', 0.5))),
    })
    const [run] = (await gather([at])).records
    expect([...run!.series[0]!.step]).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(run!.events).toEqual([expect.objectContaining({ kind: 'resume', step: 3 })])
  })

  it('pairs train.csv and val.csv', async () => {
    const at = folder('pair', { 'train_log.csv': 'step,loss\n0,3\n1,2\n', 'val_log.csv': 'step,loss\n0,4\n1,3\n' })
    expect(told((await gather([at])).records, at)).toEqual(['*_log.csv: train loss 2, val loss 2'])
  })

  it('reads the newest checkpoint only', async () => {
    const state = (steps: number) =>
      JSON.stringify({
        log_history: Array.from({ length: steps }, (_, index) => ({ step: index + 1, loss: 1 / (index + 1) })),
      })
    const at = folder('hf', {
      'checkpoint-9/trainer_state.json': state(9),
      'checkpoint-10/trainer_state.json': state(10),
      'trainer_log.jsonl': '{"current_steps": 1, "loss": 1.0}\n',
    })
    expect(told((await gather([at])).records, at)[0]).toBe('checkpoint-10/trainer_state.json: train loss 10')
  })

  it('leaves out what tells the same run again, and says so', async () => {
    const at = folder('yolo', {
      'results.csv': 'epoch,train/box_loss\n0,1\n1,0.5\n',
      [EVENTS]: losses('train/box_loss', 1, 0.5),
      'opt.yaml': 'epochs: 100\nlr0: 0.01\nweights: !!python/object:pathlib.Path x\n',
    })
    const { records } = await gather([at])
    expect(told(records, at)).toEqual(['results.csv: train loss 2'])
    expect(spoken(records[0]!)).toEqual([expect.stringContaining(EVENTS)])
    expect(records[0]!.facts.map(({ name, value, where }) => [name, value, where])).toEqual([
      ['epochs', 100, 'opt.yaml'],
      ['learning_rate', 0.01, 'opt.yaml'],
    ])
  })

  it('leaves out a JSON file that only sums a run up, where the run lies beside it', async () => {
    const at = folder('summed', { 'log.csv': CSV, 'wandb-summary.json': '{"epoch": 2, "loss": 1, "val_loss": 2}' })
    expect(told((await gather([at])).records, at)).toEqual(['log.csv: train loss 3, val loss 3'])
    expect((await gather([join(at, 'wandb-summary.json')])).records).toHaveLength(1)
  })

  it('reads the curves of DVCLive as one run', async () => {
    const at = folder('dvc', {
      'dvclive/plots/metrics/train/loss.tsv': 'step\tloss\n0\t3\n1\t2\n',
      'dvclive/plots/metrics/eval/loss.tsv': 'step\tloss\n0\t4\n1\t3\n',
    })
    expect(told((await gather([at])).records, at)).toEqual(['dvclive: train loss 2, val loss 2'])
  })

  it('does not enter hidden folders, packages and links', async () => {
    const at = folder('walk', {
      'a.csv': CSV,
      '.git/b.csv': CSV,
      'node_modules/c.csv': CSV,
      'site-packages/d.csv': CSV,
    })
    symlinkSync(join(at, 'a.csv'), join(at, 'link.csv'))
    symlinkSync(at, join(at, 'loop'))
    expect(told((await gather([at])).records, at)).toEqual(['a.csv: train loss 3, val loss 3'])
  })

  it('reads standard input', async () => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for (const one of CSV) yield Buffer.from(one)
    }
    const { records } = await gather(['-'], { stdin: bytes() })
    expect(records[0]).toMatchObject({ name: '-', sources: [{ path: '-', format: 'csv', points: 6 }] })
  })

  it('tells its progress', async () => {
    const at = folder('progress', { 'log.csv': CSV })
    const told: unknown[] = []
    await gather([join(at, 'log.csv')], { progress: (done) => told.push(done) })
    expect(told).toEqual([{ path: join(at, 'log.csv'), bytes: CSV.length, total: CSV.length }])
  })

  it('stops when it is told to', async () => {
    const at = folder('abort', { 'log.csv': CSV })
    await expect(gather([join(at, 'log.csv')], { signal: AbortSignal.abort() })).rejects.toThrow()
  })

  it('reads several runs of one file, each with its points', async () => {
    const trace = (high: number) =>
      [0, 1, 2, 3].map((step) => `{"step": ${step}, "loss": ${high / (step + 1)}}\n`).join('')
    const at = folder('several', { 'metrics.json': trace(3) + trace(2.9) })
    const { records } = await gather([join(at, 'metrics.json')])
    expect(records.map(({ name, sources }) => [name.slice(at.length + 1), sources[0]!.points])).toEqual([
      ['metrics.json', 4],
      ['metrics.json #2', 4],
    ])
  })
})

describe('gather: streams of the recorder', () => {
  /** A stream with a loss a value; without any it only printed something. */
  const stream = (start: object, values: readonly number[], more = '') => {
    const step = values.map((_, at) => at + 1)
    const points = { k: 'points', metric: 'loss', split: 'train', axis: 'step', mean: 'batch', step, value: values }
    const first = { k: 'start', v: 1, time: 1, pid: 1, argv: ['train.py'], ...start }
    return [first, ...(values.length > 0 ? [points] : [])].map((row) => `${JSON.stringify(row)}\n`).join('') + more
  }
  const printed = (text: string) => `${JSON.stringify({ k: 'text', stream: 'stdout', step: 0, text })}\n`

  it('reads each training of a folder, in the order of time, and no process without one', async () => {
    const at = folder('streams', {
      'process-1-0.jsonl': stream({ time: 30, argv: ['sweep.py', '--lr', '1'] }, [3, 2]),
      'process-2-0.jsonl': stream({ time: 20 }, [1]),
      'process-3-0.jsonl': stream({ time: 10, argv: ['launch.py'] }, [], printed('epoch 1 loss 0.5\n')),
      'examination.json': '{"schema":1,"whyloss":"0","runs":[{"series":[{"loss":1,"epoch":2},{"loss":2,"epoch":3}]}]}',
    })
    const { records, refused } = await gather([at])
    expect(told(records, at)).toEqual(['train.py: train loss 1', 'sweep.py --lr 1: train loss 2'])
    expect(refused).toEqual([])
  })

  it('counts the ranks of one training once, a second launch for itself', async () => {
    const rank = (pid: number, rank: number, time: number) => stream({ pid, rank, world: 2, time }, [pid, 1])
    const at = folder('ranks', {
      'process-10-0.jsonl': rank(10, 1, 1),
      'process-11-0.jsonl': rank(11, 0, 1.1),
      'process-12-0.jsonl': rank(12, 0, 2),
      'process-13-0.jsonl': rank(13, 1, 2.1),
    })
    const { records } = await gather([at])
    expect(records.map(({ series, events }) => [series[0]!.value[0], events])).toEqual([
      [11, [{ kind: 'ranks', value: 2, text: '' }]],
      [12, [{ kind: 'ranks', value: 2, text: '' }]],
    ])
  })

  it('reads what was printed where nothing was measured', async () => {
    const at = folder('printed', {
      'process-1-0.jsonl': stream({}, [], printed('epoch 1 loss 0.5\nepoch 2 loss 0.4\n')),
    })
    expect(told((await gather([at])).records, at)).toEqual(['train.py: train loss 2'])
    const silent = folder('silent', { 'process-1-0.jsonl': stream({}, []) })
    expect((await gather([silent])).refused.map(({ id }) => id)).toEqual(['error.no-runs'])
  })
})

describe('gather: what is refused', () => {
  const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12345\n'
  const zip = (name: string) => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name)])
  const cases: readonly (readonly [name: string, content: string | Uint8Array, id: string, word: string])[] = [
    ['empty.log', '', 'error.empty', 'empty'],
    ['state.json', LFS, 'error.lfs-pointer', 'git lfs pull'],
    ['a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'error.binary', 'PNG'],
    ['model.pt', zip('archive/data.pkl'), 'error.binary', 'PyTorch'],
    ['model.keras', zip('metadata.json config.json'), 'error.binary', 'Keras'],
    ['model.h5', Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'), 'error.binary', 'HDF5'],
    ['mlflow.db', Buffer.from('SQLite format 3\0 CREATE TABLE latest_metrics'), 'error.binary', 'MLflow'],
    ['run.wandb', Buffer.from(':W&B\xe1\xbe\0', 'latin1'), 'error.binary', 'Weights & Biases'],
    ['x.parquet', Buffer.from('PAR1\x15\x04'), 'error.binary', 'Parquet'],
    ['x.pkl', Buffer.from([0x80, 4, 0x95, 0]), 'error.binary', 'pickle'],
    ['x.gguf', Buffer.from('GGUF\x03\0\0\0'), 'error.binary', 'GGUF'],
    ['x.safetensors', Buffer.from('\x20\0\0\0\0\0\0\0{"a":{}}'), 'error.binary', 'safetensors'],
    ['saved_model.pb', Buffer.from([8, 1, 0x12, 4, 0, 0]), 'error.binary', 'SavedModel'],
    ['x.bin', new Uint8Array(500), 'error.binary', 'binary'],
    ['train.py', 'import torch\nfor epoch in range(3):\n    loss = step()\n', 'error.no-curve', 'log'],
    ['cars.csv', 'mpg,weight,year\n18,3504,70\n15,3693,70\n', 'error.table', 'mpg, weight, year'],
    ['head.csv', 'epoch,loss,val_loss\n', 'error.no-points', 'CSV'],
    [EVENTS, file(), 'error.no-points', 'TensorBoard'],
    [
      'crash.txt',
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nValueError: shapes (3,) and (4,)\n',
      'error.traceback',
      'shapes (3,)',
    ],
  ]

  it.each(cases)('%s', async (name, content, id, word) => {
    const at = join(folder('refused', { [name]: content }), name)
    const { records, refused } = await gather([at])
    expect(records).toEqual([])
    expect(refused.map((one) => one.id)).toEqual([id])
    expect(has(id) && say(id, refused[0]!.values)).toContain(word)
    expect(has(id) && say(id, refused[0]!.values)).toContain(name)
  })

  it('a path that is not there, and a folder without a run', async () => {
    const at = folder('nothing', { 'a.png': 'x', 'notes.txt': 'we met at noon' })
    const { refused } = await gather([join(at, 'none'), at])
    expect(refused.map(({ id }) => id)).toEqual(['error.not-found', 'error.no-runs'])
    expect(say('error.no-runs', refused[1]!.values)).toContain('1 file')
  })

  it('a pointer in a folder is told beside the runs', async () => {
    const at = folder('mixed', { 'log.csv': CSV, 'trainer_state.json': LFS, 'photo.png': '\x89PNG' })
    const { records, refused } = await gather([at])
    expect([records.length, refused.map(({ id }) => id)]).toEqual([1, ['error.lfs-pointer']])
  })

  it('damage in the middle: what was read counts, with a note', async () => {
    const at = folder('damage', { 'h.json': `[${'{"epoch":1,"loss":2},{"epoch":2,"loss":1},'.repeat(2)} }` })
    const { records, refused } = await gather([join(at, 'h.json')])
    expect(refused).toEqual([])
    expect(spoken(records[0]!).join(' ')).toContain('byte')
  })

  it('a table with a line of many megabytes, in bounded memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('epoch,loss\n0,1\n')
      for (let chunk = 0; chunk < 200; chunk++) yield Buffer.alloc(1 << 20, 0x61)
    }
    const before = process.memoryUsage().rss
    const { records } = await gather(['-'], { stdin: endless() })
    expect(spoken(records[0]!).join(' ')).toContain('1,048,576')
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20)
  })
})

// Following files that a player writes piece by piece: what is known must be what a reading of the whole tells.

import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { file, scalar } from '../formats/events/write.fixture.ts'
import { type Follow, follow } from './follow.ts'
import { gather } from './gather.ts'

const root = mkdtempSync(join(tmpdir(), 'whyloss-follow-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const folder = () => {
  const at = join(root, String(folders++))
  mkdirSync(at)
  return at
}

/** On a clock that stands still new files are looked for at each poll. */
const watch = (path: string): Follow => follow([path], { now: () => 0 })

/** Appends the bytes in pieces of `size`, polling after each. */
async function play(on: Follow, path: string, bytes: Uint8Array | string, size: number): Promise<void> {
  const all = Buffer.from(bytes)
  mkdirSync(dirname(path), { recursive: true })
  for (let at = 0; at < all.length; at += size) {
    appendFileSync(path, all.subarray(at, at + size))
    await on.poll()
  }
}

const START = { k: 'start', v: 1, time: 1, pid: 1, argv: ['train.py'] }
const row = (one: object) => `${JSON.stringify(one)}\n`
const loss = (step: number, value: unknown) =>
  row({ k: 'points', metric: 'loss', split: 'train', axis: 'step', mean: 'batch', step: [step], value: [value] })
const STREAM = row(START) + Array.from({ length: 60 }, (_, at) => loss(at + 1, 3 / (at + 1))).join('')
const LOG = Array.from({ length: 40 }, (_, at) => `Epoch ${at + 1}: loss ${3 / (at + 1)} val_loss ${3.3 / (at + 1)}\n`)
const CSV = `epoch,loss,val_loss\n${Array.from({ length: 40 }, (_, at) => `${at},${3 / (at + 1)},${4 / (at + 1)}\n`).join('')}`
const EVENTS = file(...Array.from({ length: 40 }, (_, step) => scalar(step, 'loss', 3 / (step + 1))))
const LONG = Array.from({ length: 9000 }, (_, at) => `step ${at} loss ${3 / (at + 1)}\n`).join('')

describe('follow', () => {
  it.each<[string, string | Uint8Array, number]>([
    ['process-1-0.jsonl', STREAM, 100],
    ['train.log', LOG.join(''), 37],
    ['train.log', LONG, 5000],
    ['metrics.csv', CSV, 11],
    ['run/events.out.tfevents.1700000000.host', EVENTS, 64],
  ])('%s that grows is in the end what it is when it is read as a whole', async (name, bytes, size) => {
    const at = folder()
    const on = watch(at)
    expect(await on.poll()).toBe(false)
    await play(on, join(at, name), bytes, size)
    expect((await on.end()).records).toEqual((await gather([at])).records)
  })

  it('tells at any time what is there, each row as soon as it is whole', async () => {
    const at = folder()
    const path = join(at, 'process-1-0.jsonl')
    const on = watch(at)
    await play(on, path, row(START), 20)
    expect(on.sofar().records).toEqual([])
    for (let step = 1; step < 6; step++) {
      await play(on, path, loss(step, 3 / step), 33)
      expect(on.sofar().records).toEqual((await gather([at])).records)
      expect(on.sofar().records[0]!.series[0]!.value).toHaveLength(step)
    }
    expect(await on.poll()).toBe(false)
    await on.end()
  })

  it('finds files that come later, and joins them to their run', async () => {
    const at = folder()
    const on = watch(at)
    await play(on, join(at, `train/events.out.tfevents.1.a`), EVENTS, 500)
    await play(on, join(at, `validation/events.out.tfevents.1.b`), EVENTS, 500)
    await play(on, join(at, 'process-1-0.jsonl'), STREAM, 500)
    const { records } = await on.end()
    // the events tell the losses of the stream, so they are its own log
    expect(records.map(({ series }) => series.map(({ split }) => split))).toEqual([['train', 'val']])
    expect(records).toEqual((await gather([at])).records)
  })

  it('counts ranks once, whichever is written first', async () => {
    const at = folder()
    const on = watch(at)
    const rank = (number: number) => STREAM.replace('"pid":1', `"pid":1,"rank":${number},"world":2`)
    await play(on, join(at, 'process-1-0.jsonl'), rank(1), 1000)
    await play(on, join(at, 'process-2-0.jsonl'), rank(0), 1000)
    const { records } = await on.end()
    expect(records.map(({ sources }) => sources[0]!.path)).toEqual([join(at, 'process-2-0.jsonl')])
  })

  it('goes on behind a cut: what was read stays, what is written anew is read', async () => {
    const at = folder()
    const path = join(at, 'train.log')
    const on = watch(path)
    await play(on, path, LOG.slice(0, 30).join(''), 200)
    truncateSync(path, 0)
    await on.poll()
    await play(on, path, LOG.slice(0, 10).join('').replaceAll('loss ', 'loss 1'), 200)
    const { records } = await on.end()
    expect(records.map(({ series }) => series[0]!.value.length)).toEqual([30, 10])
  })

  it('reads a file that was moved away to its end, then the next one under its name', async () => {
    const at = folder()
    const path = join(at, 'train.log')
    const on = watch(path)
    await play(on, path, LONG.slice(0, 100_000), 50_000)
    renameSync(path, join(at, 'old.log'))
    await on.poll()
    appendFileSync(join(at, 'old.log'), LONG.slice(100_000))
    await on.poll()
    writeFileSync(path, 'step 9000 loss 0.0001\n')
    await on.poll()
    const { records } = await on.end()
    expect(records.map(({ series }) => series[0]!.value.length)).toEqual([9001])
  })

  it('a file that is found again under another name counts once', async () => {
    const at = folder()
    const on = watch(at)
    await play(on, join(at, 'a.log'), LOG.join(''), 500)
    renameSync(join(at, 'a.log'), join(at, 'b.log'))
    await on.poll()
    expect((await on.end()).records).toHaveLength(1)
  })

  it('keeps what it read of a folder that is deleted', async () => {
    const at = folder()
    const on = watch(at)
    await play(on, join(at, 'process-1-0.jsonl'), STREAM, 1000)
    rmSync(at, { recursive: true })
    await on.poll()
    expect((await on.end()).records[0]!.series[0]!.value).toHaveLength(60)
  })

  it('knows when every stream has ended in order', async () => {
    const at = folder()
    const on = watch(at)
    expect(on.over()).toBe(false)
    await play(on, join(at, 'process-1-0.jsonl'), STREAM, 1000)
    await play(on, join(at, 'process-2-0.jsonl'), STREAM + row({ k: 'end', why: 'exit' }), 1000)
    expect(on.over()).toBe(false)
    await play(on, join(at, 'process-1-0.jsonl'), row({ k: 'end', why: 'exit', step: 60 }), 10)
    expect(on.over()).toBe(true)
    await on.end()
  })

  it('cries once over a loss that is not finite, and over weights that do not move', async () => {
    const at = folder()
    const path = join(at, 'process-1-0.jsonl')
    const on = watch(at)
    await play(on, path, row(START) + loss(1, 2), 1000)
    expect(on.urgent()).toBe(false)
    await play(on, path, loss(2, 'NaN'), 1000)
    expect([on.urgent(), on.urgent()]).toEqual([true, false])
    await play(on, path, loss(3, 'NaN'), 1000)
    expect(on.urgent()).toBe(false)
    await play(on, path, row({ k: 'event', event: 'not-moved', step: 3, text: '' }), 1000)
    expect(on.urgent()).toBe(true)
    await on.end()
  })

  it('says what it cannot read, and reads it once it can be read', async () => {
    const at = folder()
    const path = join(at, 'train.log')
    const on = watch(path)
    await on.poll()
    expect(on.sofar().refused.map(({ id }) => id)).toEqual(['error.not-found'])
    await play(on, path, LOG.join(''), 1000)
    expect(on.sofar().refused).toEqual([])
    await on.end()
  })
})

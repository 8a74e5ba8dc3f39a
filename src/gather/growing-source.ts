// One run's files while they grow: readers that go on where they stopped, and one fold of all that they tell.

import { createHash, type Hash } from 'node:crypto'
import { ReadError, type Reader } from '../formats/format.ts'
import { isEnd } from '../formats/recorder/start.ts'
import { has, message } from '../locales/speak.ts'
import type { Emit, Entry, Point } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import { type Folder, folder } from './fold.ts'
import { type Read, takeBeside, takerOf, withSources } from './gather.ts'
import type { Part, Source } from './layouts.ts'
import { brokeOff } from './read.ts'
import { HEAD, headOf } from './sniff.ts'
import { type Tail, tail } from './tail.ts'

/** enough for the line that ends a stream */
const LAST = 8192

export interface GrowingSource {
  readonly source: Source
  /** Reads what was appended; resolves to whether that was anything. */
  read(): Promise<boolean>
  /** what is known now; after `end` all of it */
  sofar(): Read
  /** Nothing more will come: what was half told is told. */
  end(): void
  /** whether every file is a stream that has ended in order */
  over(): boolean
  /** whether something came, since this was last asked, that cannot wait: the first values that are not finite, say */
  urgent(): boolean
  /** the files that it holds open */
  ids(): Promise<readonly string[]>
  close(): Promise<void>
}

interface Growing {
  readonly part: Part
  readonly tail: Tail
  hash: Hash
  reader: Reader | undefined
  points: number
  last: string
  broken: boolean
  /** another file, or another content, than the first under this name */
  again: boolean
}

export function growingSource(source: Source): GrowingSource {
  const alarm = openAlarm()
  const parts = source.parts.map(growing)
  let fold = folder(source.name)
  let ended = false
  const afresh = async () => {
    fold = folder(source.name)
    await Promise.all(parts.map((one) => one.tail.close()))
    for (const [at, part] of source.parts.entries()) parts[at] = growing(part)
  }
  let beside = false
  return {
    source,
    async read() {
      if (!beside) await takeBeside(source, fold)
      beside = true
      if (await isYoung(parts)) {
        await afresh()
        await takeBeside(source, fold)
      }
      let came = false
      for (const one of parts) came = (await readPart(one, fold, alarm.see)) || came
      return came
    },
    sofar: () => read(source, parts, ended ? fold.records() : fold.sofar(), fold.measured()),
    end() {
      for (const one of parts) if (!one.broken) one.reader?.end()
      ended = true
    },
    over: () => parts.every((one) => one.part.format.name === 'recorder' && isEnd(lastLine(one.last))),
    urgent: alarm.rang,
    async ids() {
      const files = await Promise.all(parts.map((one) => one.tail.file()))
      return files.flatMap((file) => (file ? [file.id] : []))
    },
    async close() {
      await Promise.all(parts.map((one) => one.tail.close()))
    },
  }
}

function growing(part: Part): Growing {
  return {
    part,
    tail: tail(part.path),
    hash: createHash('sha256'),
    reader: undefined,
    points: 0,
    last: '',
    broken: false,
    again: false,
  }
}

/** How a file is to be read its first 64 KiB tell: while it is shorter and grows, it is read from the beginning. */
async function isYoung(parts: readonly Growing[]): Promise<boolean> {
  for (const { part, tail, again } of parts) {
    const offset = tail.offset()
    if (again || part.format.name === 'recorder' || offset === 0 || offset >= HEAD) continue
    if (((await tail.file())?.size ?? 0) > offset) return true
  }
  return false
}

async function readPart(one: Growing, fold: Folder, see: (entry: Entry) => void): Promise<boolean> {
  const take = takerOf(fold, one.part)
  const emit: Emit = (entry) => {
    if (entry.kind === 'point') one.points++
    see(entry)
    take(entry)
  }
  try {
    return await one.tail.read(
      (bytes) => push(one, bytes, emit),
      () => {
        one.reader?.end()
        one.reader = undefined
        one.again = true
        one.hash = createHash('sha256')
      },
    )
  } catch (error) {
    if (error instanceof ReadError || (error as NodeJS.ErrnoException).code !== undefined) return false
    throw error
  }
}

function push(one: Growing, bytes: Uint8Array, emit: Emit): void {
  one.hash.update(bytes)
  one.last = (one.last + new TextDecoder().decode(bytes.subarray(-LAST))).slice(-LAST)
  if (one.broken) return
  try {
    one.reader ??= one.part.format.open(emit, headOf(bytes, one.part.path))
    one.reader.push(bytes)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    one.broken = true
    const values = { path: one.part.path, ...error.values }
    if (has(error.id)) emit({ kind: 'note', note: brokeOff(message(error.id, values)) })
  }
}

function lastLine(text: string): string {
  if (!text.endsWith('\n')) return ''
  return text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1)
}

function read(source: Source, parts: readonly Growing[], records: Read['records'], measured: boolean): Read {
  const sources = parts
    .filter(({ points }) => points > 0)
    .map(({ part, points, hash }) => ({
      path: part.path,
      format: part.format.name,
      points,
      sha256: hash.copy().digest('hex'),
    }))
  return { source, records: withSources(records, sources), refused: [], measured }
}

function isLoss({ metric, name }: Point): boolean {
  return (metric ?? meaningOf(name).metric) === 'loss'
}

/** Rings once for each thing that cannot wait. */
function openAlarm(): { see(entry: Entry): void; rang(): boolean } {
  const seen = new Set<string>()
  let ringing = false
  const ring = (what: string) => {
    ringing ||= !seen.has(what)
    seen.add(what)
  }
  return {
    see(entry) {
      if (entry.kind === 'event' && (entry.event.kind === 'non-finite' || entry.event.kind === 'not-moved'))
        ring(entry.event.kind)
      else if (entry.kind === 'point' && !Number.isFinite(entry.value) && isLoss(entry)) ring('loss')
    },
    rang() {
      const rang = ringing
      ringing = false
      return rang
    },
  }
}

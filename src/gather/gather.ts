// Paths into records: finds the files, recognises them by content, reads them, and folds what they hold into runs.

import { stat } from 'node:fs/promises'
import { normalize } from 'node:path'
import { ReadError } from '../formats/format.ts'
import { type Message, message } from '../locales/speak.ts'
import type { Emit, Entry } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { Source as RecordSource, RunRecord } from '../record/run.ts'
import type { Split } from '../record/series.ts'
import { type Folder, folder } from './fold.ts'
import { type Found, type Part, type Source, sourcesOf } from './layouts.ts'
import { type Progress, readFile, readStream } from './read.ts'
import { settingsBeside } from './settings-beside.ts'
import { firstBytes, headOf, isFormat, type Refusal, recognise, refusal } from './sniff.ts'
import { filesBelow } from './walk.ts'

export interface GatherOptions {
  /** read where a path is `-` */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly progress?: ((done: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Gathered {
  readonly records: RunRecord[]
  /** what was not read, each with the message that says why; `values` holds the path */
  readonly refused: { path: string; id: string; values: Record<string, string | number> }[]
}

/** Kinds that hold curves which cannot be read yet: said even where a folder holds other runs. */
const HOLDS_CURVES = new Set(['wandb', 'swanlab', 'mlflow'])
const MOST_SAID = 20

/**
 * The records of all runs in `paths`: files, folders, or `-` for standard input. Never throws for what a file holds;
 * what cannot be read is in `refused`. Throws the signal's reason when it is aborted.
 */
export async function gather(paths: readonly string[], options: GatherOptions = {}): Promise<Gathered> {
  const found: Found[] = []
  const refused: Refusal[] = []
  const records: RunRecord[] = []
  const looked = new Map<string, number>()
  for (const path of paths) {
    if (path === '-') await takeStdin(options, records, refused)
    else await takePath(path, { found, refused, records, looked }, options)
  }
  const summaries: RunRecord[] = []
  for (const source of sourcesOf(found)) {
    const read = await readSource(source, options)
    const named = found.some((file) => file.named && source.parts.some((part) => part.path === file.path))
    if (named || !read.records.every(isSummary)) records.push(...read.records)
    else summaries.push(...read.records)
    if (named || read.records.length > 0) refused.push(...read.refused)
  }
  if (records.length === 0) records.push(...summaries)
  for (const [path, files] of looked) {
    if (!holds(path, records)) refused.push(refusal(path, 'error.no-runs', { files }))
  }
  return { records, refused }
}

interface Taken {
  readonly found: Found[]
  readonly refused: Refusal[]
  readonly records: RunRecord[]
  /** folders of which nothing is said yet, and how many files were looked at in each */
  readonly looked: Map<string, number>
}

async function takePath(path: string, taken: Taken, options: GatherOptions): Promise<void> {
  const { found, refused, records, looked } = taken
  try {
    const at = await stat(path)
    if (at.isDirectory()) {
      const said: Refusal[] = []
      const files = await filesBelow(path, options.signal)
      for (const file of files) await takeFile(file, false, found, said)
      if (said.length === 0) looked.set(path, files.length)
      refused.push(...said.slice(0, MOST_SAID))
    } else if (at.isFile()) await takeFile(path, true, found, refused)
    else await takeStream(path, readFile(path, options.signal), options, records, refused)
  } catch (error) {
    options.signal?.throwIfAborted()
    refused.push(unreadable(path, error))
  }
}

async function takeFile(path: string, named: boolean, found: Found[], refused: Refusal[]): Promise<void> {
  try {
    const head = headOf(await firstBytes(path), path)
    const format = recognise(head, path)
    if (isFormat(format)) {
      if (named || format.name !== 'text' || /\.(?:log|out|err|txt)(?:\.\d+)?$|^[^.]+$/i.test(head.name)) {
        found.push({ path, format, named })
      }
    } else if (named || format.id === 'error.lfs-pointer' || HOLDS_CURVES.has(String(format.values.kind))) {
      refused.push(format)
    }
  } catch (error) {
    refused.push(unreadable(path, error))
  }
}

function unreadable(path: string, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? 'error'
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal(path, 'error.not-found')
  return refusal(path, 'error.unreadable', { reason: code })
}

async function takeStdin(options: GatherOptions, records: RunRecord[], refused: Refusal[]): Promise<void> {
  if (options.stdin) await takeStream('-', options.stdin, options, records, refused)
  else refused.push(refusal('-', 'error.empty'))
}

/** A stream is read once, so its first 64 KiB wait until it is recognised. */
async function takeStream(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  options: GatherOptions,
  records: RunRecord[],
  refused: Refusal[],
): Promise<void> {
  const fold = folder(path)
  const done = await readStream(path, chunks, (entry) => fold.take(entry), options)
  if ('id' in done) refused.push(done)
  else records.push(...withSources(fold.records(), [{ path, ...done }]))
}

/** Reads the files of one run into one folder. */
async function readSource(source: Source, options: GatherOptions): Promise<Gathered> {
  const fold = folder(source.name)
  const sources: RecordSource[] = []
  const refused: Refusal[] = []
  for (const part of source.parts) {
    try {
      const total = (await stat(part.path)).size
      const chunks = readFile(part.path, options.signal)
      const done = await readStream(part.path, chunks, takerOf(fold, part), { ...options, total })
      if ('id' in done) refused.push(done)
      else sources.push({ path: part.path, ...done })
    } catch (error) {
      options.signal?.throwIfAborted()
      if (!(error instanceof ReadError) && (error as NodeJS.ErrnoException).code === undefined) throw error
      refused.push(unreadable(part.path, error))
    }
  }
  if (sources.length > 0) for (const entry of await settingsBeside(source.parts)) fold.take(entry)
  if (source.twins.length > 0) fold.take({ kind: 'note', note: sameRun(source.twins) })
  return { records: withSources(fold.records(), sources), refused }
}

function sameRun(twins: readonly string[]): Message {
  const files = twins.length > 3 ? `${twins.slice(0, 3).join(', ')}, ...` : twins.join(', ')
  return message('note.same-run', { files, count: twins.length })
}

/** Gives metrics whose name tells no split that of their folder. */
function takerOf(fold: Folder, part: Part): Emit {
  const { split } = part
  if (split === undefined) return (entry) => fold.take(entry)
  return (entry) => fold.take(entry.kind === 'point' ? placed(entry, split) : entry)
}

function placed(point: Extract<Entry, { kind: 'point' }>, split: Split): Entry {
  if (point.split !== undefined || meaningOf(point.name).split !== undefined) return point
  return { ...point, split }
}

/** A source with several runs is told at each, with the points that this run has of it. */
function withSources(records: readonly RunRecord[], sources: readonly RecordSource[]): RunRecord[] {
  return records.map((record) => {
    if (records.length === 1 && sources.length > 1) return { ...record, sources }
    const points = record.series.reduce((sum, series) => sum + series.value.length, 0)
    return { ...record, sources: sources.map((source) => ({ ...source, points })) }
  })
}

/** A JSON file in a folder that holds each metric once sums a run up whose curves lie elsewhere. */
function isSummary(record: RunRecord): boolean {
  return (
    record.sources.every(({ format }) => /^json/.test(format)) && record.series.every(({ value }) => value.length === 1)
  )
}

/** Whether some record comes from below that folder. */
function holds(path: string, records: readonly RunRecord[]): boolean {
  const plain = normalize(path).replace(/\/+$/, '')
  const below = plain === '.' ? '' : `${plain}/`
  return records.some((record) => record.sources.some((source) => source.path.startsWith(below)))
}

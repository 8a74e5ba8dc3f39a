// Paths into records: finds the files, recognises them by content, reads them, and folds what they hold into runs.

import { stat } from 'node:fs/promises'
import { basename, dirname, normalize } from 'node:path'
import { ReadError } from '../formats/format.ts'
import { type Message, message } from '../locales/speak.ts'
import type { Emit, Entry } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { Source as RecordSource, RunRecord } from '../record/run.ts'
import type { Split } from '../record/series.ts'
import { type Discovered, discover, nothing, unreadable } from './discover.ts'
import { type Folder, folder } from './fold.ts'
import { type Part, type Source, sourcesOf } from './layouts.ts'
import { type Progress, readFile, readStream } from './read.ts'
import { joinLogs } from './same-training.ts'
import { settingsBeside } from './settings-beside.ts'
import { type Refusal, refusal } from './sniff.ts'

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

/**
 * The records of all runs in `paths`: files, folders, or `-` for standard input. Never throws for what a file holds;
 * what cannot be read is in `refused`. Throws the signal's reason when it is aborted.
 */
export async function gather(paths: readonly string[], options: GatherOptions = {}): Promise<Gathered> {
  const discovered = nothing()
  const { refused } = discovered
  const records: RunRecord[] = []
  for (const path of paths) {
    if (path === '-') await takeStdin(options, records, refused)
    else await discover(path, discovered, options.signal)
  }
  for (const path of discovered.streams)
    await takeStream(path, readFile(path, options.signal), options, records, refused)
  const read: Read[] = []
  for (const source of sourcesOf(discovered.found)) read.push(await readSource(source, options))
  return joined(read, discovered, records)
}

/** What was read of one source. */
export interface Read extends Gathered {
  readonly source: Source
  /** a recorder measured it, and did not only keep what was printed */
  readonly measured: boolean
}

/** All runs of the sources that were read, behind those that are there already, and what is to be said of the rest. */
export function joined(all: readonly Read[], { found, refused, looked }: Discovered, records: RunRecord[]): Gathered {
  const summaries: RunRecord[] = []
  for (const read of all) {
    const named = found.some((file) => file.named && read.source.parts.some((part) => part.path === file.path))
    if (!named && isBystander(read, all)) continue
    if (named || !read.records.every(isSummary)) records.push(...read.records)
    else summaries.push(...read.records)
    if (named || read.records.length > 0) refused.push(...read.refused)
  }
  if (records.length === 0) records.push(...summaries)
  joinWatched(all, records)
  for (const [path, files] of looked) {
    if (!holds(path, records)) refused.push(refusal(path, 'error.no-runs', { files }))
  }
  return { records, refused }
}

/** A log that tells a training which a recorder watched is told with it. */
function joinWatched(all: readonly Read[], records: RunRecord[]): void {
  const measured = new Set(all.filter((one) => one.measured).flatMap((one) => one.records))
  if (measured.size === 0 || measured.size === records.length) return
  const watched = records.filter((one) => measured.has(one))
  const { runs, rest } = joinLogs(
    watched,
    records.filter((one) => !measured.has(one)),
  )
  records.splice(0, records.length, ...runs, ...rest)
}

/** A process in which nothing was trained, or printed text, beside a process in which something was: they only pass it on. */
function isBystander({ source, measured }: Read, all: readonly Read[]): boolean {
  const folder = streamFolder(source)
  return !measured && folder !== undefined && all.some((one) => one.measured && streamFolder(one.source) === folder)
}

function streamFolder({ parts: [first] }: Source): string | undefined {
  const isOfRun = first?.format.name === 'recorder' || (first && basename(first.path) === 'output.log')
  return isOfRun ? dirname(first.path) : undefined
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
async function readSource(source: Source, options: GatherOptions): Promise<Read> {
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
  if (sources.length > 0) await takeBeside(source, fold)
  return { source, records: withSources(fold.records(), sources), refused, measured: fold.measured() }
}

/** What else is known of a run: settings that lie beside it, and files that tell it again. */
export async function takeBeside({ parts, twins }: Source, fold: Folder): Promise<void> {
  for (const entry of await settingsBeside(parts)) fold.take(entry)
  if (twins.length > 0) fold.take({ kind: 'note', note: sameRun(twins) })
}

function sameRun(twins: readonly string[]): Message {
  const files = twins.length > 3 ? `${twins.slice(0, 3).join(', ')}, ...` : twins.join(', ')
  return message('note.same-run', { files, count: twins.length })
}

/** Gives metrics whose name tells no split that of their folder. */
export function takerOf(fold: Folder, part: Part): Emit {
  const { split } = part
  if (split === undefined) return (entry) => fold.take(entry)
  return (entry) => fold.take(entry.kind === 'point' ? placed(entry, split) : entry)
}

function placed(point: Extract<Entry, { kind: 'point' }>, split: Split): Entry {
  if (point.split !== undefined || meaningOf(point.name).split !== undefined) return point
  return { ...point, split }
}

/** A source with several runs is told at each, with the points that this run has of it. */
export function withSources(records: readonly RunRecord[], sources: readonly RecordSource[]): RunRecord[] {
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

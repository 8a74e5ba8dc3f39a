// Reads one source through its format, in chunks, as far as it reached when it was opened.

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type Format, ReadError } from '../formats/format.ts'
import { has, type Message, message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { HEAD, headOf, isFormat, type Refusal, recognise, refusal, withoutCurve } from './sniff.ts'

const CHUNK = 2 << 20

export interface Progress {
  readonly path: string
  readonly bytes: number
  /** size when it was opened; 0 for a stream */
  readonly total: number
}

export interface Done {
  readonly format: string
  readonly points: number
  /** of all bytes that were read */
  readonly sha256: string
}

export interface ReadOptions {
  readonly progress?: ((done: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** size of the source where it is known */
  readonly total?: number | undefined
}

/** The bytes of a file up to the size that it has now; what is cut off meanwhile is simply missing. */
export async function* readFile(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const at = await file.stat()
    let left = at.isFile() ? at.size : Number.POSITIVE_INFINITY
    while (left > 0) {
      signal?.throwIfAborted()
      const chunk = new Uint8Array(Math.min(CHUNK, left))
      const { bytesRead } = await file.read(chunk, 0, chunk.length, null)
      if (bytesRead === 0) return
      left -= bytesRead
      yield bytesRead === chunk.length ? chunk : chunk.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/**
 * Recognises what the chunks hold and reads it to its end. Returns the format's name and the number of points, or why it
 * is not read. Where damage stops the reading, what was read before it counts, with a note.
 */
export async function readStream(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  take: Emit,
  options: ReadOptions,
): Promise<Done | Refusal> {
  const source = chunks[Symbol.asyncIterator]()
  const first = await start(source)
  const head = headOf(first, path)
  const format = recognise(head, path)
  if (!isFormat(format)) {
    await source.return?.()
    return format
  }
  const hash = createHash('sha256')
  let points = 0
  let last = first
  const emit: Emit = (entry) => {
    if (entry.kind === 'point') points++
    take(entry)
  }
  try {
    const reader = format.open(emit, head)
    let bytes = 0
    for (let chunk: Uint8Array | undefined = first; chunk; chunk = (await source.next()).value) {
      options.signal?.throwIfAborted()
      hash.update(chunk)
      reader.push(chunk)
      last = chunk
      bytes += chunk.length
      options.progress?.({ path, bytes, total: options.total ?? 0 })
    }
    reader.end()
  } catch (error) {
    await source.return?.()
    if (!(error instanceof ReadError)) throw error
    if (points === 0) return refusal(path, error.id, error.values)
    if (has(error.id)) take({ kind: 'note', note: brokeOff(message(error.id, { path, ...error.values })) })
  }
  return points > 0
    ? { format: format.name, points, sha256: hash.digest('hex') }
    : withoutPoints(path, format, head.text + tailOf(last))
}

export function brokeOff(why: Message): Message {
  return { ...message('note.broke-off'), inner: { why } }
}

/** The end of a source, where a traceback stands. */
function tailOf(chunk: Uint8Array): string {
  return `\n${new TextDecoder().decode(chunk.subarray(-8192))}`
}

function withoutPoints(path: string, format: Format, text: string): Refusal {
  if (format.name === 'text') return refusal(path, ...withoutCurve(text))
  return refusal(path, 'error.no-points', { format: format.title })
}

/** Chunks until there are 64 KiB or no more, joined. */
async function start(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const next = await source.next()
    if (next.done) break
    held.push(next.value)
    size += next.value.length
  }
  if (held.length === 1) return held[0]!
  const joined = new Uint8Array(size)
  let at = 0
  for (const chunk of held) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}

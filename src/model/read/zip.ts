// Members of a zip archive by its central directory: stored ones are read where they lie, deflated ones within a cap.

import { constants, inflateRawSync } from 'node:zlib'
import { ModelError } from '../model-error.ts'
import { type Bytes, bytesOf, damaged, partOf } from './file.ts'

export interface Member {
  readonly name: string
  /** bytes when expanded, as the directory claims */
  readonly size: number
  /** its bytes; throws a ModelError where they are not what the directory claims */
  open(): Bytes
}

export const MOST_MEMBERS = 200_000
/** bytes that all deflated members of one archive may expand to */
export const MOST_EXPANDED = 2 ** 30

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** no deflated stream is shorter than this part of what it expands to (zlib's technical notes: 1032 to 1) */
const DEFLATE_RATIO = 1032

interface Entry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly size: number
  /** of the local header, from the archive's start */
  readonly at: number
}

/**
 * Members by name, none of them read yet. Throws ModelError: `damaged` where the directory does not fit the file or
 * members overlap (Fifield 2019, "A better zip bomb"), `limit` where they are too many. Source: PKWARE's APPNOTE 6.3.10.
 */
export function zipMembers(bytes: Bytes): ReadonlyMap<string, Member> {
  const directory = directoryOf(bytes)
  if (directory.count > MOST_MEMBERS) {
    throw new ModelError('model.error.limit', {
      path: bytes.path,
      what: `${directory.count} members`,
      most: MOST_MEMBERS,
    })
  }
  const entries = entriesOf(bytes, directory)
  const sorted = [...entries].sort((one, other) => one.at - other.at)
  const left = { expanded: MOST_EXPANDED }
  const members = new Map<string, Member>()
  for (const [place, entry] of sorted.entries()) {
    const end = sorted[place + 1]?.at ?? directory.at
    if (entry.at + 30 + entry.packed > end) throw damaged(bytes, `member ${shown(entry.name)} overlaps another`)
    if (members.has(entry.name)) throw damaged(bytes, `member ${shown(entry.name)} is there twice`)
    members.set(entry.name, { name: entry.name, size: entry.size, open: () => opened(bytes, entry, end, left) })
  }
  return members
}

interface Directory {
  readonly count: number
  readonly at: number
  readonly size: number
}

function directoryOf(bytes: Bytes): Directory {
  const length = Math.min(bytes.size, 22 + 65_535)
  const start = bytes.size - length
  const tail = viewOf(bytes.read(start, length))
  for (let at = length - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + 22 + tail.getUint16(at + 20, true) > length) continue
    const plain = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    }
    const wide = plain.count === 0xffff || plain.size === 0xffffffff || plain.at === 0xffffffff
    const found = (wide ? wideDirectory(bytes, start + at) : undefined) ?? plain
    if (found.at + found.size > start + at) throw damaged(bytes, 'its directory does not fit the file')
    return found
  }
  throw damaged(bytes, 'its directory is missing, the file may be cut off')
}

function wideDirectory(bytes: Bytes, end: number): Directory | undefined {
  if (end < 20) return undefined
  const locator = viewOf(bytes.read(end - 20, 20))
  if (locator.getUint32(0, true) !== END_64_LOCATOR) return undefined
  const record = viewOf(bytes.read(wholeOf(bytes, locator, 8), 56))
  if (record.getUint32(0, true) !== END_64) throw damaged(bytes, 'its zip64 directory is missing')
  return { count: wholeOf(bytes, record, 32), size: wholeOf(bytes, record, 40), at: wholeOf(bytes, record, 48) }
}

/** An unsigned 64-bit number that a file of this size can mean. */
function wholeOf(bytes: Bytes, view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw damaged(bytes, 'its zip64 numbers are beyond any file')
  return value
}

function entriesOf(bytes: Bytes, directory: Directory): Entry[] {
  // an entry takes 46 bytes at least, so that the count is bounded by the file
  if (directory.count * 46 > directory.size) throw damaged(bytes, 'its directory is shorter than it claims')
  const table = bytes.read(directory.at, directory.size)
  const view = viewOf(table)
  const entries: Entry[] = []
  for (let at = 0; entries.length < directory.count; ) {
    const fits = at + 46 <= table.length && view.getUint32(at, true) === ENTRY
    const names = fits ? view.getUint16(at + 28, true) : 0
    const extra = fits ? view.getUint16(at + 30, true) : 0
    const next = at + 46 + names + extra + (fits ? view.getUint16(at + 32, true) : 0)
    if (!fits || next > table.length) throw damaged(bytes, `entry ${entries.length + 1} of its directory is broken`)
    entries.push(entryOf(bytes, table, at, names, extra))
    at = next
  }
  return entries
}

function entryOf(bytes: Bytes, table: Uint8Array, at: number, names: number, extra: number): Entry {
  const view = viewOf(table)
  const wide = wideFields(view, at + 46 + names, extra)
  const number = (field: number) => {
    const value = view.getUint32(at + field, true)
    if (value !== 0xffffffff) return value
    const next = wide.shift()
    return next === undefined ? value : wholeOf(bytes, view, next)
  }
  const size = number(24)
  const packed = number(20)
  return {
    name: new TextDecoder().decode(table.subarray(at + 46, at + 46 + names)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    size,
    packed,
    at: number(42),
  }
}

/** Places of the 64-bit numbers in the zip64 extra field. */
function wideFields(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), start + length - at - 4) / 8)
    return Array.from({ length: count }, (_, i) => at + 4 + 8 * i)
  }
  return []
}

function opened(bytes: Bytes, entry: Entry, end: number, left: { expanded: number }): Bytes {
  const name = shown(entry.name)
  const header = viewOf(bytes.read(entry.at, 30))
  if (header.getUint32(0, true) !== LOCAL) throw damaged(bytes, `member ${name} is not where the directory says`)
  if (entry.encrypted) throw damaged(bytes, `member ${name} is encrypted`)
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  if (start + entry.packed > end) throw damaged(bytes, `member ${name} overlaps another`)
  if (entry.method === 0) {
    if (entry.packed !== entry.size) throw damaged(bytes, `member ${name} claims two sizes`)
    return partOf(bytes, start, entry.size)
  }
  if (entry.method !== 8) throw damaged(bytes, `member ${name} is packed by method ${entry.method}`)
  if (entry.size > left.expanded) throw tooLarge(bytes, name, entry.size)
  if (entry.size > entry.packed * DEFLATE_RATIO) throw damaged(bytes, `member ${name} claims more than it can hold`)
  const whole = inflated(bytes, entry, start)
  left.expanded -= whole.length
  return bytesOf(whole, bytes.path, bytes.format)
}

function inflated(bytes: Bytes, entry: Entry, start: number): Uint8Array {
  const name = shown(entry.name)
  let whole: Uint8Array
  try {
    whole = inflateRawSync(bytes.read(start, entry.packed), {
      maxOutputLength: Math.max(1, entry.size),
      finishFlush: constants.Z_FINISH,
    })
  } catch (error) {
    if (error instanceof ModelError) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw damaged(
      bytes,
      `member ${name} ${code === 'ERR_BUFFER_TOO_LARGE' ? 'holds more than it claims' : 'is broken'}`,
    )
  }
  if (whole.length !== entry.size) throw damaged(bytes, `member ${name} holds less than it claims`)
  return whole
}

function tooLarge(bytes: Bytes, name: string, size: number): ModelError {
  return new ModelError('model.error.limit', {
    path: bytes.path,
    what: `that ${name} expands to ${Math.round(size / 2 ** 20)} MiB`,
    most: `${MOST_EXPANDED / 2 ** 20} MiB`,
  })
}

function shown(name: string): string {
  const plain = [...name].slice(0, 60).map((letter) => (letter < ' ' || letter === '\x7f' ? '?' : letter))
  return plain.join('')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

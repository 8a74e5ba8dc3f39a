// A sorted table of LevelDB, as TensorFlow writes the index of its variables: keys and values, prefixes expanded.

import { type Bytes, damaged } from './file.ts'
import { varintsOf, walkerOf } from './message.ts'

export interface Entry {
  readonly key: string
  readonly value: Uint8Array
}

const FOOTER = 48
const MAGIC = 0xdb4775248b80fb57n
const TRAILER = 5
const MOST_ENTRIES = 1_000_000
const MOST_KEY = 65_536
const decoder = new TextDecoder()

/** All entries in the order of their keys. Throws a ModelError. Source: LevelDB's doc/table_format.md; checksums are not looked at. */
export function tableEntries(bytes: Bytes): readonly Entry[] {
  if (bytes.size < FOOTER) throw damaged(bytes, 'it is too short for an index of variables')
  const footer = bytes.size - FOOTER
  const end = bytes.read(footer + 40, 8)
  if (new DataView(end.buffer, end.byteOffset, 8).getBigUint64(0, true) !== MAGIC)
    throw damaged(bytes, 'it does not end as an index of variables')
  const handles = numbers(bytes, footer, footer + 40, 4)
  const entries: Entry[] = []
  let expanded = 0
  for (const block of blockEntries(bytes, handles[2]!, handles[3]!)) {
    const [at = 0, size = 0] = numbersIn(block.value, 2, bytes)
    // blocks that overlap would make much of little
    expanded += size
    if (expanded > bytes.size) throw damaged(bytes, 'its blocks overlap')
    for (const entry of blockEntries(bytes, at, size)) {
      entries.push(entry)
      if (entries.length > MOST_ENTRIES) throw damaged(bytes, `more than ${MOST_ENTRIES} entries`)
    }
  }
  return entries
}

/** Looks whether this is such a table, without reading it. */
export function isTable(bytes: Bytes): boolean {
  if (bytes.size < FOOTER) return false
  const end = bytes.read(bytes.size - 8, 8)
  return new DataView(end.buffer, end.byteOffset, 8).getBigUint64(0, true) === MAGIC
}

function* blockEntries(bytes: Bytes, at: number, size: number): Generator<Entry> {
  const block = bytes.read(at, size + TRAILER)
  if (block[size] === 1) throw damaged(bytes, 'its index is packed by Snappy, which is not read')
  if (block[size] !== 0 || size < 4) throw damaged(bytes, `a block at byte ${at} is of no known kind`)
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const restarts = view.getUint32(size - 4, true)
  const stop = size - 4 - 4 * restarts
  if (stop < 0) throw damaged(bytes, `a block at byte ${at} claims ${restarts} restarts`)
  let key = new Uint8Array(0)
  for (let from = 0; from < stop; ) {
    const [shared, more, length, start] = headOf(block, from, stop, bytes)
    if (shared > key.length || shared + more > MOST_KEY || start + more + length > stop)
      throw damaged(bytes, `an entry at byte ${at + from} reaches too far`)
    const next = new Uint8Array(shared + more)
    next.set(key.subarray(0, shared))
    next.set(block.subarray(start, start + more), shared)
    key = next
    yield { key: decoder.decode(key), value: block.subarray(start + more, start + more + length) }
    from = start + more + length
  }
}

/** Shared and own bytes of a key, bytes of its value, and where the key's own bytes begin. */
function headOf(
  block: Uint8Array,
  from: number,
  stop: number,
  bytes: Bytes,
): readonly [number, number, number, number] {
  const out: number[] = []
  let at = from
  while (out.length < 3) {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      if (at >= stop || shift > 2 ** 35) throw damaged(bytes, 'an entry is cut off')
      const byte = block[at++]!
      value += (byte & 0x7f) * shift
      if (byte < 0x80) break
    }
    out.push(value)
  }
  return [out[0]!, out[1]!, out[2]!, at]
}

function numbers(bytes: Bytes, start: number, stop: number, count: number): readonly number[] {
  const out: number[] = []
  for (const one of varintsOf(bytes, start, stop)) {
    out.push(one)
    if (out.length === count) return out
  }
  throw damaged(bytes, 'its footer is broken')
}

function numbersIn(value: Uint8Array, count: number, bytes: Bytes): readonly number[] {
  return numbers(
    { ...bytes, size: value.length, read: (at, length) => value.subarray(at, at + length) },
    0,
    value.length,
    count,
  )
}

/** A walk over the message that is the value of an entry. */
export function walkValue(entry: Entry, bytes: Bytes) {
  const within: Bytes = {
    ...bytes,
    size: entry.value.length,
    read: (at, length) => entry.value.subarray(at, at + length),
  }
  return { within, walk: walkerOf(within) }
}

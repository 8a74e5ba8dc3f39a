// Rows of delimited text, cut out of bytes as they come: quoted cells, any line ends, no number read twice.

import { ReadError } from '../format.ts'

export const COMMA = 0x2c
const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
export const LONGEST_ROW = 1 << 20
const MOST_CELLS = 20_000

/** A row as cells in `bytes`: cell i is `[starts[i], ends[i])`, quotes taken off its ends. Valid only while it is handled. */
export interface Row {
  readonly bytes: Uint8Array
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Cuts rows; empty lines are none. `\r`, `\n` and any run of them end a row. A row of more than 1 MiB throws ReadError
 * with its byte. The last row need not end.
 */
export function csvRows(delimiter: number, take: (row: Row) => void): { push(chunk: Uint8Array): void; end(): void } {
  const starts = new Int32Array(MOST_CELLS)
  const ends = new Int32Array(MOST_CELLS)
  let rest = new Uint8Array(0)
  let passed = 0

  /** Reads the row that begins at `from`; returns the byte behind it, or -1 where its end is not there yet. */
  const row = (bytes: Uint8Array, from: number, last: boolean): number => {
    let count = 0
    let begin = from
    let at = from
    let quoted = false
    const size = bytes.length
    for (; at < size; at++) {
      const byte = bytes[at]!
      if (byte > COMMA && byte !== delimiter) continue
      if (byte === QUOTE) quoted = quoted ? false : at === begin || quoted || bytes[at - 1] === QUOTE
      else if (quoted) continue
      else if (byte === delimiter) {
        if (count < MOST_CELLS - 1) {
          starts[count] = begin
          ends[count++] = at
        }
        begin = at + 1
      } else if (byte === LF || byte === CR) break
    }
    if (at === size && !last) return -1
    starts[count] = begin
    ends[count++] = at
    if (at > from) {
      unquote(bytes, count, starts, ends)
      take({ bytes, count, starts, ends })
    }
    return at + 1
  }

  const all = (bytes: Uint8Array, last: boolean): void => {
    let from = 0
    while (from < bytes.length) {
      const next = row(bytes, from, last)
      if (next < 0) break
      from = next
    }
    rest = bytes.slice(Math.min(from, bytes.length))
    if (rest.length > LONGEST_ROW)
      throw new ReadError('error.too-long', { what: 'row', byte: passed, limit: LONGEST_ROW })
    passed += from
  }

  return {
    push(chunk) {
      if (rest.length === 0) return all(chunk, false)
      const bytes = new Uint8Array(rest.length + chunk.length)
      bytes.set(rest)
      bytes.set(chunk, rest.length)
      all(bytes, false)
    },
    end() {
      if (rest.length > 0) all(rest, true)
    },
  }
}

/** The text of a cell; doubled quotes are one. */
export function cellText(row: Row, cell: number): string {
  if (cell >= row.count) return ''
  const bytes = row.bytes.subarray(row.starts[cell], row.ends[cell])
  return decoder.decode(bytes).replaceAll('""', '"').trim()
}
const decoder = new TextDecoder()

function unquote(bytes: Uint8Array, count: number, starts: Int32Array, ends: Int32Array): void {
  for (let cell = 0; cell < count; cell++) {
    const start = starts[cell]!
    const end = ends[cell]!
    if (end - start >= 2 && bytes[start] === QUOTE && bytes[end - 1] === QUOTE) {
      starts[cell] = start + 1
      ends[cell] = end - 1
    }
  }
}

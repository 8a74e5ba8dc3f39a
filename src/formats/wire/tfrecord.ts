// TFRecord framing: length, its checksum, the data, its checksum; records cut out of bytes as they come.

import { maskedCrc } from './crc32c.ts'

/** Data up to this size are checked always; larger only where the taker asks. */
export const ALWAYS_CHECKED = 256 * 1024
/** Larger records are graphs, images and audio, never scalars. */
export const LARGEST = 16 * 1024 * 1024
const HEADER = 12
const FOOTER = 4
/** enough of a record to tell a graph from a summary */
const PEEK = 64

export interface Damage {
  /** data whose checksum is wrong: left out; the first and how many */
  badData: number
  firstBad: number
  /** records larger than 16 MiB: passed over */
  large: number
  /** the byte of a length whose checksum is wrong: nothing after it can be read; -1 for none */
  badLength: number
}

/** Whether the bytes begin with a record: a length below 2^31 whose checksum fits. */
export function looksLikeRecord(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && lengthAt(bytes, 0, true) >= 0
}

/** Data of the record at `bytes[start, end)`; valid only while it is handled. `byte` is where it begins in the file. */
export type TakeRecord = (bytes: Uint8Array, start: number, end: number, byte: number) => void

/**
 * Cuts records. A truncated tail is silent. `skips` sees the first bytes of a record larger than 256 KiB and may pass it
 * over, which then is never copied. `check` false leaves checksums of data unread (to measure what they cost).
 */
export function tfRecords(
  take: TakeRecord,
  skips: (bytes: Uint8Array, start: number, end: number) => boolean,
  check = true,
): { push(chunk: Uint8Array): void; readonly damage: Damage } {
  const damage: Damage = { badData: 0, firstBad: -1, large: 0, badLength: -1 }
  const hold = holder()
  /** bytes of a passed-over record that are still to come, and bytes without which the next one is not whole */
  let skip = 0
  let needed = HEADER
  let byte = 0

  /** Handles the record at `at`; returns its size, or 0 where more bytes are needed or none can follow. */
  const one = (bytes: Uint8Array, at: number): number => {
    const length = lengthAt(bytes, at, check)
    if (length < 0) {
      damage.badLength = byte + at
      return 0
    }
    const whole = HEADER + length + FOOTER
    const start = at + HEADER
    const end = start + length
    if (length > ALWAYS_CHECKED) {
      needed = HEADER + PEEK
      if (bytes.length - at < needed) return 0
      const pass = skips(bytes, start, start + PEEK)
      if (!pass && length > LARGEST) damage.large++
      if (pass || length > LARGEST) return whole
    }
    needed = whole
    if (bytes.length - at < whole) return 0
    if (check && maskedCrc(bytes, start, end) !== uint32(bytes, end)) {
      if (damage.badData++ === 0) damage.firstBad = byte + at
    } else take(bytes, start, end, byte + at)
    return whole
  }

  /** Handles the whole records in `bytes`; returns how many bytes they take, which may be more than there are. */
  const all = (bytes: Uint8Array): number => {
    let at = 0
    needed = HEADER
    while (bytes.length - at >= HEADER) {
      const size = one(bytes, at)
      if (size === 0) break
      at += size
      needed = HEADER
    }
    byte += at
    return at
  }

  return {
    damage,
    push(chunk) {
      const from = Math.min(skip, chunk.length)
      skip -= from
      if (from === chunk.length || damage.badLength >= 0) return
      const fresh = from === 0 ? chunk : chunk.subarray(from)
      const bytes = hold.join(fresh)
      if (bytes.length < needed) return hold.keep(bytes, 0)
      const used = all(bytes)
      skip = Math.max(0, used - bytes.length)
      hold.keep(bytes, Math.min(used, bytes.length))
    },
  }
}

/** Holds the beginning of a record until the rest arrives; each byte is copied a bounded number of times. */
function holder(): { join(chunk: Uint8Array): Uint8Array; keep(bytes: Uint8Array, from: number): void } {
  let space = new Uint8Array(4096)
  let held = 0
  return {
    join(chunk) {
      if (held === 0) return chunk
      if (held + chunk.length > space.length) {
        const made = new Uint8Array(2 * (held + chunk.length))
        made.set(space.subarray(0, held))
        space = made
      }
      space.set(chunk, held)
      return space.subarray(0, held + chunk.length)
    },
    keep(bytes, from) {
      held = bytes.length - from
      if (held === 0) return
      if (bytes.buffer === space.buffer) space.copyWithin(0, from, bytes.length)
      else {
        if (held > space.length) space = new Uint8Array(2 * held)
        space.set(bytes.subarray(from))
      }
    },
  }
}

/** The length at `at`, or -1 where its checksum is wrong or no record is that long. */
function lengthAt(bytes: Uint8Array, at: number, check: boolean): number {
  const length = uint32(bytes, at)
  if (uint32(bytes, at + 4) !== 0 || length >= 2 ** 31) return -1
  return !check || maskedCrc(bytes, at, at + 8) === uint32(bytes, at + 8) ? length : -1
}

function uint32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}

// An Event of TensorBoard: its step, and the values in its summary.

import { BYTES, type Cursor, cursor, FIXED32, FIXED64, next, VARINT, walk } from '../wire/protobuf.ts'

/** What is taken of an event; the range is of the summary, -1 for none. */
export interface Event {
  wall: number
  step: number
  start: number
  end: number
}

/** What is taken of a value in a summary; ranges are -1 where the field is absent. */
export interface Value {
  tagStart: number
  tagEnd: number
  hasSimple: boolean
  simple: number
  tensorStart: number
  tensorEnd: number
  metaStart: number
  metaEnd: number
}

export function emptyEvent(): Event {
  return { wall: 0, step: 0, start: -1, end: -1 }
}

export function emptyValue(): Value {
  return {
    tagStart: -1,
    tagEnd: -1,
    hasSimple: false,
    simple: 0,
    tensorStart: -1,
    tensorEnd: -1,
    metaStart: -1,
    metaEnd: -1,
  }
}

const event = cursor()

/**
 * Reads an event of the one layout that nearly all have: time, step, one value of a short tag as a plain number. Returns
 * false, with nothing said, for any other layout: that is read field by field.
 */
export function readPlain(
  into: Event,
  value: Value,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
): boolean {
  if (bytes[start] !== 0x09 || end - start < 20) return false
  let at = start + 9
  let step = 0
  if (bytes[at] === 0x10) {
    let shift = 0
    let byte = 0
    do {
      byte = bytes[++at]!
      step |= (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80 && shift < 28)
    if (byte >= 0x80) return false
    at++
  }
  // 5: summary{1: value{1: tag ... 2: number}}, each shorter than 128 bytes and each the last of its message
  const tag = at + 6
  const stop = tag + bytes[at + 5]!
  if (bytes[at] !== 0x2a || bytes[at + 2] !== 0x0a || bytes[at + 4] !== 0x0a) return false
  if (end !== stop + 5 || bytes[stop] !== 0x15) return false
  if (bytes[at + 1] !== end - at - 2 || bytes[at + 3] !== end - at - 4 || end - at > 127) return false
  into.wall = view.getFloat64(start + 1, true)
  into.step = step
  value.tagStart = tag
  value.tagEnd = stop
  value.hasSimple = true
  value.simple = view.getFloat32(stop + 1, true)
  value.tensorStart = value.metaStart = -1
  return true
}

/** Reads an event into `into`. A step of 0 is not on the wire. Graphs and all else but a summary are stepped over. */
export function readEvent(into: Event, bytes: Uint8Array, start: number, end: number): void {
  into.wall = 0
  into.step = 0
  into.start = into.end = -1
  walk(event, bytes, start, end)
  while (next(event)) {
    if (event.field === 1 && event.wire === FIXED64) into.wall = event.view.getFloat64(event.start, true)
    else if (event.field === 2 && event.wire === VARINT) into.step = event.value
    else if (event.field === 5 && event.wire === BYTES) {
      into.start = event.start
      into.end = event.stop
    }
  }
}

/** Whether an event that begins so is a graph or the like, and no summary: told by the fields in its first bytes. */
export function isNoSummary(bytes: Uint8Array, start: number, end: number): boolean {
  const on = walk(event, bytes, start, end)
  while (on.at < on.end) {
    const key = bytes[on.at]!
    if (key === 0x09) on.at += 9
    else if (key === 0x10) {
      do on.at++
      while (on.at < on.end && bytes[on.at]! >= 0x80)
      on.at++
    } else return key !== 0x2a
  }
  return false
}

/** Reads a value of a summary into `into`. */
export function readValue(into: Value, on: Cursor, bytes: Uint8Array, start: number, end: number): void {
  into.hasSimple = false
  into.tagStart = into.tagEnd = into.tensorStart = into.tensorEnd = into.metaStart = into.metaEnd = -1
  walk(on, bytes, start, end)
  while (next(on)) {
    if (on.field === 1 && on.wire === BYTES) {
      into.tagStart = on.start
      into.tagEnd = on.stop
    } else if (on.field === 2 && on.wire === FIXED32) {
      into.hasSimple = true
      into.simple = on.view.getFloat32(on.start, true)
    } else if (on.field === 8 && on.wire === BYTES) {
      into.tensorStart = on.start
      into.tensorEnd = on.stop
    } else if (on.field === 9 && on.wire === BYTES) {
      into.metaStart = on.start
      into.metaEnd = on.stop
    }
  }
}

// Writes event files as TensorFlow does, byte for byte, with a writer of our own: the reader must not be its own judge.
import { closeSync, openSync, writeSync } from 'node:fs'

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  return crc >>> 0
})

/** CRC-32C of bytes `from` to `to`, masked as TFRecord asks. */
function masked(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffffffff
  for (let i = from; i < to; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8)
  crc = ~crc >>> 0
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}

function varint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let end = at
  while (rest >= 128) {
    bytes[end++] = (rest % 128) | 128
    rest = Math.floor(rest / 128)
  }
  bytes[end++] = rest
  return end
}

export interface Curve {
  readonly tag: string
  /** the value at a step, 0-based */
  readonly at: (step: number) => number
}

/**
 * Writes `steps` points of each curve, interleaved as a training writes them. Returns the bytes written.
 * One event is wall time, step and a summary of one simple value; values are float32, as TensorFlow stores them.
 */
export function writeEvents(path: string, curves: readonly Curve[], steps: number): number {
  const file = openSync(path, 'w')
  const block = new Uint8Array(4 << 20)
  const view = new DataView(block.buffer)
  const tags = curves.map((curve) => new TextEncoder().encode(curve.tag))
  let end = 0
  let written = 0
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < curves.length; i++) {
      if (end > block.length - 1024) {
        written += writeSync(file, block, 0, end)
        end = 0
      }
      end = event(block, view, end, 1.7e9 + step / 10, step, tags[i]!, curves[i]!.at(step))
    }
  }
  written += writeSync(file, block, 0, end)
  closeSync(file)
  return written
}

function event(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  time: number,
  step: number,
  tag: Uint8Array,
  value: number,
): number {
  let end = at + 12
  bytes[end++] = 0x09
  view.setFloat64(end, time, true)
  end += 8
  bytes[end++] = 0x10
  end = varint(bytes, end, step)
  bytes[end++] = 0x2a
  bytes[end++] = tag.length + 9
  bytes[end++] = 0x0a
  bytes[end++] = tag.length + 7
  bytes[end++] = 0x0a
  bytes[end++] = tag.length
  bytes.set(tag, end)
  end += tag.length
  bytes[end++] = 0x15
  view.setFloat32(end, value, true)
  end += 4
  view.setUint32(at, end - at - 12, true)
  view.setUint32(at + 4, 0, true)
  view.setUint32(at + 8, masked(bytes, at, at + 8), true)
  view.setUint32(end, masked(bytes, at + 12, end), true)
  return end + 4
}

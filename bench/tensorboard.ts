// How many points of TensorBoard event files are read and folded in a second, with and without checksums.

import { pathToFileURL } from 'node:url'
import { eventReader } from '../src/formats/events/read.ts'
import { maskedCrc } from '../src/formats/wire/crc32c.ts'
import { folder } from '../src/gather/fold.ts'

const POINTS = 2_000_000
const TAGS = 10
const CHUNK = 2 << 20

/** An event file as torch's SummaryWriter writes it: one scalar an event, `points` of them over `tags` tags. */
export function eventFile(points: number, tags: number): Uint8Array {
  const names = Array.from({ length: tags }, (_, tag) => Buffer.from(`group_${tag % 3}/metric_${tag}_loss`))
  const out = Buffer.alloc(64 + points * 96)
  let size = record(out, 0, version())
  const data = Buffer.alloc(96)
  for (let point = 0; point < points; point++) {
    const step = Math.floor(point / tags)
    const length = scalar(data, names[point % tags]!, step, Math.exp(-step / 50_000) + 0.1 * Math.sin(point * 12.9898))
    size = record(out, size, data.subarray(0, length))
  }
  return out.subarray(0, size)
}

function version(): Buffer {
  const text = Buffer.from('brain.Event:2')
  return Buffer.concat([Buffer.from([0x09, 0, 0, 0, 0, 0, 0, 0xd8, 0x41, 0x1a, text.length]), text])
}

/** Event{1 wall_time, 2 step, 5 summary{1 value{1 tag, 2 simple_value}}} */
function scalar(into: Buffer, tag: Buffer, step: number, value: number): number {
  into[0] = 0x09
  into.writeDoubleLE(1.7e9 + step, 1)
  let at = 9
  if (step > 0) {
    into[at++] = 0x10
    for (let rest = step; ; rest >>>= 7) {
      into[at++] = rest < 128 ? rest : (rest & 127) | 128
      if (rest < 128) break
    }
  }
  const inner = 2 + tag.length + 5
  into.set([0x2a, inner + 2, 0x0a, inner, 0x0a, tag.length], at)
  at += 6
  into.set(tag, at)
  at += tag.length
  into[at] = 0x15
  into.writeFloatLE(value, at + 1)
  return at + 5
}

function record(into: Buffer, at: number, data: Uint8Array): number {
  into.writeUInt32LE(data.length, at)
  into.writeUInt32LE(0, at + 4)
  into.writeUInt32LE(maskedCrc(into, at, at + 8), at + 8)
  into.set(data, at + 12)
  into.writeUInt32LE(maskedCrc(data, 0, data.length), at + 12 + data.length)
  return at + 16 + data.length
}

/** Points a second through the format and the fold: by the clock, and by the time that a core spent on it. */
export function rate(file: Uint8Array, check: boolean): { rate: number; core: number; points: number } {
  const fold = folder('bench')
  const started = performance.now()
  const spent = process.cpuUsage()
  const reader = eventReader(fold.take, check)
  for (let at = 0; at < file.length; at += CHUNK) reader.push(file.subarray(at, at + CHUNK))
  reader.end()
  const points = fold
    .records()
    .reduce((sum, run) => sum + run.series.reduce((all, one) => all + one.value.length, 0), 0)
  const { user, system } = process.cpuUsage(spent)
  return { rate: points / ((performance.now() - started) / 1000), core: points / ((user + system) / 1e6), points }
}

/** Prints points a second, the best of three, with and without checksums side by side. */
export async function main(): Promise<void> {
  const file = eventFile(POINTS, TAGS)
  const best = { with: 0, without: 0, core: 0 }
  for (let round = 0; round < 3; round++) {
    const checked = rate(file, true)
    if (checked.points !== POINTS) throw new Error(`${checked.points} points of ${POINTS}`)
    best.with = Math.max(best.with, checked.rate)
    best.core = Math.max(best.core, checked.core)
    best.without = Math.max(best.without, rate(file, false).rate)
  }
  const million = (value: number) => `${(value / 1e6).toFixed(2)} million points/s`
  console.log(`tensorboard: ${POINTS} scalars over ${TAGS} tags, ${(file.length / 1e6).toFixed(0)} MB`)
  console.log(`  with CRC-32C ${million(best.with)} (${million(best.core)} a core)   without ${million(best.without)}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()

// What holds for every reader of what strangers wrote: formats, and with them the console dialects, and fact readers.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FactReader } from '../../src/formats/facts/reader.ts'
import { factReaders } from '../../src/formats/facts/readers/index.ts'
import { type Format, type Head, ReadError } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/index.ts'
import { dialects } from '../../src/formats/text/dialects/index.ts'
import type { Entry } from '../../src/record/entry.ts'
import { bytesOf, goldenRuns, type Truth } from '../golden.ts'

const HEAD = 65_536

/** One golden input of each framework, way of printing and kind of file: the layouts, not the trainings, matter here. */
const samples: { readonly truth: Truth & { style?: string }; readonly bytes: Uint8Array }[] = []

beforeAll(() => {
  const seen = new Set<string>()
  for (const truth of goldenRuns() as readonly (Truth & { style?: string })[]) {
    const layout = `${truth.framework}/${truth.style}/${truth.input}`
    if (!seen.has(layout)) samples.push({ truth, bytes: bytesOf(truth) })
    seen.add(layout)
  }
})

function headOf(bytes: Uint8Array, name: string): Head {
  const first = bytes.subarray(0, HEAD)
  return { bytes: first, text: new TextDecoder().decode(first), name }
}

/** Everything that a format reads, the bytes given in pieces of `size`; a ReadError is an answer. */
function read(format: Format, bytes: Uint8Array, name: string, size: number): (Entry | string)[] {
  const out: (Entry | string)[] = []
  try {
    const reader = format.open((entry) => out.push(entry), headOf(bytes, name))
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size))
    reader.end()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    out.push(error.id)
  }
  return out
}

test('every golden input is recognised', () => {
  for (const { truth, bytes } of samples)
    expect(
      formats.some((format) => format.recognises(headOf(bytes, baseOf(truth)))),
      truth.name,
    ).toBe(true)
})

function baseOf(truth: Truth): string {
  return truth.input.split('/').at(-1)!
}

describe.each(formats.map((format) => [format.name, format] as const))('format %s', (_, format) => {
  test('has a title and does not recognise noise', () => {
    expect(format.title.length).toBeGreaterThan(2)
    const bytes = fc.uint8Array({ minLength: 200, maxLength: 2000 })
    const quiet = fc.property(bytes, (noise) => {
      expect(format.recognises(headOf(noise, 'noise.bin'))).toBe(false)
    })
    fc.assert(quiet)
  })

  test('reads the same entries however the bytes are cut', () => {
    for (const { truth, bytes } of samples) {
      const part = bytes.subarray(0, 20_000)
      if (!format.recognises(headOf(part, baseOf(truth)))) continue
      const whole = read(format, part, baseOf(truth), part.length)
      for (const size of [1, 7, 1000])
        expect(read(format, part, baseOf(truth), size), `${truth.name} by ${size}`).toEqual(whole)
    }
  })

  test('throws nothing but ReadError on garbage, and stays in time', () => {
    const before = process.cpuUsage()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => void read(format, bytes, 'x', 500)),
      { numRuns: 50 },
    )
    for (const { truth, bytes } of samples) {
      const mutated = fc.record({
        at: fc.nat(20_000),
        by: fc.uint8Array({ minLength: 1, maxLength: 12 }),
        cut: fc.nat(20_000),
      })
      const property = fc.property(mutated, ({ at, by, cut }) => {
        const copy = bytes.slice(0, Math.max(1, cut))
        copy.set(by.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length))
        read(format, copy, baseOf(truth), 4096)
      })
      fc.assert(property, { numRuns: 10 })
    }
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15)
  })
})

/** Lines that make a careless expression run forever. */
const LONG_LINES = ['a', ' ', '1', '1,', '0.', 'loss: ', '[=', '(', '- ', '1e', 'epoch 1/', '"', 'é', '|', ': 1 '].map(
  (piece) => piece.repeat(Math.ceil(20_000 / piece.length)),
)

const line = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'loss epoch:=1.5e-3,/[]()%|"{}\'nan'.split(''), '损失', 'эпоха '),
    maxLength: 200,
  }),
)

test('every dialect has a title, a turn, and a name of its own', () => {
  expect(new Set(dialects.map((dialect) => dialect.name)).size).toBe(dialects.length)
  expect(dialects.filter(({ title, turn }) => title.length < 3 || !Number.isFinite(turn))).toEqual([])
})

test('console text of any kind is read in time', () => {
  const text = formats.find((format) => format.name === 'text')!
  const property = fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
    read(text, new TextEncoder().encode(lines.join('\n')), 'x.log', 1000)
  })
  fc.assert(property, { numRuns: 100 })
  for (const long of LONG_LINES) {
    const bytes = new TextEncoder().encode(`epoch 1 loss 0.5\n${long}\n`)
    expect(
      seconds(() => read(text, bytes, 'x.log', 65_536)),
      `${long.slice(0, 20)}...`,
    ).toBeLessThan(1)
  }
})

/** Seconds of processor time, which a busy machine does not stretch. */
function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1e6
}

const readers = (factReaders as readonly FactReader[]).map((reader) => [reader.name, reader] as const)
describe.each(readers)('fact reader %s', (_, reader) => {
  test('reads facts with their words out of any sentence, or none', () => {
    const property = fc.property(line, fc.nat(1000), (text, number) => {
      for (const fact of reader.read({ text, number })) {
        expect(fact.quote.length).toBeLessThanOrEqual(120)
        expect(fact.where).not.toBe('')
        expect(fact.value).not.toBeUndefined()
        if (typeof fact.value === 'number') expect(Number.isFinite(fact.value)).toBe(true)
      }
    })
    fc.assert(property, { numRuns: 100 })
  })

  test('takes no sentence longer than a moment', () => {
    for (const text of LONG_LINES) {
      const spent = seconds(() => reader.read({ text, number: 1 }))
      expect(spent, `${text.slice(0, 20)}...`).toBeLessThan(0.1)
    }
  })
})

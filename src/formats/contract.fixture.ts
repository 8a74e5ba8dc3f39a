// What must hold for every format, whatever it reads: for the tests of each.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, Point } from '../record/entry.ts'
import { type Format, type Head, ReadError } from './format.ts'

export function headFor(bytes: Uint8Array, name: string): Head {
  const head = bytes.subarray(0, 65_536)
  return { bytes: head, text: new TextDecoder().decode(head), name }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Entries of `bytes`, pushed in pieces that end at `cuts`. */
export function entriesOf(format: Format, bytes: Uint8Array, name: string, cuts: readonly number[] = []): Entry[] {
  const entries: Entry[] = []
  const reader = format.open((entry) => entries.push(entry), headFor(bytes, name))
  let from = 0
  for (const cut of [...cuts.filter((at) => at > 0 && at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    reader.push(bytes.subarray(from, cut))
    from = cut
  }
  reader.end()
  return entries
}

/** Points as `name@coordinate=value`, short enough to write down in a test. */
export function pointsOf(entries: readonly Entry[]): string[] {
  return entries.filter((entry): entry is Point => entry.kind === 'point').map(shown)
}

function shown({ name, value, step, epoch, split }: Point): string {
  const at = [step === undefined ? '' : `step ${step}`, epoch === undefined ? '' : `epoch ${epoch}`]
  return [split ? `${split}:${name}` : name, ...at.filter(Boolean), value].join(' ')
}

/** Runs `read` and accepts a ReadError; anything else that is thrown fails the test. */
export function tolerant(read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
  }
}

/**
 * The contract: a sample is recognised; its entries are the same however it is cut; no beginning of it throws; bytes
 * changed at random never throw anything but ReadError, and never hang.
 */
export function holdsContract(format: Format, samples: Readonly<Record<string, Uint8Array>>): void {
  describe(`${format.name}: the contract`, () => {
    for (const [name, bytes] of Object.entries(samples)) {
      it(`recognises ${name}`, () => {
        expect(format.recognises(headFor(bytes, name))).toBe(true)
      })
      it(`reads ${name} alike however it is cut`, () => {
        const whole = entriesOf(format, bytes, name)
        expect(whole.some((entry) => entry.kind === 'point')).toBe(true)
        const each = Array.from({ length: bytes.length }, (_, at) => at)
        if (bytes.length < 20_000) expect(entriesOf(format, bytes, name, each)).toEqual(whole)
        fc.assert(
          fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
            expect(entriesOf(format, bytes, name, cuts)).toEqual(whole)
          }),
          { numRuns: 40 },
        )
      })
      it(`reads every beginning of ${name}`, () => {
        fc.assert(
          fc.property(fc.nat(bytes.length), (end) => {
            entriesOf(format, bytes.slice(0, end), name)
          }),
          { numRuns: 60 },
        )
      })
      it(`survives damage to ${name}`, () => {
        const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
        fc.assert(
          fc.property(damage, (changes) => {
            const broken = bytes.slice()
            for (const [at, byte] of changes) broken[at] = byte
            tolerant(() => entriesOf(format, broken, name))
            format.recognises(headFor(broken, name))
          }),
          { numRuns: 150 },
        )
      })
    }
    it('survives bytes of any kind', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
          tolerant(() => entriesOf(format, bytes, 'any'))
          format.recognises(headFor(bytes, 'any'))
        }),
        { numRuns: 200 },
      )
    })
  })
}

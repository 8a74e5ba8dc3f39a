import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import { bytesOf } from './file.ts'
import { MOST_EXPANDED, zipMembers } from './zip.ts'

const options = { mtime: new Date(2020, 1, 1) }
const whole = (archive: Uint8Array) =>
  new Map([...zipMembers(bytesOf(archive))].map(([name, member]) => [name, [...member.open().read(0, member.size)]]))

describe('a zip archive', () => {
  it('gives back what was packed, stored or deflated', () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 }), { maxKeys: 6 })
    fc.assert(
      fc.property(files, fc.constantFrom(0 as const, 6 as const), (files, level) => {
        const read = whole(zipSync(files, { level, ...options }))
        expect(new Set(read.keys())).toEqual(new Set(Object.keys(files)))
        for (const [name, bytes] of Object.entries(files)) expect(read.get(name)).toEqual([...bytes])
      }),
    )
  })

  it('reads the sizes of zip64', () => {
    const archive = wide(zipSync({ a: Uint8Array.of(1, 2, 3) }, { level: 0, ...options }))
    expect(whole(archive)).toEqual(new Map([['a', [1, 2, 3]]]))
  })

  it('that is a bomb is refused by what it claims, and stopped where it lies', () => {
    const packed = zipSync({ a: new Uint8Array(100_000) }, { level: 9, ...options })
    const at = entryAt(packed)
    const claims = (size: number) => {
      const archive = packed.slice()
      new DataView(archive.buffer).setUint32(at + 24, size, true)
      return () => whole(archive)
    }
    expect(claims(MOST_EXPANDED + 1)).toThrow(/model\.error\.limit .*expands to 1024 MiB/)
    expect(claims(2 ** 29)).toThrow('claims more than it can hold')
    expect(claims(50_000)).toThrow('holds more than it claims')
    expect(claims(100_001)).toThrow('holds less than it claims')
  })

  it('whose members lie over one another is refused', () => {
    const archive = zipSync({ a: new Uint8Array(9), b: new Uint8Array(9) }, { level: 0, ...options })
    const view = new DataView(archive.buffer)
    const second = entryAt(archive) + 46 + 1
    expect(view.getUint32(second, true)).toBe(0x02014b50)
    view.setUint32(second + 42, 5, true)
    expect(() => whole(archive)).toThrow('overlaps another')
  })

  it('gives its members or one line, however it is cut or changed', () => {
    const archive = zipSync({ 'a/b': new Uint8Array(50).fill(7), c: new Uint8Array(80) }, { level: 6, ...options })
    for (let end = 0; end < archive.length; end++) expect(() => whole(archive.slice(0, end))).toThrow(ModelError)
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = archive.slice()
        changed[at]! ^= flip
        try {
          whole(changed)
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function entryAt(archive: Uint8Array): number {
  return new DataView(archive.buffer).getUint32(archive.length - 22 + 16, true)
}

/** The same archive of one member, its sizes, place and directory in zip64's fields. */
function wide(archive: Uint8Array): Uint8Array {
  const at = entryAt(archive)
  const view = new DataView(archive.buffer)
  const size = view.getUint32(at + 24, true)
  const entry = archive.slice(at, at + 46 + 1)
  const words = new DataView(entry.buffer)
  for (const field of [20, 24, 42]) words.setUint32(field, 0xffffffff, true)
  words.setUint16(30, 28, true)
  const extra = new DataView(new ArrayBuffer(28))
  extra.setUint16(0, 1, true)
  extra.setUint16(2, 24, true)
  for (const [place, value] of [size, size, 0].entries()) extra.setBigUint64(4 + 8 * place, BigInt(value), true)
  const record = new DataView(new ArrayBuffer(56))
  record.setUint32(0, 0x06064b50, true)
  record.setBigUint64(4, 44n, true)
  record.setBigUint64(24, 1n, true)
  record.setBigUint64(32, 1n, true)
  record.setBigUint64(40, BigInt(entry.length + 28), true)
  record.setBigUint64(48, BigInt(at), true)
  const locator = new DataView(new ArrayBuffer(20))
  locator.setUint32(0, 0x07064b50, true)
  locator.setBigUint64(8, BigInt(at + entry.length + 28), true)
  locator.setUint32(16, 1, true)
  const end = archive.slice(-22)
  const ends = new DataView(end.buffer)
  for (const field of [12, 16]) ends.setUint32(field, 0xffffffff, true)
  const parts = [archive.slice(0, at), entry, extra.buffer, record.buffer, locator.buffer, end]
  return Uint8Array.from(parts.flatMap((part) => [...new Uint8Array(part)]))
}

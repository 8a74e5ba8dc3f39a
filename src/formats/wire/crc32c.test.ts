// CRC-32C against its published values and against a slow twin.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32c, maskedCrc } from './crc32c.ts'

function slow(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('crc32c', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
  })

  it('is masked as TFRecord does', () => {
    const bytes = Buffer.concat([Buffer.from([0x1a, 0x11]), Buffer.from('CRC test, one two')])
    expect(maskedCrc(bytes, 0, bytes.length)).toBe(0x5794d08a)
  })

  it('agrees with a slow twin on any bytes and any range of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), fc.nat(80), (bytes, a, b) => {
        const [start, end] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)]
        expect(crc32c(bytes, start, end)).toBe(slow(bytes.subarray(start, end)))
      }),
    )
  })
})

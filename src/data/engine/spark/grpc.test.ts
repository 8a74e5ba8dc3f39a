// What travels: messages cut at any place, and what Spark Connect is asked, read back by a reader of protocol buffers.
import { describe, expect, test } from 'vitest'
import { cursor, next, textOf, walk } from '../../../formats/wire/protobuf.ts'
import { field, joined } from './encode.ts'
import { CallError, framed, unescaped, unframed } from './grpc.ts'
import { arrowOf, executeSql, versionOf } from './messages.ts'

/** The text at a path of field numbers. */
function at(message: Uint8Array, path: readonly number[]): string {
  let bytes = message
  for (const number of path) {
    const on = walk(cursor(), bytes, 0, bytes.length)
    while (next(on) && on.field !== number);
    bytes = bytes.subarray(on.start, on.stop)
  }
  return textOf(walk({ ...cursor(), start: 0, stop: bytes.length }, bytes, 0, bytes.length))
}

describe('messages on the way', () => {
  const sent = [new Uint8Array(0), Uint8Array.of(1, 2, 3), new Uint8Array(70_000).fill(7)]
  const wire = Buffer.concat(sent.map(framed))

  test.each([1, 2, 3, 5, 8, 1000, wire.length])('come whole out of pieces of %i bytes', (size) => {
    const got: Uint8Array[] = []
    const push = unframed((message) => got.push(new Uint8Array(message)))
    for (let from = 0; from < wire.length; from += size) push(wire.subarray(from, from + size))
    expect(got).toEqual(sent)
  })

  test('are refused where they are compressed or claim to be larger than any', () => {
    expect(() => unframed(() => {})(Buffer.from([1, 0, 0, 0, 1, 0]))).toThrow(CallError)
    expect(() => unframed(() => {})(Buffer.from([0, 0xff, 0, 0, 0]))).toThrow(CallError)
  })

  test('end with a text that may be percent-encoded', () => {
    expect(unescaped('[X] a%0Ab %C3%BC')).toBe('[X] a\nb ü')
    expect(unescaped('100 % of it')).toBe('100 % of it')
  })
})

describe('requests and responses', () => {
  test('SQL of any length and script stands where the server looks for it', () => {
    const sql = `SELECT '${'ü∅'.repeat(10_000)}'`
    const request = executeSql({ session: 's-1', user: 'me' }, sql)
    expect([at(request, [1]), at(request, [2, 1]), at(request, [4])]).toEqual(['s-1', 'me', 'whyloss'])
    expect(at(request, [3, 1, 10, 1])).toBe(sql)
  })

  test('Arrow and the version are found, and nothing where there is none', () => {
    const response = joined([field(1, 's'), field(2, [field(2, 'arrow')]), field(12, 'op')])
    expect(Buffer.from(arrowOf(response)!).toString()).toBe('arrow')
    expect(arrowOf(field(14, []))).toBeUndefined()
    expect(versionOf(field(8, [field(1, '4.0.5')]))).toBe('4.0.5')
    expect(() => arrowOf(Uint8Array.of(0x12, 0x7f))).toThrow(RangeError)
  })
})

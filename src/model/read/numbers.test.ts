import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import { PIECE } from '../opened.ts'
import { bytesOf } from './file.ts'
import { bytesOfElement, countOf, ELEMENTS, type Element, piecesOf, valuesOf } from './numbers.ts'

const bits = (type: Element, ...bytes: number[]) => valuesOf(Uint8Array.from(bytes), type, false)[0]

describe('element types', () => {
  it.each<[Element, number[], number]>([
    ['float16', [0x3c, 0x01], 1 + 2 ** -10],
    ['float16', [0x80, 0x01], -(2 ** -24)],
    ['float16', [0x7b, 0xff], 65_504],
    ['float16', [0xfc, 0x00], Number.NEGATIVE_INFINITY],
    ['float16', [0x7e, 0x00], Number.NaN],
    ['bfloat16', [0x40, 0x49], 3.140625],
    // largest of each: Micikevicius et al. 2022, table 1
    ['float8_e4m3fn', [0x7e], 448],
    ['float8_e4m3fn', [0x7f], Number.NaN],
    ['float8_e4m3fn', [0x01], 2 ** -9],
    ['float8_e5m2', [0x7b], 57_344],
    ['float8_e5m2', [0x7c], Number.POSITIVE_INFINITY],
    ['float8_e4m3fnuz', [0x7f], 240],
    ['float8_e5m2fnuz', [0x7f], 57_344],
    ['float8_e5m2fnuz', [0x80], Number.NaN],
    ['int64', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], -2],
    ['uint64', [0, 0, 1, 0, 0, 0, 0, 1], 2 ** 40 + 1],
    ['int16', [0xff, 0xfe], -2],
    ['bool', [7], 1],
  ])('%s of %j is %d', (type, bytes, value) => {
    expect(bits(type, ...bytes)).toBe(value)
  })

  it('read what typed arrays write, in both byte orders', () => {
    const kinds = {
      float32: Float32Array,
      float64: Float64Array,
      int32: Int32Array,
      uint16: Uint16Array,
      int8: Int8Array,
    }
    const numbers = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])), numbers, (type, values) => {
        const typed = kinds[type].from(values)
        const bytes = new Uint8Array(typed.buffer)
        const width = bytesOfElement(type)
        const turned = Uint8Array.from(bytes, (_, i) => bytes[i - (i % width) + width - 1 - (i % width)]!)
        expect([...valuesOf(bytes, type)]).toEqual([...typed])
        expect([...valuesOf(turned, type, false)]).toEqual([...typed])
      }),
    )
  })

  it('come in pieces, and never more than there are', () => {
    const bytes = bytesOf(new Uint8Array(PIECE + 10).fill(3))
    const pieces = [...piecesOf(bytes, 4, 'uint8', PIECE + 6)]
    expect(pieces.map((piece) => piece.length)).toEqual([PIECE, 6])
    expect(() => [...piecesOf(bytes, 4, 'uint8', PIECE + 7)]).toThrow(ModelError)
    for (const type of ELEMENTS) expect([...piecesOf(bytes, 0, type, 3)][0]).toHaveLength(3)
  })

  it('count a shape only where it makes sense', () => {
    expect([countOf([]), countOf([2, 3]), countOf([0, 5])]).toEqual([1, 6, 0])
    for (const shape of [[-1], [0.5], [2 ** 40, 2 ** 40], [Number.NaN]]) expect(countOf(shape)).toBeNaN()
  })
})

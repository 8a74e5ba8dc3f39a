import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, extremesOf } from './blocks.ts'
import { lowerBound, m4 } from './m4.ts'

/** The obvious way: every row is put into its pixel, and each pixel asked for its ends and extremes. */
function slowly(x: Float64Array, y: Float64Array, from: number, to: number, width: number) {
  const pixels = new Map<number, number[]>()
  x.forEach((at, row) => {
    if (at < from || at > to) return
    const pixel = Math.floor((at - from) / ((to - from) / width))
    pixels.set(pixel, [...(pixels.get(pixel) ?? []), row])
  })
  return [...pixels.values()].flatMap((rows) => {
    const finite = rows.map((row) => y[row]!).filter(Number.isFinite)
    return finite.length === 0 ? [] : [Math.min(...finite), Math.max(...finite)]
  })
}

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  fc.constant(Number.NaN),
)

describe('m4', () => {
  it('keeps the lowest and the highest value of every pixel', () => {
    const curve = fc.array(fc.tuple(fc.nat(4), value), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(curve, fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 9 }), (rows, width, size) => {
        let at = 0
        const x = Float64Array.from(rows, ([step]) => {
          at += step
          return at
        })
        const y = Float64Array.from(rows, ([, one]) => one)
        const [from, to] = [x[0]!, x[x.length - 1]! + 1]
        const seen = m4(x, y, blocksOf(y, size), from, to, width)
        const shown = new Set(seen.y)
        for (const extreme of slowly(x, y, from, to, width)) expect(shown.has(extreme)).toBe(true)
        expect([...seen.x]).toEqual([...seen.x].sort((a, b) => a - b))
        expect(seen.gaps.length > 0).toBe(y.some((one) => !Number.isFinite(one)))
      }),
    )
  })

  it('shows a spike of one step among ten million points at every zoom', () => {
    const rows = 10_000_000
    const spike = 7_654_321
    const x = Float64Array.from({ length: rows }, (_, row) => row)
    const y = new Float32Array(rows).fill(0.5)
    y[spike] = 2650
    const blocks = blocksOf(y)
    for (let wide = rows; wide >= 10; wide = Math.floor(wide / 7)) {
      const from = Math.max(0, spike - Math.floor(wide / 3))
      const { x: at, y: shown } = m4(x, y, blocks, from, from + wide, 1000)
      expect(at[shown.indexOf(2650)]).toBe(spike)
      expect(shown.length).toBeLessThanOrEqual(4100)
    }
  })

  it('gives few rows as they are, with the neighbours outside the window', () => {
    const x = Float64Array.from([0, 1, 2, 3, 4, 5])
    const y = Float64Array.from([5, 4, Number.NaN, 2, 1, 0])
    const seen = m4(x, y, blocksOf(y), 1.5, 3.5, 100)
    expect(seen).toEqual({ x: [1, 2, 3, 4], y: [4, null, 2, 1], gaps: [2] })
  })
})

describe('blocks', () => {
  it('find the same extremes as a look at every row', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 16 }), (rows, size) => {
        const y = Float64Array.from(rows)
        const [from, to] = [Math.floor(rows.length / 3), rows.length]
        const { low, high, gap } = extremesOf(y, blocksOf(y, size), from, to)
        const finite = rows.slice(from, to).filter(Number.isFinite)
        expect(low < 0 ? undefined : y[low]).toBe(finite.length > 0 ? Math.min(...finite) : undefined)
        expect(high < 0 ? undefined : y[high]).toBe(finite.length > 0 ? Math.max(...finite) : undefined)
        expect(gap >= 0).toBe(finite.length < to - from)
      }),
    )
  })
})

describe('lowerBound', () => {
  it('is the first row at or behind a position', () => {
    const x = Float64Array.from([1, 2, 2, 2, 5])
    expect([0, 1, 2, 3, 9].map((at) => lowerBound(x, at))).toEqual([0, 0, 1, 4, 5])
    expect(lowerBound(x, 2, true)).toBe(4)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussian, uniform } from '../../signal/generator.ts'
import type { ModelLayer, Weight } from '../opened.ts'
import { weightRows } from './weights.ts'

function weight(
  shape: readonly number[],
  values: readonly number[],
  more: Partial<Weight> = {},
  piece = values.length || 1,
): Weight {
  function* pieces() {
    for (let at = 0; at < values.length; at += piece) yield Float64Array.from(values.slice(at, at + piece))
  }
  return { tensor: { name: 'w', type: 'float32', shape, pieces }, role: 'kernel', ...more }
}
const layer = (...weights: Weight[]): ModelLayer => ({ name: 'layer', kind: 'Dense', weights }) as ModelLayer
const torch = { outAxis: 0, inAxis: 1 }
const keras = (axes: number) => ({ outAxis: axes - 1, inAxis: axes - 2 })
const row = (one: Weight) => weightRows([layer(one)])[0]!
const normal = (count: number, seed: number) => {
  const draw = gaussian(seed)
  return Array.from({ length: count }, () => draw())
}

describe('the values of a tensor', () => {
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
  )

  test('have the moments that plain code tells', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 100 }), (list) => {
        const own = row(weight([list.length], list, { role: 'bias' }))
        const finite = list.filter(Number.isFinite)
        const mean = finite.reduce((sum, one) => sum + one / finite.length, 0)
        expect(own.count).toBe(list.length)
        expect(own.nonFinite).toBeCloseTo(1 - finite.length / list.length, 12)
        expect(own.zero).toBeCloseTo(list.filter((one) => one === 0).length / list.length, 12)
        expect(own.mean).toBeCloseTo(mean, 6)
        const spread = Math.sqrt(finite.reduce((sum, one) => sum + (one - mean) ** 2 / finite.length, 0))
        expect(own.spread).toBeCloseTo(spread, 5)
        expect([own.min, own.max]).toEqual(finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [0, 0])
        expect(own.histogram!.counts.reduce((a, b) => a + b, 0)).toBe(finite.length)
        expect(own).not.toHaveProperty('fanIn')
      }),
    )
  })

  test('are the same in pieces of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(99), (piece, seed) => {
        const values = normal(60, seed)
        expect(row(weight([6, 10], values, torch, piece))).toEqual(row(weight([6, 10], values, torch)))
      }),
    )
  })

  test('of integers and of tensors without values are left out, a tied tensor stands once', () => {
    const tied = weight([2], [1, 2])
    const whole = { ...tied, tensor: { ...tied.tensor, type: 'int64' } }
    const { pieces: _, ...bare } = tied.tensor
    const rows = weightRows([layer(tied, whole), layer({ ...tied, tensor: bare }, { ...tied, role: 'embedding' })])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ role: 'kernel', count: 2 })
    expect(weightRows([layer(tied, weight([1], [1]))], 1)).toHaveLength(1)
  })

  test('that are empty, or all not finite, give finite numbers', () => {
    expect(row(weight([0, 4], [], torch))).toMatchObject({ count: 0, mean: 0, spread: 0, nonFinite: 0 })
    const odd = row(weight([2, 2], new Array<number>(4).fill(Number.NaN), torch))
    expect(odd).toMatchObject({ nonFinite: 1, mean: 0, min: 0, max: 0, deadUnits: 0, equalUnits: 0 })
    const huge = row(weight([3], [-1.7e308, 0, 1.7e308], { role: 'bias' }))
    expect(huge.histogram!.counts).toHaveLength(32)
  })
})

describe('the units of a kernel', () => {
  /** The obvious twin: the weights of each unit copied out. */
  function slow(values: readonly number[], shape: readonly number[], outAxis: number, inAxis: number) {
    const at = (axis: number) => {
      const slices = new Map<number, number[]>()
      values.forEach((one, i) => {
        let rest = i
        let place = 0
        for (let a = shape.length - 1; a >= 0; a--) {
          if (a === axis) place = rest % shape[a]!
          rest = Math.floor(rest / shape[a]!)
        }
        slices.set(place, [...(slices.get(place) ?? []), one])
      })
      return [...slices.values()]
    }
    const units = at(outAxis)
    const constant = (list: readonly number[]) => list.length > 1 && list.every((one) => one === list[0])
    return {
      deadUnits: units.filter(constant).length,
      equalUnits: units.filter(
        (unit, i) => !constant(unit) && units.slice(0, i).some((other) => other.every((one, k) => one === unit[k])),
      ).length,
      deadInputs: at(inAxis).filter((list) => list.every((one) => one === 0)).length,
      units: shape[outAxis],
    }
  }

  test('are dead or equal as copies of them tell, in any layout', () => {
    const small = fc.constantFrom(0, 0, 0, 1, -1)
    const shapes = fc.constantFrom([3, 4], [4, 2], [3, 2, 2], [2, 2, 2, 3], [1, 3], [3, 1])
    const kernels = shapes.chain((shape) => {
      const count = shape.reduce<number>((a, b) => a * b, 1)
      return fc.tuple(fc.constant(shape), fc.array(small, { minLength: count, maxLength: count }), fc.boolean())
    })
    fc.assert(
      fc.property(kernels, ([shape, values, asKeras]) => {
        const axes = asKeras ? keras(shape.length) : torch
        expect(row(weight(shape, values, axes))).toMatchObject(slow(values, shape, axes.outAxis, axes.inAxis))
      }),
      { numRuns: 300 },
    )
  })

  test('have the fans of initialisers, in the layouts of PyTorch and of Keras', () => {
    const of = (shape: number[], axes: Partial<Weight>) => {
      const values = normal(
        shape.reduce<number>((a, b) => a * b, 1),
        1,
      )
      const { fanIn, fanOut, units } = row(weight(shape, values, axes))
      return [fanIn, fanOut, units]
    }
    expect(of([5, 3], torch)).toEqual([3, 5, 5])
    expect(of([3, 5], keras(2))).toEqual([3, 5, 5])
    expect(of([8, 4, 3, 3], torch)).toEqual([36, 72, 8])
    expect(of([3, 3, 4, 8], keras(4))).toEqual([36, 72, 8])
    expect(of([8, 4, 3], { outAxis: 0 })).toEqual([12, 24, 8])
    expect(of([3, 5], { outAxis: 1 })).toEqual([3, 5, 5])
  })

  test('are not asked of what is no kernel', () => {
    for (const more of [{ role: 'embedding', ...torch }, { role: 'kernel' }, { role: 'bias', ...torch }] as const)
      expect(row(weight([4, 4], normal(16, 1), more))).not.toHaveProperty('deadUnits')
  })

  test('of many zeros, of many NaN and of very many alike are counted', () => {
    const [units, width] = [60_000, 4]
    const of = (value: (i: number) => number) =>
      row(
        weight(
          [units, width],
          Array.from({ length: units * width }, (_, i) => value(i)),
          torch,
        ),
      )
    expect(of(() => 0)).toMatchObject({ deadUnits: units, equalUnits: 0, deadInputs: width })
    expect(of(() => Number.NaN)).toMatchObject({ deadUnits: 0, equalUnits: 0, deadInputs: 0 })
    expect(of((i) => i % width)).toMatchObject({ deadUnits: 0, equalUnits: units - 1, deadInputs: 1 })
  })
})

describe('the distribution of weights', () => {
  test('is near the one they were drawn from', () => {
    const next = uniform(2)
    const flat = row(
      weight(
        [100, 100],
        Array.from({ length: 10_000 }, () => 0.2 * next() - 0.1),
        torch,
      ),
    )
    expect(flat.uniformDistance).toBeLessThan(0.02)
    expect(flat.normalDistance).toBeGreaterThan(0.04)
    const round = row(weight([100, 100], normal(10_000, 3), torch))
    expect(round.normalDistance).toBeLessThan(0.02)
    expect(round.uniformDistance).toBeGreaterThan(0.1)
  })

  test('is Kolmogorov and Smirnov’s distance', () => {
    const values = normal(80, 4)
    const own = row(weight([8, 10], values, torch))
    const bound = Math.max(...values.map(Math.abs))
    const sorted = [...values].sort((a, b) => a - b)
    const most = Math.max(
      ...sorted.flatMap((x, i) => [i / 80, (i + 1) / 80].map((share) => Math.abs((x + bound) / (2 * bound) - share))),
    )
    expect(own.uniformDistance).toBeCloseTo(most, 10)
  })

  test('is not told of few values, of one value, or of some that are not finite', () => {
    for (const values of [normal(20, 1), new Array<number>(100).fill(1), [...normal(99, 1), Number.NaN]])
      expect(row(weight([values.length, 1], values, torch))).not.toHaveProperty('normalDistance')
  })
})

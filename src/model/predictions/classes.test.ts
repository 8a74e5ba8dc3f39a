import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areIndices,
  argmaxRows,
  className,
  countNonFinite,
  inOrder,
  kindOfOutputs,
  sigmoid,
  softmaxRows,
  sumToOne,
} from './classes.ts'

const f = (...list: number[]) => Float64Array.from(list)

test('one class goes by one name', () => {
  expect([3, 3.0, '3', '3.0', ' 3 ', '3.000'].map(className)).toEqual(Array(6).fill('3'))
  expect([0, -0, '-0.0', '0.0'].map(className)).toEqual(Array(4).fill('0'))
  expect([true, 'True', 'TRUE', 'true'].map(className)).toEqual(Array(4).fill('true'))
  expect([null, undefined, '', ' ', Number.NaN, Number.POSITIVE_INFINITY].map(className)).toEqual(
    Array(6).fill(undefined),
  )
  expect(['3.5', 'Cat', '03'].map(className)).toEqual(['3.5', 'Cat', '03'])
})

test('classes stand as encoders number them', () => {
  expect(inOrder(['10', '9', '2', '9'])).toEqual(['2', '9', '10'])
  expect(inOrder(['dog', 'Cat', '10', 'cat'])).toEqual(['10', 'Cat', 'cat', 'dog'])
  expect(areIndices(['0', '1', '2'])).toBe(true)
  expect(areIndices(['1', '2'])).toBe(false)
  expect(areIndices([])).toBe(true)
})

describe('rows of outputs', () => {
  const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.tuple(
      fc.constant(width),
      fc.array(fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 20,
      }),
    ),
  )

  test('become probabilities of the same order that sum to 1', () => {
    fc.assert(
      fc.property(rows, ([width, list]) => {
        const out = softmaxRows(Float64Array.from(list.flat()), width)
        list.forEach((row, i) => {
          const p = [...out.subarray(i * width, (i + 1) * width)]
          expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          for (let a = 0; a < width; a++)
            for (let b = 0; b < width; b++) {
              expect(p[a]! >= p[b]!).toBe(row[a]! >= row[b]! || p[a] === p[b])
              if (p[b]! > 1e-300) expect(Math.log(p[a]! / p[b]!)).toBeLessThanOrEqual(row[a]! - row[b]! + 1e-6)
            }
        })
      }),
    )
  })

  test('have their largest where plain code has it; a NaN has none', () => {
    fc.assert(
      fc.property(rows, ([width, list]) => {
        expect([...argmaxRows(Float64Array.from(list.flat()), width)]).toEqual(
          list.map((row) => row.indexOf(Math.max(...row))),
        )
      }),
    )
    expect([...argmaxRows(f(Number.NaN, 1, 2, 1, Number.NaN, 0), 3)]).toEqual([Number.NaN, Number.NaN])
    expect([...argmaxRows(f(), 3)]).toEqual([])
  })

  test('of infinite logits are certain, or nothing', () => {
    expect([...softmaxRows(f(Number.NEGATIVE_INFINITY, 0), 2)]).toEqual([0, 1])
    expect([...softmaxRows(f(Number.POSITIVE_INFINITY, 0), 2)]).toEqual([Number.NaN, Number.NaN])
    expect([sigmoid(Number.NEGATIVE_INFINITY), sigmoid(0), sigmoid(1e4)]).toEqual([0, 0.5, 1])
  })

  test('are told apart by where they lie and what they sum to', () => {
    expect(kindOfOutputs(f(0.2, 0.8, 0.5, 0.5), 2)).toBe('probabilities')
    expect(kindOfOutputs(f(0.333, 0.333, 0.333), 3)).toBe('probabilities')
    expect(kindOfOutputs(f(0.33, 0.33, 0.33), 3)).toBe('probabilities')
    expect(kindOfOutputs(f(0.2, 0.3), 2)).toBe('logits')
    expect(kindOfOutputs(f(-0.2, 1.2), 2)).toBe('logits')
    expect(kindOfOutputs(f(0.2, 0.9, 0.1), 1)).toBe('probabilities')
    expect(kindOfOutputs(f(Number.NaN, 0.9), 2)).toBe('probabilities')
    // many rows within 0..1 whose sums differ: a sigmoid of each class
    expect(kindOfOutputs(new Float64Array(60).fill(0.9), 3)).toBe('probabilities')
    expect(kindOfOutputs(f(), 2)).toBe('probabilities')
  })

  test('that do not sum to 1 are divided by their sum', () => {
    expect([...sumToOne(f(0.9, 0.9, 0, 0, 0.25, 0.75), 2)]).toEqual([0.5, 0.5, 0.5, 0.5, 0.25, 0.75])
    expect([...sumToOne(f(0.2505, 0.7499), 2)]).toEqual([0.2505, 0.7499])
    expect([...sumToOne(f(Number.NaN, 0.5), 2)]).toEqual([Number.NaN, 0.5])
  })

  test('that are not finite are counted', () => {
    expect(countNonFinite(f(1, Number.NaN, Number.NEGATIVE_INFINITY, 0))).toBe(2)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LiveRow, liveRows, lossOf, moved, summed, tempered, winner } from './live-rows.ts'

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const probabilities = fc
  .array(fc.double({ min: 1e-4, max: 1, noNaN: true }), { minLength: 2, maxLength: 3 })
  .map((values) => values.map((one) => one / sum(values)))

describe('moved', () => {
  it('keeps the proportions of the other classes', () => {
    expect(moved([0.5, 0.3, 0.2], 0, 0.75)).toEqual([0.75, expect.closeTo(0.15), expect.closeTo(0.1)])
  })

  it('shares evenly what nobody had', () => {
    expect(moved([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25])
  })

  it('always gives probabilities', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(probabilities, share, (row, to) => {
        const after = moved(row, 1, to)
        expect(sum(after)).toBeCloseTo(1)
        expect(after[1]).toBe(to)
      }),
    )
  })
})

describe('tempered', () => {
  it('makes less sure above 1 and surer below, by what softmax of the logits gives', () => {
    const [p, q] = tempered([0.9, 0.1], 2)
    expect(p! / q!).toBeCloseTo(Math.sqrt(9))
    expect(tempered([0.9, 0.1], 0.5)[0]).toBeCloseTo(81 / 82)
  })

  it('never moves the winner, and is undone by its inverse', () => {
    fc.assert(
      fc.property(probabilities, fc.double({ min: 0.5, max: 5, noNaN: true }), (row, temperature) => {
        const after = tempered(row, temperature)
        expect(row[winner(after)]).toBeCloseTo(Math.max(...row))
        const back = tempered(after, 1 / temperature)
        for (const [k, p] of row.entries()) expect(back[k]).toBeCloseTo(p, 2)
      }),
    )
  })
})

describe('rows', () => {
  const rows: readonly LiveRow[] = [
    { probabilities: [0.6, 0.4], truth: 0 },
    { probabilities: [0.9, 0.1], truth: 1 },
  ]

  it('lose the logarithm of what their truth was given', () => {
    expect(rows.map(lossOf)).toEqual([-Math.log(0.6), -Math.log(0.1)])
    expect(lossOf({ probabilities: [1, 0], truth: 1 })).toBeCloseTo(15.94, 2)
  })

  it('can lose more while none is decided otherwise', () => {
    const worse = [{ probabilities: moved(rows[0]!.probabilities, 0, 0.51), truth: 0 }, rows[1]!]
    expect(summed(worse).loss).toBeGreaterThan(summed(rows).loss)
    expect(summed(worse).right).toBe(summed(rows).right)
    expect(summed([{ probabilities: [0.49, 0.51], truth: 0 }]).right).toBe(0)
  })

  it('sum to 1, though their digits were cut', () => {
    expect(sum(liveRows([{ probabilities: [0.0005, 0.0003, 0.9991], truth: 2 }])[0]!.probabilities)).toBeCloseTo(1, 12)
  })
})

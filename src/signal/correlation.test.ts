import { expect, test } from 'vitest'
import { correlation, linearGrowth, spearman } from './correlation.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

/** The obvious twin: covariance over the root of both variances. */
function slow(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((s, w) => s + w, 0) / v.length
  const cov = (v: readonly number[], w: readonly number[]) => mean(v.map((p, i) => (p - mean(v)) * (w[i]! - mean(w))))
  return cov(a, a) * cov(b, b) === 0 ? 0 : cov(a, b) / Math.sqrt(cov(a, a) * cov(b, b))
}

const rank = (v: readonly number[]) =>
  v.map((p) => v.filter((q) => q < p).length + (v.filter((q) => q === p).length + 1) / 2)

test('equal the formulas of the books', () => {
  const others = wild(131, 200)
  wild(132, 200).forEach((a, k) => {
    const b = others[k]!
    const kept = steps(Math.min(a.length, b.length)).filter((i) => Number.isFinite(a[i]! + b[i]!))
    if (kept.length < 2) return
    const [x, y] = [kept.map((i) => a[i]!), kept.map((i) => b[i]!)]
    if (new Set(x).size > 1 && new Set(y).size > 1) expect(correlation(a, b)).toBeCloseTo(slow(x, y), 8)
    expect(spearman(a, b)).toBeCloseTo(slow(rank(x), rank(y)), 8)
  })
})

test('symmetric, blind to unit and level, -1 to 1; ranks see any monotone bond', () => {
  const a = curve(1, 50, (i) => i / 20, 1)
  const b = a.map((v, i) => v + Math.sin(i))
  expect(correlation(a, b)).toBeCloseTo(correlation(b, a), 12)
  expect(
    correlation(
      a.map((v) => 3 - 2 * v),
      b,
    ),
  ).toBeCloseTo(-correlation(a, b), 12)
  expect(
    spearman(
      a,
      a.map((v) => Math.exp(v)),
    ),
  ).toBeCloseTo(1, 12)
  expect(
    correlation(
      a,
      a.map((v) => Math.exp(v)),
    ),
  ).toBeLessThan(1)
})

test('a loss that is never reset grows in proportion; a leak from a base, a falling loss and noise do not', () => {
  const summed = curve(1, 200, () => 2.3, 0.2).map(
    (
      (sum) => (v: number) =>
        (sum += v)
    )(0),
  )
  const ones = steps(200).map((i) => i + 1)
  expect(linearGrowth(ones, summed)).toMatchObject({ proportional: true })
  expect(linearGrowth(ones, summed)!.slope).toBeCloseTo(2.3, 1)
  expect(
    linearGrowth(
      ones,
      summed.map((v) => v + 900),
    )!.proportional,
  ).toBe(false)
  expect(
    linearGrowth(
      ones,
      curve(1, 200, (i) => 2 - i / 200, 0.1),
    )!.proportional,
  ).toBe(false)
  expect(
    linearGrowth(
      ones,
      curve(1, 200, () => 0, 1),
    )!.proportional,
  ).toBe(false)
  const line = linearGrowth([1, 2, 3], [5, 7, 9])!
  expect(line.slope).toBeCloseTo(2, 12)
  expect(line.r2).toBeCloseTo(1, 12)
  expect(line.proportional).toBe(false)
})

test('nothing to say', () => {
  expect(correlation([1], [2])).toBe(0)
  expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0)
  expect(linearGrowth([1, 2], [1, 2])).toBeNull()
  expect(linearGrowth([1, 1, 1], [1, 2, 3])).toBeNull()
  for (const y of awkward) {
    expect(hasNaN([correlation(y, awkward[9]!), spearman(y, y), linearGrowth(steps(y.length), y)]), String(y)).toBe(
      false,
    )
  }
})

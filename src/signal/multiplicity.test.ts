import { expect, test } from 'vitest'
import { uniform } from './generator.ts'
import { benjaminiHochberg } from './multiplicity.ts'

/** The obvious twin: for each q on a fine grid, the step-up rule itself. */
function rejected(p: readonly number[], q: number): boolean[] {
  const sorted = [...p].sort((a, b) => a - b)
  let cut = -1
  sorted.forEach((v, i) => {
    if (v <= ((i + 1) / p.length) * q) cut = v
  })
  return p.map((v) => v <= cut)
}

test('rejects exactly what the step-up rule rejects, at every level', () => {
  for (let seed = 0; seed < 50; seed++) {
    const next = uniform(seed)
    const p = Array.from({ length: Math.floor(next() * 20) }, () => next() ** 3)
    const adjusted = [...benjaminiHochberg(p)]
    for (let q = 0.013; q < 1; q += 0.05) expect(adjusted.map((v) => v <= q)).toEqual(rejected(p, q))
  }
})

test('the example of the paper: at 5 %, four of fifteen', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  expect([...benjaminiHochberg(p)].filter((v) => v <= 0.05).length).toBe(4)
})

test('never below the p value, never above 1; order and holes do not matter', () => {
  const p = [0.2, 0.01, Number.NaN, 0.04]
  const adjusted = benjaminiHochberg(p)
  expect(adjusted[2]).toBe(1)
  expect(adjusted[1]).toBeCloseTo(0.03, 12)
  expect(adjusted[3]).toBeCloseTo(0.06, 12)
  expect(adjusted[0]).toBeCloseTo(0.2, 12)
  expect([...benjaminiHochberg([])]).toEqual([])
  expect([...benjaminiHochberg([0.5])]).toEqual([0.5])
})

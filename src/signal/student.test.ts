// Student's quantiles against printed tables, and against the slow sum of the density.

import { expect, test } from 'vitest'
import { studentQuantile, studentTwoSided } from './student.ts'

test.each([
  [0.05, 1, 12.7062],
  [0.05, 4, 2.7764],
  [0.01, 4, 4.6041],
  [0.005, 4, 5.5976],
  [0.05, 9, 2.2622],
  [0.001, 7, 5.4079],
  [0.05, 100, 1.984],
])('two-sided %d with %d degrees of freedom is %d', (p, df, t) => {
  expect(studentQuantile(p, df)).toBeCloseTo(t, 3)
})

test('the tail is the area under the density', () => {
  for (const df of [1, 2, 3, 4, 7, 12])
    for (const t of [0.1, 0.8, 2, 5]) expect(studentTwoSided(t, df)).toBeCloseTo(1 - area(t, df), 5)
})

test('no difference is no news', () => {
  expect(studentTwoSided(0, 5)).toBe(1)
})

/** the slow twin: the middle of the density, summed and divided by all of it */
function area(t: number, df: number): number {
  const density = (x: number) => (1 + (x * x) / df) ** (-(df + 1) / 2)
  const steps = 20_000
  // x = tan(u) takes the whole line into a bounded one
  const sum = (to: number) => {
    let total = 0
    for (let i = 0; i < steps; i++) {
      const u = ((i + 0.5) / steps) * to
      total += (density(Math.tan(u)) / Math.cos(u) ** 2) * (to / steps)
    }
    return total
  }
  return sum(Math.atan(t)) / sum(Math.PI / 2)
}

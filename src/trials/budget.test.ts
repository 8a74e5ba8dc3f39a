import { expect, it } from 'vitest'
import type { TrialRow } from '../record/trials.ts'
import { costOf, startClock } from './budget.ts'

const row = (processor: number, steps: number, changes: TrialRow['changes'] = {}) =>
  ({ processor, steps, seconds: processor, ending: 'finished', changes }) as TrialRow

it('counts trainings by processor time, each in units of the median unchanged one', () => {
  const rows = [row(9, 100), row(10, 100), row(11, 100), row(5, 50, { learning_rate: 'x0.1' })]
  expect(costOf(rows)).toBeCloseTo(3.5)
  expect(startClock({ trainings: 20 }, () => 0).spare(rows)).toBeCloseTo(16.5)
})

it('counts steps, of trainings that were made', () => {
  const rows = [row(10, 100), row(5, 50, { learning_rate: 'x0.1' }), row(0, 80, { early_stopping: true })]
  expect(startClock({ steps: 1000 }, () => 0).spare(rows)).toBeCloseTo(8.5)
  expect(startClock({ steps: 1000 }, () => 0).left()).toBe(Number.POSITIVE_INFINITY)
  expect(startClock({ steps: 1000 }, () => 0).spare([row(10, 0)])).toBe(0)
})

it('counts seconds from its start', () => {
  let now = 1000
  const clock = startClock({ seconds: 60 }, () => now)
  now += 15_000
  expect(clock.left()).toBe(45)
  expect(clock.spare([row(10, 100)])).toBe(Number.POSITIVE_INFINITY)
})

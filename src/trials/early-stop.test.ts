import { expect, it } from 'vitest'
import type { TrialRow } from '../record/trials.ts'
import { stoppedEarly } from './early-stop.ts'

const row = (values: readonly (number | null)[], ending: TrialRow['ending'] = 'finished'): TrialRow => ({
  id: 'x', arm: 'control', changes: {}, seed: 1, ending, why: '', value: values.at(-1)!, seconds: 9, processor: 9, memory: 1,
  curve: values.map((value, at) => [(at + 1) / values.length, value]), steps: 100, applied: {}, refused: {}, seeded: [],
}) // biome-ignore format: one line says what a row is

it('keeps what stands beside the best point, and costs nothing', () => {
  const stopped = stoppedEarly(row([5, 3, 1, 2, 4, 6, 8, 10, 12, 14]), { better: 'down' })
  expect(stopped).toMatchObject({ value: 2.5, steps: 60, seconds: 0, processor: 0 })
  expect(stopped.curve).toHaveLength(6)
  expect(stopped.applied).toEqual({ early_stopping: 'stop at 60%, best at 30%' })
})

it('of scores the highest is the best', () => {
  expect(stoppedEarly(row([0.5, 0.7, 0.9, 0.8, 0.6, 0.5, 0.4]), { better: 'up' }).value).toBeCloseTo(0.75)
})

it('what improves to its end has nothing to stop for', () => {
  expect(stoppedEarly(row([5, 4, 3, 2, 1]), { better: 'down' })).toMatchObject({ value: 1, applied: {} })
  expect(stoppedEarly(row([5, 4, 3, 2, 3, 2.5]), { better: 'down' })).toMatchObject({ value: 2.5, applied: {} })
})

it('a pure chance is not what it promises: beside the luckiest point stand ordinary ones', () => {
  const noise = Array.from({ length: 40 }, (_, at) => (at === 7 ? 0.5 : 1))
  expect(stoppedEarly(row(noise), { better: 'down' }).value).toBe(1)
})

it('what was lost, or never had a number, stays so', () => {
  expect(stoppedEarly(row([1, 2, 3, 4, 5, null], 'lost'), { better: 'down' })).toMatchObject({
    ending: 'lost',
    value: null,
  })
  expect(stoppedEarly(row([null, null, null, null, null]), { better: 'down' }).value).toBeNull()
})

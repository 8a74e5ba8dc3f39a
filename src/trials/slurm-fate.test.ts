import { expect, it } from 'vitest'
import { type Fate, fateOf } from './slurm-fate.ts'

it.each<[string, string, Fate]>([
  ['PENDING', 'Resources', 'queued'],
  ['PENDING', 'BeginTime', 'queued'],
  ['PENDING', 'JobHeldUser', 'queued'],
  ['PENDING', 'launch failed requeued held', 'lost'],
  ['PENDING', 'PartitionTimeLimit', 'never'],
  ['PENDING', 'QOSMaxWallDurationPerJobLimit', 'never'],
  ['PENDING', 'QOSMaxJobsPerUserLimit', 'queued'],
  ['RUNNING', 'None', 'running'],
  ['COMPLETING', 'None', 'running'],
  ['SUSPENDED', 'None', 'running'],
  ['COMPLETED', 'None', 'done'],
  ['TIMEOUT', 'TimeLimit', 'late'],
  ['OUT_OF_MEMORY', 'OutOfMemory', 'memory'],
  ['CANCELLED', 'None', 'ended'],
  ['NODE_FAIL', 'NodeDown', 'lost'],
  ['FAILED', 'NonZeroExitCode', 'lost'],
])('%s (%s)', (state, reason, fate) => {
  expect(fateOf({ array: '1', state, reason, node: '' })).toBe(fate)
})

it('what the queue has forgotten is lost unless it has left a result', () => {
  expect(fateOf(undefined)).toBe('lost')
})

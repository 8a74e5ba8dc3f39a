// What is written down of trials: whole, once, and found again.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { idOf, newestPlan, putPlan, putResult, putTrial, resultOf, specOf, trialFolder } from './store.ts'
import type { Trial, TrialResult } from './trial.ts'

const home = mkdtempSync(join(tmpdir(), 'whyloss-store-'))
afterAll(() => rmSync(home, { recursive: true }))

const trial = (id: string): Trial => ({
  ...{ id, arm: 'screen', changes: { learning_rate: 'x0.1' }, flags: {}, seed: 0, words: ['true'] },
  limits: { seconds: null, memory: null, steps: null },
})
const result = (id: string, value: number): TrialResult => ({
  ...{ id, ending: 'finished', why: '', value, curve: [], seconds: 1, steps: 1, processor: 1, memory: 1 },
  ...{ applied: {}, refused: {}, seeded: [] },
})

test('the same training has the same name in whatever order its changes stand', () => {
  expect(idOf({ a: 1, b: 2 }, {}, 3)).toBe(idOf({ b: 2, a: 1 }, {}, 3))
  expect(idOf({ a: 1 }, {}, 3)).not.toBe(idOf({ a: 1 }, {}, 4))
  expect(idOf({ a: 1 }, {}, 3)).not.toBe(idOf({}, { a: 1 }, 3))
})

test('a trial comes back as it was put down', () => {
  expect(specOf(putTrial(home, trial('one')))).toEqual(trial('one'))
})

test('of two results the first counts, and nothing is left of the other', () => {
  const folder = putTrial(home, trial('twice'))
  expect(putResult(folder, result('twice', 1)).value).toBe(1)
  expect(putResult(folder, result('twice', 2)).value).toBe(1)
  expect(resultOf(folder)!.value).toBe(1)
  expect(readdirSync(folder).filter((name) => name.startsWith('result'))).toEqual(['result.json'])
})

test('what was left of an unfinished attempt is gone, what has a result stays', () => {
  const open = putTrial(home, trial('open'))
  writeFileSync(join(open, 'output.log'), 'half')
  expect(readdirSync(putTrial(home, trial('open')))).not.toContain('output.log')
  const done = putTrial(home, trial('done'))
  writeFileSync(join(done, 'output.log'), 'whole')
  putResult(done, result('done', 1))
  expect(readdirSync(putTrial(home, trial('done')))).toContain('output.log')
})

test('a result that was torn is none', () => {
  writeFileSync(join(putTrial(home, trial('torn')), 'result.json'), '{"id": "to')
  expect(resultOf(trialFolder(home, 'torn'))).toBeUndefined()
})

test('the newest plan is found', () => {
  expect(newestPlan(join(home, 'nothing'))).toBeUndefined()
  putPlan(join(home, 'trials', 'one'), { version: 1 })
  expect(newestPlan(join(home, 'trials'))).toBe(join(home, 'trials', 'one'))
})

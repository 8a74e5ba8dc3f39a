// `whyloss verify` from the command line: ill trainings are cured, healthy ones are left as they are.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { built, KERAS, keras, suite, TORCH, torch } from '../components.ts'
import { byHand, contents, KNOBS, said, ward } from '../verify.ts'

const here = ward('verify')
afterAll(() => here.remove())
beforeEach(() => here.clear())

/** Trainings of a framework take their time on a busy machine. */
const PATIENCE = { timeout: 1_800_000 }
/** so much that what a trial of a tenth of a second costs on a busy machine decides nothing */
const AMPLE = ['--budget', '60x']

async function cured(python: string, example: string, cause: string) {
  here.take(`examples/${example}`)
  const before = contents(here.folder)
  const { code, stderr, run, experiment } = await here.verify('--jobs', '1', '--', python, example)
  expect(code).toBe(0)
  expect(contents(here.folder)).toEqual(before)
  expect(run.diagnosis[0]).toMatchObject({ cause, certainty: 'verified' })
  const proven = experiment.remedies.filter(({ verdict }) => verdict === 'verified')
  expect(proven.map((one) => one.cause)).toEqual([cause])
  expect(proven[0]!.pairs!.length).toBeGreaterThanOrEqual(5)
  expect(proven[0]!.effect).toBeGreaterThan(proven[0]!.minimum!)
  expect(experiment.cost).toBeLessThanOrEqual(20.5)
  const page = join(here.home(), 'report.html')
  expect(existsSync(page)).toBe(true)
  expect(said(stderr)).toEqual([expect.stringContaining(page)])
}

suite('whyloss verify: PyTorch', [built, torch], () => {
  it('cures a rate that is too high, and leaves the folder as it was', PATIENCE, () =>
    cured(TORCH, 'digits-pytorch.py', 'learning-rate-too-high'),
  )
})

suite('whyloss verify: Keras', [built, keras], () => {
  it('cures weights that begin at zero, and leaves the folder as it was', PATIENCE, () =>
    cured(KERAS, 'digits-keras.py', 'poor-initialization'),
  )
})

suite('whyloss verify: knobs', [built], () => {
  it('cures a rate that is too high by the flag of the script', async () => {
    const { code, run, experiment } = await here.verify(...AMPLE, ...KNOBS, ...byHand('--lr', 200, '--seed', 21))
    expect(code).toBe(0)
    expect(run.diagnosis[0]).toMatchObject({ cause: 'learning-rate-too-high', certainty: 'verified' })
    expect(experiment.remedies[0]).toMatchObject({ remedy: 'lower-rate', verdict: 'verified', reason: 'proven' })
    expect(experiment.remedies[0]!.pairs!.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5])
    expect(experiment.summary).toContain('Verified')
    // the remedy is no change inside the process: all of it is in the words of the command
    expect(run.trials.every(({ applied, refused }) => Object.keys({ ...applied, ...refused }).length === 0)).toBe(true)
  })

  it.each<[string, readonly (string | number)[]]>([
    ['at its own rate', ['--seed', 5]],
    ['at a rate that is said', ['--lr', 0.5, '--seed', 4]],
    ['at a rate that could be higher', ['--lr', 0.1, '--seed', 2]],
    ['that is soon over', ['--lr', 0.5, '--seed', 1, '--epochs', 6]],
  ])('a healthy training %s: nothing is verified', async (_, words) => {
    const { code, run, experiment } = await here.verify(...KNOBS, ...byHand(...words))
    expect(code).toBe(0)
    expect(experiment.remedies.filter(({ verdict }) => verdict === 'verified')).toEqual([])
    expect(run.diagnosis.map(({ certainty }) => certainty)).not.toContain('verified')
    expect(experiment.summary).toMatch(/^(Keep what you have|Undecided)/)
  })

  it('tries the remedies of the cause that is named, and no others', async () => {
    const ill = byHand('--lr', 200, '--seed', 21)
    const rate = await here.verify('learning-rate-too-high', ...AMPLE, ...KNOBS, ...ill)
    const causes = new Set([...rate.experiment.remedies, ...rate.experiment.byHand].map(({ cause }) => cause))
    expect([...causes]).toEqual(['learning-rate-too-high'])
    expect(rate.experiment.remedies[0]!.verdict).toBe('verified')
    const other = await here.verify('overfitting', ...KNOBS, ...ill)
    expect(other.run.trials.map(({ changes }) => changes)).toEqual([{}, { early_stopping: true }])
    expect(other.experiment.byHand.every(({ cause }) => cause === 'overfitting')).toBe(true)
  })

  it.each([
    ['zh', /\p{Script=Han}/u],
    ['ru', /\p{Script=Cyrillic}/u],
  ])('speaks %s', async (language, letters) => {
    const words = ['--lang', language, ...KNOBS]
    const { stderr, experiment } = await here.verify(...words, ...byHand('--lr', 200, '--seed', 21, '--deaf'))
    expect(experiment.summary).toMatch(letters)
    for (const { why, advice } of experiment.remedies) expect(`${why} | ${advice}`).toMatch(letters)
    for (const line of stderr.trim().split('\n')) expect(line).toMatch(letters)
    const mute = await here.begin([...words, ...byHand('--silent')]).end
    expect(mute.stderr.trim().split('\n').at(-1)).toMatch(letters)
  })
})

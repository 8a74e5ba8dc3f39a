// `whyloss verify` where something is wrong with the call or the script: it is said plainly, and nothing is claimed.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { built, suite } from '../components.ts'
import { byHand, contents, KNOBS, said, type Verified, ward } from '../verify.ts'

const here = ward('verify-bad')
afterAll(() => here.remove())
beforeEach(() => here.clear())

const ILL = ['--lr', 200, '--seed', 21] as const

function isClaimed({ run, experiment }: Verified): boolean {
  const isProven = experiment.remedies.some(({ verdict }) => verdict === 'verified')
  return isProven || run.diagnosis.some(({ certainty }) => certainty === 'verified')
}

suite('whyloss verify: scripts that trouble it', [built], () => {
  it('sets no seed: said in the report', async () => {
    const { code, experiment } = await here.verify('--knob', 'lr=--lr', ...byHand('--lr', 200))
    expect(code).toBe(0)
    expect(experiment.notes).toContainEqual(expect.stringContaining('sets no seed'))
    expect(experiment.chance).toBeGreaterThan(0)
  })

  it.each<[string, readonly (string | number)[], string, RegExp]>([
    ['does not listen to the flag', ['--deaf'], 'deaf-flag', /does not listen/],
    ['crashes with the remedy', ['--crash-below', 100], 'crashed', /ValueError: a rate of [\d.]+ is not supported/],
    ['needs more memory with the remedy', ['--hog-below', 100], 'memory', /more memory .* \d{4} MB/],
  ])('%s: said so, and nothing is claimed', async (_, trouble, reason, why) => {
    const outcome = await here.verify(...KNOBS, ...byHand(...ILL, ...trouble))
    expect(outcome.code).toBe(0)
    expect(isClaimed(outcome)).toBe(false)
    const lower = outcome.experiment.remedies.find(({ remedy }) => remedy === 'lower-rate')
    expect(lower).toMatchObject({ verdict: 'undecided', reason })
    expect(lower!.why).toMatch(why)
    expect(outcome.experiment.summary).toMatch(/^Undecided/)
  })

  it.each<[string, readonly string[], readonly (string | number)[], RegExp]>([
    ['shows no loss', [], [...ILL, '--silent'], /without any loss/],
    [
      'is not over in the time that is given',
      ['--budget', '2s'],
      [...ILL, '--pause', 0.5],
      /budget of 2s is too small/,
    ],
    ['shows no steps, which are to be counted', ['--budget', '900steps'], ILL, /no steps of this training are seen/],
    ['takes longer than a half of itself', ['--budget', '0.5x'], ILL, /budget of 0.5x is too small/],
    ['fails as it is', [], [...ILL, '--nope'], /unrecognized arguments: --nope/],
  ])('%s: one line, and nothing is claimed', async (_, options, words, says) => {
    const before = contents(here.folder)
    const { code, stdout, stderr } = await here.begin([...options, ...KNOBS, ...byHand(...words)]).end
    expect([code, stdout]).toEqual([2, ''])
    expect(said(stderr)).toEqual([expect.stringMatching(says)])
    expect(contents(here.folder)).toEqual(before)
  })

  it('fails as it is: what it printed is kept where the line says', async () => {
    const { stderr } = await here.begin([...KNOBS, ...byHand(...ILL, '--nope')]).end
    const path = /Its output is in (\S+)$/.exec(said(stderr)[0]!)![1]!
    expect(readFileSync(path, 'utf8')).toContain('unrecognized arguments: --nope')
  })
})

suite('whyloss verify: calls that are wrong', [built], () => {
  writeFileSync(join(here.folder, 'file'), '')
  const train = byHand(...ILL)

  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /needs the command that trains/],
    ['a cause and no command', ['learning-rate-too-high'], /needs the command that trains/],
    ['a cause that is misspelled', ['learning-rate-too-hihg', ...train], /did you mean learning-rate-too-high/],
    ['a command that is not there', ['--', 'no-such-command', 'x'], /^whyloss: no-such-command: .*no such command/],
    ['a knob without a flag', ['--knob', 'lr', ...train], /a knob says .* not lr\./],
    ['a knob with a number for a flag', ['--knob', 'lr=200', ...train], /a knob says .* not lr=200\./],
    ['a budget that is no time', ['--budget', 'soon', ...train], /not soon\./],
    ['a budget of no whole step', ['--budget', '0steps', ...train], /not 0steps\./],
    ['a budget of nothing', ['--budget', '0m', ...train], /not 0m\./],
    ['no trial at once', ['--jobs', '0', ...train], /--jobs .* not 0\./],
    ['jobs that are no number', ['--jobs', 'many', ...train], /--jobs .* not many\./],
    ['a runner that is not there', ['--runner', 'moon', ...train], /not on moon\./],
    ['a folder that cannot be made', ['--folder', 'file/x', ...train], /file\/x/],
    ['nothing to go on with', ['--resume'], /no experiment to go on with in \.whyloss/],
    ['no experiment there', ['--resume', 'file'], /no experiment to go on with in file/],
    ['a command for what goes on', ['--resume', ...train], /no experiment to go on with/],
  ])('%s: one line, and nothing is left behind', async (_, words, says) => {
    const { code, stdout, stderr } = await here.begin(words).end
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^whyloss: [^\n]+\n$/)
    expect(stderr.trim()).toMatch(says)
    expect(existsSync(join(here.folder, '.whyloss'))).toBe(false)
  })
})

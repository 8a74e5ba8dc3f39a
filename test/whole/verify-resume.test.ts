// `whyloss verify` ended before its end: no finished trial is lost, none is made twice, and the verdict is the same.

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { built, suite } from '../components.ts'
import { byHand, KNOBS, results, said, type Verified, ward } from '../verify.ts'
import { type Called, eventually } from '../watched.ts'

const here = ward('verify-resume')
const marks = join(here.folder, '..', `${here.folder.split('/').at(-1)}.marks`)
afterAll(() => {
  here.remove()
  rmSync(marks, { force: true })
})

/** Enough budget that what a trial costs on a busy machine decides nothing. */
const WORDS = ['--budget', '80x', '--jobs', '1', ...KNOBS]
const TRAIN = byHand('--lr', 200, '--seed', 21, '--pause', 0.02, '--marks', marks)

const settled = ({ experiment }: Verified) =>
  experiment.remedies.map(({ cause, remedy, changes, verdict, pairs }) => ({ cause, remedy, changes, verdict, pairs }))

/** What a trial writes down as it begins: its rate and its seed, as the words of its command have them. */
function markOf({ words }: { readonly words: readonly string[] }): string {
  const value = (flag: string) => Number(words[words.indexOf(flag) + 1])
  const rate = value('--lr')
  return `${Number.isInteger(rate) ? rate.toFixed(1) : rate} ${value('--seed')}`
}

function written(): readonly string[] {
  return readFileSync(marks, 'utf8').trim().split('\n')
}

/** What runs in the session that the command was begun in; mere remainders run no more. */
function running(session: number): readonly string[] {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,args=', '-s', String(session)], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Z'))
}

/** Begins, and sends a signal to the whole group, as a terminal does, once so many trials have a result. */
async function ended(signal: NodeJS.Signals, after: number): Promise<Called> {
  const called = here.begin(['--json', ...WORDS, ...TRAIN])
  await eventually(() => here.home() !== undefined && results(here.home()).length >= after, 120)
  process.kill(-called.child.pid!, signal)
  await called.end
  return called
}

suite('whyloss verify --resume', [built], () => {
  let undisturbed: ReturnType<typeof settled>
  beforeAll(async () => {
    undisturbed = settled(await here.verify(...WORDS, ...TRAIN))
    expect(undisturbed[0]).toMatchObject({ verdict: 'verified', remedy: 'lower-rate' })
  })
  beforeEach(() => {
    here.clear()
    rmSync(marks, { force: true })
  })

  it.each([2, 9])('killed after %i trials: none is lost, none is made again', async (after) => {
    await ended('SIGKILL', after)
    const done = results(here.home()).map(markOf)
    expect(done.length).toBeGreaterThanOrEqual(after)
    const resumed = await here.verify('--resume')
    expect(resumed.code).toBe(0)
    expect(settled(resumed)).toEqual(undisturbed)
    for (const mark of done) expect([mark, written().filter((line) => line === mark).length]).toEqual([mark, 1])
    // of those that had none at most the one that was under way began twice
    expect(written().length - new Set(written()).size).toBeLessThanOrEqual(1)
    // trials that are resumed are watched as the others are
    expect(resumed.run.trials.filter(({ seeded }) => !seeded.includes('random.seed'))).toEqual([])
  })

  it('stopped by Ctrl-C: what has ended is kept, how to go on is said, nothing runs on', async () => {
    const { child, end } = await ended('SIGINT', 3)
    const { code, stdout, stderr } = await end
    expect(code).toBe(3)
    expect(JSON.parse(stdout).runs[0].experiment.cut).toBe('interrupted')
    expect(said(stderr).at(-1)).toMatch(/Go on with: whyloss verify --resume \S+$/)
    expect(running(child.pid!)).toEqual([])
    // the signal reaches the training too: that it ended by it says nothing of the remedy
    const done = results(here.home())
    expect(done.filter(({ ending }) => ending === 'crashed' || ending === 'stopped')).toEqual([])
    const resumed = await here.verify('--resume', relative(here.folder, here.home()))
    expect(settled(resumed)).toEqual(undisturbed)
    for (const mark of done.map(markOf)) expect(written().filter((line) => line === mark)).toEqual([mark])
  })
})

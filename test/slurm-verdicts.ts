// What `whyloss verify` comes to on a runner, from the command line: the verdicts, and the value of each trial.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { ExaminedRun } from '../src/diagnosis/examination.ts'
import { MAIN } from './watched.ts'

/** `folder` holds by_hand.py. */
export function verdicts(runner: string, env: NodeJS.ProcessEnv, folder: string) {
  const home = join(folder, `trials-${runner}`)
  const asked = ['verify', '--json', '--folder', home, '--runner', runner, '--knob', 'lr=--lr', '--knob', 'seed=--seed']
  const words = [...asked, '--', 'python3', 'by_hand.py', '--lr', '200', '--seed', '1']
  const { stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { cwd: folder, env, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  const { experiment, trials } = JSON.parse(stdout).runs[0] as ExaminedRun
  const values = trials.map(({ id, value }) => [id, value] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    remedies: experiment!.remedies.map(({ verdict, remedy, changes, effect }) => ({
      verdict,
      remedy,
      changes,
      effect,
    })),
    values,
  }
}

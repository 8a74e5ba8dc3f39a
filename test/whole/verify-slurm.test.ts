// The same plan on Slurm as on this machine gives the same verdict, from the command line.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { built, shared, suite } from '../components.ts'
import { SlurmCluster, slurm } from '../slurm.ts'
import { ROOT } from '../sources.ts'
import { MAIN } from '../watched.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-verify-slurm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

function verdicts(runner: string, env: NodeJS.ProcessEnv) {
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

suite('whyloss verify on Slurm', [built, shared, slurm], () => {
  const cluster = new SlurmCluster()
  beforeAll(() => cluster.start(), 120_000)
  afterAll(() => cluster.stop(), 120_000)

  it('comes to the local verdict with sixteen trials on two nodes', { timeout: 300_000 }, () => {
    copyFileSync(join(ROOT, 'recorder/tests/by_hand.py'), join(folder, 'by_hand.py'))
    const [local, onSlurm] = [verdicts('local', cluster.env), verdicts('slurm', cluster.env)]
    expect(local.values.length).toBeGreaterThanOrEqual(16)
    expect(onSlurm).toEqual(local)
    expect(onSlurm.remedies[0]).toMatchObject({ verdict: 'verified', remedy: 'lower-rate' })
  })
})

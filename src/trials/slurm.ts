// Trials as jobs of a cluster: those that are asked for within a moment are one array, and each leaves its result in its folder.

import { resolve } from 'node:path'
import type { Cap } from './allowance.ts'
import type { Runner } from './runner.ts'
import { sbatchOptions } from './sbatch-options.ts'
import { SlurmQueue } from './slurm-queue.ts'

const JOBS = 16
/** ms between two questions to a controller that many others ask too; results come by files and need none */
const POLL = 10_000
/** ms; the files of a network may be seen a minute late */
const PATIENCE = 90_000

export interface SlurmOptions {
  /** the folder of the experiment; it must be the same on all nodes, as must `cwd` */
  readonly home: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** how many tasks may run at once */
  readonly jobs?: number | undefined
  /** further words for sbatch, e.g. `--partition=gpu --gres=gpu:1 --cpus-per-task=4` */
  readonly slurm?: string | undefined
  readonly cap?: Cap | undefined
  /** what runs whyloss on a node, as words; this program where it is not said */
  readonly cli?: readonly string[] | undefined
  readonly poll?: number | undefined
  readonly patience?: number | undefined
}

/** Throws a SlurmError where `slurm` holds what is not the user's to set. */
export function slurmRunner(options: SlurmOptions): Runner {
  const { env, jobs = JOBS, slurm, cap = {}, cli = itself(), poll = POLL, patience = PATIENCE } = options
  const [home, cwd] = [resolve(options.home), resolve(options.cwd)]
  const queue = new SlurmQueue({ home, cwd, env, cli, jobs, sbatch: sbatchOptions(slurm), cap, poll, patience })
  return {
    slots: () => jobs,
    // the limits of each trial say what it needs; how many run at once is for Slurm
    fit() {},
    run: (trial, measuring, oversee) => queue.run(trial, measuring, oversee),
    stop: () => queue.stop(),
  }
}

function itself(): readonly string[] {
  return [process.execPath, ...process.execArgv, resolve(process.argv[1]!)]
}

// The command line of Slurm: a script that runs many trials as one array, and what is asked of the queue.

import { spawn } from 'node:child_process'
import type { Demand } from './slurm-demand.ts'
import { SlurmError } from './slurm-error.ts'
import type { Job } from './slurm-jobs.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface Batch extends Demand {
  readonly name: string
  readonly folders: readonly string[]
  /** how many of them at once */
  readonly throttle: number
  readonly cpus: number
  /** further words of the user for sbatch */
  readonly extra: readonly string[]
  /** what runs whyloss on a node */
  readonly cli: readonly string[]
  /** where jobs start, and where what they print goes */
  readonly home: string
  readonly logs: string
}

/** A task as the queue knows it. */
export interface Listed {
  readonly array: string
  readonly state: string
  readonly reason: string
  readonly node: string
}

/** Errors after which a submission may have arrived all the same, or will when it is made again. */
const PASSING = /unable to contact|timed out|connection|zero bytes|transport|temporarily|try again|communicat/i
/** ms that a call may take; the commands of Slurm themselves give up after a few times 10 s */
const PATIENCE = 120_000

/** The number that Slurm gave to the array; undefined where the controller did not answer. Throws a SlurmError. */
export async function submit(batch: Batch, env: Env): Promise<string | undefined> {
  const { code, stdout, stderr } = await call('sbatch', wordsOf(batch), env, scriptOf(batch))
  // of several clusters it names the one that took it
  const number = /^(\d+)(;|$)/m.exec(stdout)?.[1]
  if (code === 0 && number !== undefined) return number
  if (PASSING.test(stderr)) return undefined
  throw new SlurmError('cli.error.slurm.refused', { sentence: sentenceOf(stderr || stdout) })
}

/** The tasks of these arrays, by `name task`; also those that have ended, as long as Slurm knows them. Undefined: no answer. */
export async function listed(names: readonly string[], env: Env): Promise<ReadonlyMap<string, Listed> | undefined> {
  const words = ['--states=all', '--array', '--noheader', '--format=%j|%i|%T|%r|%N', `--name=${names.join(',')}`]
  const { code, stdout } = await call('squeue', words, env)
  if (code !== 0) return undefined
  const all = new Map<string, Listed>()
  for (const line of stdout.split('\n')) {
    const [, name, array, task, state, reason, node] =
      /^([^|]*)\|(\d+)_(\d+)\|(\w+)\|([^|]*)\|(.*)$/.exec(line.trim()) ?? []
    if (array !== undefined) all.set(`${name} ${task}`, { array, state: state!, reason: reason!, node: node! })
  }
  return all
}

/** Ends them; what is over already is no error. One whose number is not known is ended with all that have its name. */
export async function cancelJobs(jobs: readonly Job[], env: Env): Promise<void> {
  const known = jobs.filter(({ array }) => array !== undefined).map(({ array, task }) => `${array}_${task}`)
  const names = new Set(jobs.filter(({ array }) => array === undefined).map(({ name }) => name))
  if (known.length > 0) await call('scancel', ['--quiet', ...known], env)
  for (const name of names) await call('scancel', ['--quiet', `--name=${name}`], env)
}

export async function setThrottle(array: string, throttle: number, env: Env): Promise<void> {
  await call('scontrol', ['update', `JobId=${array}`, `ArrayTaskThrottle=${throttle}`], env)
}

function wordsOf({ name, folders, throttle, minutes, memory, cpus, extra, home, logs }: Batch): readonly string[] {
  return [
    '--parsable',
    `--job-name=${name}`,
    `--chdir=${home}`,
    `--output=${logs}/%A_%a.log`,
    '--open-mode=append',
    '--export=ALL',
    '--requeue',
    '--ntasks=1',
    `--cpus-per-task=${cpus}`,
    ...(minutes === undefined ? [] : [`--time=${minutes}`]),
    // the user knows better, in whichever of its three ways
    ...(memory === undefined || extra.some((word) => word.startsWith('--mem')) ? [] : [`--mem=${memory}M`]),
    ...extra,
    `--array=0-${folders.length - 1}%${throttle}`,
  ]
}

/** One script for all: each task takes its folder by its number. `exec`, so that signals reach the one who knows them. */
export function scriptOf({ cli, folders }: Pick<Batch, 'cli' | 'folders'>): string {
  return `#!/bin/bash
folders=(
${folders.map(quoted).join('\n')}
)
exec ${cli.map(quoted).join(' ')} trial --folder "\${folders[$SLURM_ARRAY_TASK_ID]}"
`
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}

/** The last thing that Slurm says, without its own name before it: the reason stands there. */
function sentenceOf(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').replace(/^\w+: (error: |fatal: )?/, '').trim()
}

interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function call(name: string, words: readonly string[], env: Env, input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, words, { env: clean(name, env), stdio: 'pipe', timeout: PATIENCE })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk
    })
    child.on('error', () => reject(new SlurmError('cli.error.slurm.missing', { name })))
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, ...said, stderr: signal === null ? said.stderr : `timed out\n${said.stderr}` }),
    )
    // one that ends before it has read all says itself why
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Settings that hold for people's calls would change what we read; those of a job around us are not for the new ones. */
const KEPT = /^SLURM_(CONF|CLUSTERS|JWT)$/
const FOREIGN = /^(SLURM_|SQUEUE_|SCANCEL_|SBATCH_(WAIT|ARRAY_INX|TEST_ONLY|NO_REQUEUE|REQUEUE))/

function clean(name: string, env: Env): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([key]) => KEPT.test(key) || !FOREIGN.test(key))
  // sentences and states are read: only what a job inherits is in the user's language
  return { ...Object.fromEntries(own), ...(name === 'sbatch' ? {} : { LC_ALL: 'C' }) } as NodeJS.ProcessEnv
}

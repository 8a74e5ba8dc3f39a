// Scores `whyloss verify` on trainings whose truth is known: `npm run score:verify -- [--folder FOLDER] [--only TEXT] [--most N] [--minutes N] [-v] [--hold]`.
// Cases are made by corpus/verify/make.py; what has a result is not run again, so that it may be stopped and gone on with at any time.

import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ExaminedRun } from '../src/diagnosis/examination.ts'
import type { Yardstick } from '../src/record/trials.ts'
import { judge } from '../src/trials/judge.ts'
import { localRunner } from '../src/trials/local.ts'
import { recordOf } from '../src/trials/result.ts'
import { trialFolder } from '../src/trials/store.ts'
import { chooseYardstick } from '../src/trials/yardstick.ts'

interface Case {
  readonly name: string
  readonly fault: string | null
  readonly accept: readonly string[]
  readonly heldOut: boolean
  readonly framework: string
  readonly words: readonly string[]
  /** the program without its fault; of an ill one */
  readonly twin?: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

interface Scored extends Case {
  readonly state: string
  /** the cause that was verified, and by which remedy */
  readonly cause?: string
  readonly remedy?: string
  readonly cost: number
  readonly grid: number
  readonly seconds: number
  readonly said: string
  /** whether even the program without its fault is proven better, on the measure that was chosen first */
  readonly curable?: boolean
}

/**
 * What must be reached for --hold: the share of verified cures, of faults that cost anything (where even the program
 * without its fault is not proven better, there is nothing to cure), and healthy runs with a remedy called verified.
 */
const CURED = 0.8
const HEALTHY = 1
/** Within so many trainings a cure must be verified. */
const COST = 20
const GRID = 0.5
/** beyond this a single case is given up, in ms */
const PATIENCE = 900_000

const { values: asked } = parseArgs({
  options: {
    folder: { type: 'string', default: join(homedir(), '.cache/whyloss/verify-cases') },
    only: { type: 'string' },
    framework: { type: 'string' },
    most: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
    hold: { type: 'boolean', default: false },
    verbose: { type: 'boolean', short: 'v', default: false },
  },
})

/** In an order that no one chose, so that a part of the cases is a fair sample of them. */
function ordered(names: readonly string[]): string[] {
  const key = (name: string) => createHash('sha256').update(name).digest('hex')
  return [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function caseOf(name: string): Case {
  return JSON.parse(readFileSync(join(asked.folder, name, 'case.json'), 'utf8'))
}

/** Runs the command as a user would; its examination is the result. */
async function run(one: Case): Promise<void> {
  const folder = join(asked.folder, one.name)
  const [home, out] = [join(folder, 'trials'), join(folder, 'result.json')]
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const main = new URL('../dist/cli/main.js', import.meta.url).pathname
  const words = [
    'verify',
    '--json',
    '--out',
    `${out}.new`,
    '--jobs',
    '1',
    '--folder',
    home,
    '--budget',
    `${COST}x`,
    '--',
    ...one.words,
  ]
  const log = openSync(join(folder, 'log.txt'), 'w')
  const env = { ...process.env, ...one.env, OMP_NUM_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '3' }
  const began = Date.now()
  const child = spawn(process.execPath, [main, ...words], {
    cwd: join(folder, 'work'),
    env,
    stdio: ['ignore', log, log],
    timeout: PATIENCE,
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const seconds = (Date.now() - began) / 1000
  const said = readFileSync(join(folder, 'log.txt'), 'utf8').trim().split('\n').at(-1) ?? ''
  const run = existsSync(`${out}.new`) ? JSON.parse(readFileSync(`${out}.new`, 'utf8')).runs[0] : undefined
  rmSync(`${out}.new`, { force: true })
  writeFileSync(out, JSON.stringify({ code, seconds, said, run }))
  if (one.twin === undefined || !run?.trials?.length || scored(one)!.state === 'verified') return
  writeFileSync(out, JSON.stringify({ code, seconds, said, run, curable: await isCurable(one, run.trials[0].id) }))
}

/** What the perfect remedy comes to, judged as any other: the same program without its fault, on five seeds in pairs. */
async function isCurable(one: Case, baseline: string): Promise<boolean | undefined> {
  const folder = join(asked.folder, one.name)
  const run = await recordOf(trialFolder(join(folder, 'trials'), baseline))
  const yardstick = run && chooseYardstick(run)
  return yardstick && isTwinBetter(one, folder, yardstick)
}

async function isTwinBetter(one: Case, folder: string, yardstick: Yardstick): Promise<boolean> {
  const env = { ...process.env, ...one.env, OMP_NUM_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '3' }
  const arm = async (name: 'work' | 'twin', words: readonly string[], seed: number) => {
    const home = join(folder, 'perfect', name)
    const at = words.indexOf('--seed') + 1
    const limits = { seconds: 600, memory: null, steps: null }
    const trial = {
      ...{ id: `${name}-${seed}`, arm: 'control', changes: {}, flags: {}, seed: 0, limits } as const,
      words: words.with(at, String(Number(words[at]) + 1000 * seed)),
    } // biome-ignore format: one line says what a trial is
    const { ending, value } = await localRunner({ home, cwd: join(folder, name), env, jobs: 1 }).run(
      trial,
      { yardstick },
      () => undefined,
    )
    return ending === 'finished' ? value : null
  }
  const pairs = []
  for (const seed of [1, 2, 3, 4, 5])
    pairs.push({ seed, without: await arm('work', one.words, seed), with: await arm('twin', one.twin!, seed) })
  const values = pairs.flatMap((pair) => [pair.without, pair.with]).filter((value) => value !== null)
  const worst = yardstick.better === 'up' ? Math.min(...values) : Math.max(...values)
  return judge(pairs, yardstick, 1, worst).verdict === 'verified'
}

function scored(one: Case): Scored | undefined {
  const path = join(asked.folder, one.name, 'result.json')
  if (!existsSync(path)) return undefined
  const { seconds, said, run, curable } = JSON.parse(readFileSync(path, 'utf8')) as {
    seconds: number
    said: string
    run?: ExaminedRun
    curable?: boolean
  }
  const { experiment } = run ?? {}
  if (experiment === undefined) return { ...one, state: 'impossible', cost: 0, grid: 0, seconds, said }
  const proven = experiment.remedies.find(({ verdict }) => verdict === 'verified')
  const { cost, grid } = experiment
  const state = proven
    ? 'verified'
    : experiment.remedies.some(({ verdict }) => verdict === 'undecided')
      ? 'undecided'
      : 'kept'
  return {
    ...one,
    state,
    cost,
    grid,
    seconds,
    said: experiment.summary,
    ...(curable === undefined ? {} : { curable }),
    ...(proven ? { cause: proven.cause, remedy: proven.remedy } : {}),
  }
}

function report(all: readonly Scored[], planned: number): boolean {
  const ill = all.filter(({ fault }) => fault !== null)
  const healthy = all.filter(({ fault }) => fault === null)
  const cured = (list: readonly Scored[]) =>
    list.filter(({ state, cost }) => state === 'verified' && cost <= COST + 0.5)
  const line = (name: string, list: readonly Scored[]) => {
    const good = cured(list)
    const named = good.filter(({ accept, cause }) => accept.includes(cause!))
    console.log(
      `${name.padEnd(28)} verified ${good.length} of ${list.length}${percent(good.length, list.length)}, of these the planted cause ${named.length}`,
    )
  }
  console.log(`${all.length} of ${planned} cases\n`)
  line('ill', ill)
  line(
    '  not held out',
    ill.filter(({ heldOut }) => !heldOut),
  )
  line(
    '  held out',
    ill.filter(({ heldOut }) => heldOut),
  )
  for (const framework of new Set(ill.map((one) => one.framework)))
    line(
      `  ${framework}`,
      ill.filter((one) => one.framework === framework),
    )
  const mendable = ill.filter(({ curable }) => curable !== false)
  line('ill, where it shows', mendable)
  const wrong = healthy.filter(({ state }) => state === 'verified')
  console.log(`${'healthy'.padEnd(28)} a remedy verified on ${wrong.length} of ${healthy.length}`)
  const [cost, grid] = [sum(all.map((one) => one.cost)), sum(all.map((one) => one.grid))]
  console.log(
    `cost: median ${median(ill.map((one) => one.cost)).toFixed(1)} trainings a case, ${(cost / grid).toFixed(2)} of a grid over the same remedies and seeds`,
  )
  return cured(mendable).length >= CURED * mendable.length && wrong.length <= HEALTHY && cost <= GRID * grid
}

const sum = (values: readonly number[]) => values.reduce((so, one) => so + one, 0)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const percent = (part: number, whole: number) => (whole === 0 ? '' : ` (${Math.round((100 * part) / whole)} %)`)

if (!existsSync(asked.folder) || asked.seed !== '0')
  execFileSync(
    process.env.CORPUS_TORCH ?? '/usr/bin/python3',
    ['corpus/verify/make.py', asked.folder, '--seed', asked.seed],
    { stdio: 'inherit' },
  )
const names = ordered(readdirSync(asked.folder)).filter((name) => asked.only === undefined || name.includes(asked.only))
const cases = names
  .map(caseOf)
  .filter(({ framework }) => asked.framework === undefined || framework === asked.framework)
const chosen = cases.slice(0, Number(asked.most ?? cases.length))
const until = Date.now() + Number(asked.minutes ?? 1e6) * 60_000
const waiting = chosen.filter((one) => scored(one) === undefined)
await Promise.all(
  Array.from({ length: Number(asked.workers) }, async () => {
    for (let one = waiting.shift(); one !== undefined && Date.now() < until; one = waiting.shift()) {
      await run(one)
      const { name, state, cause = '', remedy = '', cost, grid, seconds, said, curable } = scored(one)!
      console.log(
        `${state.padEnd(10)} ${name.padEnd(52)} ${cost.toFixed(1).padStart(5)} of ${grid} ${Math.round(seconds)}s ${cause} ${remedy}${state === 'impossible' ? said : ''}${curable === false ? 'nothing to cure' : ''}`,
      )
    }
  }),
)
const done = chosen.flatMap((one) => scored(one) ?? [])
if (asked.verbose)
  for (const one of done)
    console.log(
      `${one.state.padEnd(10)} ${one.name.padEnd(52)} ${one.cost.toFixed(1).padStart(5)} ${one.cause ?? ''} ${one.remedy ?? ''}`,
    )
const holds = report(done, chosen.length)
if (asked.hold && !holds) process.exitCode = 1

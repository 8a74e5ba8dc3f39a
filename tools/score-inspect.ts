// `npm run score:inspect`: how well small trainings whose predictions are poor are explained from log, data, model and predictions.
//
//   --only NAME   --verbose (each case with its top three)   --jobs N (2)   --folder F   --hold (exit 1 below what is promised)
//   --give data,model,predictions (what stands beside the log; an empty word for nothing)

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Examination } from '../src/diagnosis/examination.ts'
import { share, table } from './score-runs.ts'

interface Truth {
  readonly name: string
  readonly fault: string | null
  readonly strength: string | null
  readonly verdict: 'ill' | 'healthy'
  readonly accept: readonly string[]
  readonly heldOut: boolean
}

/** What one examination says of a case; `error` where it gave none. */
interface Answer {
  /** the fault that is named first is accepted, and the run is called ill or the fault at least likely */
  readonly first: boolean
  /** the same at any certainty */
  readonly firstAtAll: boolean
  readonly inThree: boolean
  readonly ill: boolean
  readonly verdict: string
  /** the first three faults with their probabilities */
  readonly named: readonly string[]
  readonly error?: string
}

interface Scored {
  readonly truth: Truth
  readonly whole: Answer
  readonly log: Answer
}

const CASES = 80
const PROMISED = { first: 0.85, alarms: 1 }
const LIMIT_MS = 180_000
const ROOT = new URL('..', import.meta.url).pathname
const COMMAND = join(ROOT, 'dist/cli/main.js')
const MAKE = join(ROOT, 'corpus/inspect/make.py')
const PYTHON = process.env.CORPUS_TORCH ?? '/usr/bin/python3'
const SPLITS = ['train', 'val', 'test']
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  data: [...SPLITS.flatMap((split) => [`--${split}`, `${split}.csv`]), '--label', 'target'],
  model: ['--model', 'model.onnx'],
  predictions: ['--predictions', ...SPLITS.map((split) => `predictions-${split}.csv`)],
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    give: { type: 'string', default: 'data,model,predictions' },
    folder: { type: 'string', default: join(homedir(), '.cache/whyloss/inspect-cases') },
    jobs: { type: 'string', default: '2' },
    verbose: { type: 'boolean', default: false },
    hold: { type: 'boolean', default: false },
  },
})

function there(): Truth[] {
  if (!existsSync(values.folder)) return []
  // a case that is being made stands in a folder whose name opens with a point
  return readdirSync(values.folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(values.folder, name, 'truth.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Truth)
}

/** The cases that are there; makes them where some are not. */
function cases(): Truth[] {
  if (there().length < CASES)
    spawnSync(PYTHON, [MAKE, values.folder, '--jobs', values.jobs], { stdio: ['ignore', 'inherit', 'inherit'] })
  return there().filter((truth) => truth.name.includes(values.only))
}

function commanded(truth: Truth, given: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [COMMAND, 'diagnose', 'log.txt', ...given, '--json', '--lang', 'en'], {
      cwd: join(values.folder, truth.name),
      timeout: LIMIT_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text
    })
    child.on('close', () => done(said))
  })
}

async function answered(truth: Truth, given: readonly string[]): Promise<Answer> {
  const { stdout, stderr } = await commanded(truth, given)
  if (!stdout.startsWith('{')) {
    const error = stderr.trim().split('\n').at(-1) ?? 'no answer'
    return { first: false, firstAtAll: false, inThree: false, ill: false, verdict: 'none', named: [], error }
  }
  return judged(JSON.parse(stdout) as Examination, truth)
}

function judged({ runs }: Examination, truth: Truth): Answer {
  const faults = runs
    .flatMap((run) => run.diagnosis)
    .filter((one) => one.kind === 'fault')
    .sort((a, b) => b.probability - a.probability)
  const right = (cause: string) => truth.accept.includes(cause)
  const ill = runs.some((run) => run.verdict === 'ill')
  const firstAtAll = faults[0] !== undefined && right(faults[0].cause)
  return {
    first: firstAtAll && (ill || faults[0]!.certainty !== 'possible'),
    firstAtAll,
    inThree: faults.slice(0, 3).some((one) => right(one.cause)),
    ill,
    verdict: ill ? 'ill' : (runs[0]?.verdict ?? 'none'),
    named: faults.slice(0, 3).map((one) => `${one.cause} ${one.probability.toFixed(2)}`),
  }
}

function told({ truth, whole, log }: Scored): void {
  const mark = truth.verdict === 'healthy' ? !whole.ill : whole.first
  const line = (answer: Answer) => answer.error ?? `${answer.verdict}: ${answer.named.join(', ') || 'nothing'}`
  console.log(`${mark ? 'ok    ' : 'MISSED'} ${truth.name}\n         ${line(whole)}\n         log alone: ${line(log)}`)
}

async function scored(truths: readonly Truth[]): Promise<Scored[]> {
  const given = values.give.split(',').flatMap((name) => GIVEN[name] ?? [])
  const waiting = [...truths.entries()]
  const out: Scored[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, truth] = next
      out[at] = { truth, whole: await answered(truth, given), log: await answered(truth, []) }
      if (values.verbose) told(out[at])
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work))
  return out
}

const HEAD = [
  'planted',
  'cases',
  'first',
  'at any certainty',
  'in three',
  'log alone: first',
  'at any certainty',
  'in three',
]

function row(name: string, list: readonly Scored[]): string[] {
  const part = (test: (one: Scored) => boolean) => share(list.filter(test).length, list.length)
  return [
    name,
    String(list.length),
    part((one) => one.whole.first),
    part((one) => one.whole.firstAtAll),
    part((one) => one.whole.inThree),
    part((one) => one.log.first),
    part((one) => one.log.firstAtAll),
    part((one) => one.log.inThree),
  ]
}

function healthyLine(name: string, list: readonly Scored[]): void {
  const called = (answer: (one: Scored) => Answer) => list.filter((one) => answer(one).ill)
  const [whole, log] = [called((one) => one.whole), called((one) => one.log)]
  console.log(`${name}: called ill ${whole.length} of ${list.length}; from the log alone ${log.length}`)
  for (const one of whole) console.log(`  ${one.truth.name}: ${one.whole.named.join(', ')}`)
}

function report(all: readonly Scored[]): void {
  const ill = all.filter((one) => one.truth.verdict === 'ill')
  const healthy = all.filter((one) => one.truth.verdict === 'healthy')
  const rows = [...new Set(ill.map((one) => one.truth.fault!))].map((fault) =>
    row(
      fault,
      ill.filter((one) => one.truth.fault === fault),
    ),
  )
  const of = (name: string, test: (truth: Truth) => boolean) =>
    row(
      name,
      ill.filter((one) => test(one.truth)),
    )
  table([
    HEAD,
    ...rows,
    of('middle', (truth) => truth.strength === 'middle'),
    of('strong', (truth) => truth.strength === 'strong'),
    of('tuned', (truth) => !truth.heldOut),
    of('held out', (truth) => truth.heldOut),
    row('all', ill),
  ])
  for (const [name, heldOut] of [
    ['healthy', false],
    ['healthy, held out', true],
  ] as const)
    healthyLine(
      name,
      healthy.filter((one) => one.truth.heldOut === heldOut),
    )
  const failed = all.filter((one) => one.whole.error !== undefined)
  if (failed.length > 0)
    console.log(`${failed.length} gave no answer; ${failed[0]!.truth.name}: ${failed[0]!.whole.error}`)
  const first = ill.filter((one) => one.whole.first).length / Math.max(1, ill.length)
  const alarms = healthy.filter((one) => one.whole.ill).length
  const held = first >= PROMISED.first && alarms <= PROMISED.alarms && failed.length === 0
  if (values.hold) console.log(held ? 'held' : 'not held')
  if (values.hold && !held) process.exitCode = 1
}

const truths = cases()
if (truths.length === 0) {
  console.log(`no case in ${values.folder}`)
  process.exitCode = 1
} else report(await scored(truths))

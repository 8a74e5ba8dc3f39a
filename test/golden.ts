// The golden runs: our own trainings with known truth, as corpus/make.py wrote them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '../src/gather/gather.ts'
import type { RunRecord } from '../src/record/run.ts'
import { ROOT } from './sources.ts'

export interface Truth {
  readonly name: string
  readonly framework: string
  readonly fault: string | null
  readonly strength: string | null
  readonly dataset: string
  /** what is given to the command: `log.txt`, or a file or folder of another format */
  readonly input: string
  readonly verdict: 'ill' | 'healthy' | 'undecided'
  /** causes of which any is right, the best name first */
  readonly accept: readonly string[]
  /** what was seen when it was trained, e.g. `worse` than its healthy twin, `crash` */
  readonly expect: readonly string[]
  /** kept out of the calibration and scored apart; its results were seen while the first checks were written */
  readonly heldOut: boolean
  readonly language: string
  /** what the owner of the run would write above the log */
  readonly question: string
}

const RUNS = join(ROOT, 'corpus/runs')

/** Every golden run by name; none where the corpus is not there. */
export function goldenRuns(): readonly Truth[] {
  if (!existsSync(RUNS)) return []
  return readdirSync(RUNS)
    .filter((name) => existsSync(join(RUNS, name, 'truth.json')))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(RUNS, name, 'truth.json'), 'utf8')))
}

export function inputOf(truth: Truth): string {
  return join(RUNS, truth.name, truth.input)
}

/** The bytes of a golden run's input; of a folder, of its first file. */
export function bytesOf(truth: Truth): Uint8Array {
  const path = inputOf(truth)
  if (!statSync(path).isDirectory()) return readFileSync(path)
  const file = readdirSync(path, { recursive: true, withFileTypes: true }).find((one) => one.isFile())
  return file ? readFileSync(join(file.parentPath, file.name)) : new Uint8Array()
}

/** What its owner would paste: the question above the log; undefined where the input is no log. */
export function pasteOf(truth: Truth): string | undefined {
  return truth.input === 'log.txt' ? `${truth.question}\n\n${readFileSync(inputOf(truth), 'utf8')}` : undefined
}

/** The records of a golden run, read as the command reads them: the paste where it is a log, else the file. */
export async function recordsOf(truth: Truth): Promise<readonly RunRecord[]> {
  const paste = pasteOf(truth)
  return paste === undefined ? (await gather([inputOf(truth)], {})).records : recordsOfText(paste)
}

export async function recordsOfText(text: string): Promise<readonly RunRecord[]> {
  return (await gather(['-'], { stdin: once(text) })).records
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}

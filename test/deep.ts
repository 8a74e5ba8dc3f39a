// The runs with depth: our own trainings watched by the recorder, as corpus/deep/make.py wrote them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { gather } from '../src/gather/gather.ts'
import type { RunRecord } from '../src/record/run.ts'
import type { Truth } from './golden.ts'
import { ROOT } from './sources.ts'

export interface DeepTruth extends Truth {
  readonly architecture: string
  readonly seed: number
  /** right, though it looks odd */
  readonly hard: boolean
  /** of what the run dies, and the first step that shows it */
  readonly fatal: { readonly kind: 'non-finite' | 'diverged' | 'stuck'; readonly step: number } | null
}

const RUNS = join(ROOT, 'corpus/deep/runs')

/** Every run with depth by name; none where they are not there. */
export function deepRuns(): readonly DeepTruth[] {
  if (!existsSync(RUNS)) return []
  return readdirSync(RUNS)
    .filter((name) => existsSync(join(RUNS, name, 'truth.json')))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(RUNS, name, 'truth.json'), 'utf8')))
}

/** The lines of a run's record, each with its end. */
export function linesOf(truth: DeepTruth): readonly string[] {
  const text = gunzipSync(readFileSync(join(RUNS, truth.name, truth.input))).toString('utf8')
  return text.split(/(?<=\n)/)
}

/** The records that these lines give, read as the command reads a folder in which a training is written. */
export async function recordsOfLines(lines: readonly string[]): Promise<readonly RunRecord[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-deep-'))
  try {
    writeFileSync(join(folder, 'process-1-0.jsonl'), lines.join(''))
    return (await gather([folder], {})).records
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

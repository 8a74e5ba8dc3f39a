// What came of a trial that has ended: how it ended, its measure, what was changed.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { totalSteps } from '../checks/curves.ts'
import { gather } from '../gather/gather.ts'
import type { RunRecord } from '../record/run.ts'
import type { Ending, Yardstick } from '../record/trials.ts'
import type { Measuring } from './runner.ts'
import { type Said, saidIn } from './said.ts'
import { attemptOf, partOf, recordFolder } from './store.ts'
import type { Trial, TrialResult } from './trial.ts'
import { chooseYardstick, curveOf, measured } from './yardstick.ts'

/** of an error's last line */
const LONGEST = 240
/** A stream of the recorder. */
export const STREAM = /^process-\d+-\d+\.jsonl$/

/** Of several changes these are none where there is nothing to change. */
const IDLE = new Set(['same', 'no-layer'])

export interface Ended {
  readonly ending: Ending | undefined
  readonly why: string
  readonly memory: number
  readonly processor: number
  readonly run: RunRecord | undefined
  readonly code: number
  readonly seconds: number
  /** the file of what it printed */
  readonly output: string
  readonly said: Said
}

export function resultOf(trial: Trial, ended: Ended, around: Measuring): TrialResult {
  const { run, said } = ended
  const measure = around.yardstick ?? (run && chooseYardstick(run))
  const { end, curve } =
    run && measure ? measured(run, measure, around.whole, said.measure) : { end: undefined, curve: [] }
  const { ending, why } = endingOf(trial, ended, end)
  const isLost = ending === 'lost' || end === undefined || !Number.isFinite(end)
  return {
    id: trial.id,
    ending,
    why,
    value: isLost ? null : end,
    curve,
    seconds: Math.round(ended.seconds * 100) / 100,
    steps: (run && totalSteps(run)) ?? 0,
    memory: Math.round(ended.memory),
    processor: Math.round(ended.processor * 100) / 100,
    applied: said.applied,
    refused: said.refused,
    seeded: said.seeded,
  }
}

function endingOf(
  trial: Trial,
  { ending, why, code, output, said }: Ended,
  end: number | undefined,
): { ending: Ending; why: string } {
  if (ending !== undefined) return { ending, why }
  if (code !== 0) return { ending: 'crashed', why: lastLine(output) || `exit ${code}` }
  const missing = Object.keys(trial.changes).filter((name) => !(name in said.applied))
  const isMade =
    missing.every((name) => IDLE.has(said.refused[name] ?? '')) && missing.length < Object.keys(trial.changes).length
  if (missing.length > 0 && !isMade)
    return {
      ending: 'ignored',
      why: missing.map((name) => `${name}: ${said.refused[name] ?? 'unsupported'}`).join(', '),
    }
  return end === undefined ? { ending: 'silent', why: '' } : { ending: 'finished', why: '' }
}

/** The record of a trial that has ended: that of the attempt which counts, where none is named. */
export async function recordOf(folder: string, attempt = attemptOf(folder)): Promise<RunRecord | undefined> {
  const record = recordFolder(folder, attempt)
  const files = existsSync(record) ? readdirSync(record).filter((name) => STREAM.test(name)) : []
  const streams = await gather(files.map((name) => join(record, name)))
  const printed = streams.records.some((run) => run.series.length > 0)
    ? []
    : (await gather([outputOf(folder, attempt)])).records
  return mainOf([...streams.records, ...printed], undefined)
}

/** Of several trainings the one that has the yardstick, the longest of them. */
export function mainOf(records: readonly RunRecord[], yardstick: Yardstick | undefined): RunRecord | undefined {
  const size = (run: RunRecord) => {
    const measure = yardstick && curveOf(run, yardstick)
    return (measure ? 1e9 + measure.value.length : 0) + run.series.reduce((sum, one) => sum + one.value.length, 0)
  }
  return records.filter((run) => run.series.length > 0).sort((a, b) => size(b) - size(a))[0]
}

/** What it printed, for a program that no recorder watches. */
export function outputOf(folder: string, attempt = attemptOf(folder)): string {
  return join(folder, `${partOf('output', attempt)}.log`)
}

/** What a program said last, as Python does of the error by which it ends. */
function lastLine(path: string): string {
  if (!existsSync(path)) return ''
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return (lines.at(-1) ?? '').trim().slice(0, LONGEST)
}

/** What came of an attempt that somebody else has ended, as far as its record tells. */
export async function resultOfCut(
  trial: Trial,
  folder: string,
  { attempt, ending, why, seconds }: { attempt: string; ending: Ending; why: string; seconds: number },
  measuring: Measuring,
): Promise<TrialResult> {
  const run = await recordOf(folder, attempt)
  const [output, said] = [outputOf(folder, attempt), saidIn(recordFolder(folder, attempt))]
  return resultOf(trial, { ending, why, memory: 0, processor: 0, run, code: 0, seconds, output, said }, measuring)
}

// A trainer's own log of a training that the recorder watched too: one run, what was measured first, what else was logged joined.

import { message } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import type { Series } from '../record/series.ts'

/** share of the values of a curve that both tell which must be the same */
const SAME = 0.8
/** logs round to four decimals, the recorder to six digits */
const ROUNDED = 6e-5
const DIGITS = 2e-5
/** how far a trainer's mean over uneven batches may lie off the mean over examples */
const OFF = 0.1

interface Told {
  /** values that are the same in both */
  same: number
  /** a curve that moves agrees */
  agrees: boolean
  /** one tells another training */
  differs: boolean
}

/**
 * Puts each log that tells a watched training into its record. By the values alone: a folder may be an old one, a file
 * may lie anywhere. `watched` are the records that a recorder measured; logs that are no other's are returned.
 */
export function joinLogs(
  watched: readonly RunRecord[],
  logs: readonly RunRecord[],
): { runs: RunRecord[]; rest: RunRecord[] } {
  const runs = [...watched]
  const rest: RunRecord[] = []
  for (const log of logs) {
    const told = watched.map((one) => compare(one, log)).map((one) => (one.agrees && !one.differs ? one.same : 0))
    const most = Math.max(0, ...told)
    if (most === 0) rest.push(log)
    else {
      const at = told.lastIndexOf(most)
      runs[at] = withLog(runs[at]!, log)
    }
  }
  return { runs, rest }
}

/** What a log and a record tell of the same steps: losses, and values under one name. */
function compare(run: RunRecord, log: RunRecord): Told {
  const told: Told = { same: 0, agrees: false, differs: false }
  for (const series of log.series) {
    const own = run.series.filter((one) => one.layer === undefined && one.split === series.split)
    const twin =
      own.find((one) => series.metric === 'loss' && one.metric === 'loss') ??
      own.find((one) => one.name === series.name)
    if (twin) count(told, series, twin)
  }
  return told
}

function count(told: Told, series: Series, run: Series): void {
  const last = run.step.at(-1) ?? Number.NaN
  const values = new Set<number>()
  let [both, same, off, before] = [0, 0, 0, Number.NEGATIVE_INFINITY]
  for (const [row, step] of series.step.entries()) {
    // where no steps are told nothing can be compared
    if (!(step + 1 >= (run.step[0] ?? Number.NaN) && step <= last)) continue
    const value = series.value[row]!
    values.add(value)
    both++
    if (isTold(run, value, step, before)) same++
    else off += distance(run, value, step)
    before = step
  }
  if (both === 0) return
  told.same += same
  if (same < SAME * both) told.differs ||= off > OFF * both
  // a curve that stands still is the same in many trainings
  else told.agrees ||= values.size > 1 || both === 1
}

/** How far a value lies off that of the record at its step, as a share. */
function distance(run: Series, value: number, step: number): number {
  const own = run.value[Math.min(lower(run.step, step), run.value.length - 1)]!
  return Math.abs(own - value) / Math.max(Math.abs(own), Math.abs(value), Number.MIN_VALUE)
}

/** Whether the record has the value at the step, which some count from 0, or as the mean of the steps since `before`. */
function isTold(run: Series, value: number, step: number, before: number): boolean {
  let [sum, rows] = [0, 0]
  for (let row = lower(run.step, Math.min(step, before + 1)); row < run.step.length; row++) {
    const at = run.step[row]!
    if (at > step + 1) break
    if (at >= step && equal(run.value[row]!, value)) return true
    if (at <= step) [sum, rows] = [sum + run.value[row]!, rows + 1]
  }
  return run.split === 'train' && rows > 0 && equal(sum / rows, value)
}

function equal(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= ROUNDED + DIGITS * Math.max(Math.abs(a), Math.abs(b))
}

/** The first place in rising steps that is `from` or more. */
function lower(steps: Float64Array, from: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

function withLog(run: RunRecord, log: RunRecord): RunRecord {
  const has = (series: Series) =>
    run.series.some(
      (one) =>
        one.layer === undefined &&
        one.split === series.split &&
        (one.metric === series.metric || one.name === series.name),
    )
  const files = log.sources.map(({ path }) => path)
  return {
    ...run,
    sources: [...run.sources, ...log.sources],
    series: [...run.series, ...log.series.filter((one) => !has(one))],
    facts: [...log.facts, ...run.facts],
    events: [...run.events, ...log.events.filter(({ kind }) => kind === 'checkpoint')],
    notes: [
      ...run.notes,
      ...log.notes,
      message('note.same-training', { files: files.join(', '), count: files.length }),
    ],
  }
}

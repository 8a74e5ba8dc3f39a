// What an experiment leaves on disk: its plan, a folder a trial, and results that appear whole and only once.

import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Changes } from '../record/trials.ts'
import { keyOf } from './changes.ts'
import type { Trial, TrialResult } from './trial.ts'

const PLAN = 'plan.json'
const [SPEC, RESULT, PROGRESS] = ['spec.json', 'result.json', 'progress.json']

/** The same for the same training, so that whatever has a result is not made again, whoever asks for it. */
export function idOf(changes: Changes, flags: Changes, seed: number): string {
  const hash = createHash('sha256')
    .update(`${keyOf(changes)}|${keyOf(flags)}`)
    .digest('hex')
    .slice(0, 8)
  const name = Object.keys({ ...flags, ...changes }).sort()[0] ?? 'unchanged'
  return `${name}-${hash}-${seed}`
}

export function trialFolder(home: string, id: string): string {
  return join(home, 'trials', id)
}

/** Where a trial's record goes: that of an attempt where several may be under way at once. */
export function recordFolder(folder: string, attempt = ''): string {
  return join(folder, partOf('record', attempt))
}

/** What an attempt calls its own: a lost job writes on beside its requeued twin. */
export function partOf(name: string, attempt: string): string {
  return attempt === '' ? name : `${name}-${attempt}`
}

/**
 * Writes down what is to be run; what was left of an unfinished attempt is gone unless it is `kept`, since somebody may
 * still write there.
 */
export function putTrial(home: string, trial: Trial, kept = false): string {
  const folder = trialFolder(home, trial.id)
  if (!kept && existsSync(folder) && resultOf(folder) === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeWhole(join(folder, SPEC), trial)
  return folder
}

export function specOf(folder: string): Trial {
  return JSON.parse(readFileSync(join(folder, SPEC), 'utf8'))
}

/** The result of a trial, undefined where it has none. */
export function resultOf(folder: string): TrialResult | undefined {
  const { attempt: _, ...result } = readIf<Signed>(join(folder, RESULT)) ?? {}
  return 'id' in result ? (result as TrialResult) : undefined
}

/** The attempt whose result counts; '' where there is none, or only one could be. */
export function attemptOf(folder: string): string {
  return readIf<Signed>(join(folder, RESULT))?.attempt ?? ''
}

type Signed = Partial<TrialResult> & { readonly attempt?: string }

/**
 * Puts a result in place unless there is one: a lost job that comes back beside its requeued twin counts nothing.
 * Returns the one that counts.
 */
export function putResult(folder: string, result: TrialResult, attempt = ''): TrialResult {
  const own = join(folder, `${RESULT}.${hostname()}.${process.pid}.${process.hrtime.bigint()}`)
  writeFileSync(own, `${JSON.stringify(attempt === '' ? result : { ...result, attempt })}\n`)
  try {
    linkSync(own, join(folder, RESULT))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  return resultOf(folder) ?? result
}

export function putProgress(folder: string, progress: object): void {
  writeWhole(join(folder, PROGRESS), progress)
}

export function progressOf<T>(folder: string): T | undefined {
  return readIf<T>(join(folder, PROGRESS))
}

export function putPlan(home: string, plan: object): void {
  writeWhole(join(home, PLAN), plan)
}

export function planOf<T>(home: string): T | undefined {
  return readIf<T>(join(home, PLAN))
}

/** The newest experiment below a folder of records, undefined where there is none. */
export function newestPlan(records: string): string | undefined {
  const all = existsSync(records) ? readdirSync(records).map((name) => join(records, name)) : []
  const plans = all.filter((folder) => existsSync(join(folder, PLAN)))
  return plans.sort((a, b) => statSync(join(b, PLAN)).mtimeMs - statSync(join(a, PLAN)).mtimeMs)[0]
}

export function writeWhole(path: string, value: object): void {
  // processes of two machines may have the same number
  const own = `${path}.${hostname()}.${process.pid}`
  writeFileSync(own, `${JSON.stringify(value, null, 1)}\n`)
  renameSync(own, path)
}

export function readIf<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}

// `whyloss inspect` called on files of predictions, and predictions of two classes to write in many forms.
import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import type { ExaminedRun } from '../src/diagnosis/examination.ts'
import { gaussian, uniform } from '../src/signal/generator.ts'
import { CLI, csv, folder, put } from './audit.ts'

export function call(...args: string[]) {
  const done = spawnSync(process.execPath, [CLI, 'inspect', ...args], {
    encoding: 'utf8',
    cwd: folder,
    timeout: 120_000,
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

export function inspect(...args: string[]): ExaminedRun {
  const { out, err } = call(...args, '--json')
  expect(err).toBe('')
  return JSON.parse(out).runs[0]
}

export type Seen = NonNullable<ExaminedRun['predictions']>
export const seen = (...files: string[]): Seen => inspect('--predictions', ...files).predictions!
export const scoreOf = (run: ExaminedRun['predictions'], measure: string, split = 'test') =>
  run!.scores.find((one) => one.measure === measure && one.split === split)!.value

/** Scores of a report have six digits. */
const SIX = 1e-5
export const near = (given: number, expected: number) =>
  expect(Math.abs(given - expected)).toBeLessThanOrEqual(SIX * Math.max(1e-3, Math.abs(expected)))

/** One line that says what is wrong, and nothing else. */
export function refused({ code, out, err }: ReturnType<typeof call>, line: RegExp): void {
  expect(out).toBe('')
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toMatch(line)
  expect(code).toBe(2)
}

const next = uniform(5)
export const draw = gaussian(6)
/** Two classes, and the probability of the second. */
export const truth = Array.from({ length: 200 }, () => Number(next() < 0.5))
export const p = truth.map((one) => Number((1 / (1 + Math.exp(-draw() - 3 * (one - 0.5)))).toFixed(6)))
/** The share of right ones. */
export const right = truth.filter((one, i) => Number(p[i]! > 0.5) === one).length / 200
const table = (head: string, row: (i: number) => readonly (string | number | null)[]) =>
  csv(
    truth.map((_, i) => row(i)),
    '\n',
    head.split(','),
  )
/** Puts a file of these rows. */
export const called = (name: string, head: string, row: (i: number) => readonly (string | number | null)[]) =>
  put(name, table(head, row))

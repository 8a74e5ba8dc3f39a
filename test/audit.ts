// Small data sets on disk, and `whyloss audit` called on them, for the suites of the data exam.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ExaminedRun } from '../src/diagnosis/examination.ts'
import { gaussian, uniform } from '../src/signal/generator.ts'
import { ROOT } from './sources.ts'

export const CLI = join(ROOT, 'dist/cli/main.js')
export const folder = mkdtempSync(join(tmpdir(), 'whyloss-audit-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
export const at = (name: string) => join(folder, name)

export function call(...args: string[]) {
  const done = spawnSync(process.execPath, [CLI, 'audit', ...args], { encoding: 'utf8', cwd: folder, timeout: 120_000 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

export function audit(...args: string[]): ExaminedRun {
  const { out, err } = call(...args, '--json')
  expect(err).toBe('')
  return JSON.parse(out).runs[0]
}

export const causes = (run: ExaminedRun) =>
  run.diagnosis.filter((one) => one.kind === 'fault' && one.certainty !== 'possible').map((one) => one.cause)
export const found = (run: ExaminedRun) => run.findings.map((one) => one.id)

export type Row = readonly (number | string | null)[]

/** Two classes a little apart in three columns, standardised. */
export function rows(count: number, seed: number): number[][] {
  const draw = gaussian(seed)
  const next = uniform(seed)
  return Array.from({ length: count }, () => {
    const label = next() < 0.5 ? 0 : 1
    return [...Array.from({ length: 3 }, () => Number((draw() + (label - 0.5) * 2).toFixed(6))), label]
  })
}

export const HEAD = ['a', 'b', 'c', 'y']
export const csv = (list: readonly Row[], end = '\n', head: readonly string[] = HEAD) =>
  [head, ...list].map((row) => row.map((one) => one ?? '').join(',')).join(end) + end
export const put = (name: string, data: string | Uint8Array) => {
  writeFileSync(at(name), data)
  return at(name)
}

export const TRAIN = rows(400, 1)
export const VAL = rows(120, 2)
export const train = put('train.csv', csv(TRAIN))
export const val = put('val.csv', csv(VAL))

/** NumPy's format 1.0, doubles. */
export function npy(list: readonly (readonly number[])[], flat = false): Uint8Array {
  const shape = flat ? `(${list.length},)` : `(${list.length}, ${list[0]!.length})`
  const head = `${`{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117)}\n`
  const bytes = new Uint8Array(10 + head.length + 8 * list.flat().length)
  bytes.set([0x93, ...Buffer.from('NUMPY'), 1, 0, head.length & 255, head.length >> 8])
  bytes.set(Buffer.from(head), 10)
  const view = new DataView(bytes.buffer)
  list.flat().forEach((one, i) => {
    view.setFloat64(10 + head.length + 8 * i, one, true)
  })
  return bytes
}

// One watched training beside its truth, and the tables that scores are printed in.
import type { Examination } from '../src/diagnosis/examination.ts'
import { examine } from '../src/diagnosis/examine.ts'
import { type DeepTruth, linesOf, recordsOfLines } from '../test/deep.ts'
import { type Judgement, judge } from './judge.ts'

export async function examined(lines: readonly string[]): Promise<Examination> {
  return examine(await recordsOfLines(lines), { language: 'en', version: 'score' })
}

export async function judged(truth: DeepTruth): Promise<Judgement> {
  return judge(await examined(linesOf(truth)), truth)
}

/** A part as a percentage; as a fraction where the whole is small. */
export function share(part: number, of: number): string {
  if (of === 0) return '–'
  return of < 10 ? `${part}/${of}` : `${((100 * part) / of).toFixed(of < 100 ? 0 : 1)} %`
}

/** Prints rows of cells, the first to the left and the others to the right of their columns. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((line) => line[i]!.length)))
  for (const line of rows)
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
  console.log()
}

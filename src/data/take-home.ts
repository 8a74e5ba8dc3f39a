// What the user takes home from the exam: files that a training can load, and a page that says how.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataSplit, RowRef } from '../record/data-tables.ts'
import type { Audit } from './audit.ts'
import { regrouped } from './regroup.ts'
import { SNIPPETS } from './take-home-snippets.ts'

/** Writes into `folder`, which is made where it is not there; resolves to the names of the files. */
export async function takeHome(audit: Audit, folder: string): Promise<string[]> {
  const files: [name: string, text: string][] = []
  const rows = suspiciousRows(audit)
  if (rows.length > 0)
    files.push(['suspicious-rows.csv', csv(['split', 'file', 'row', 'why', 'label', 'likely', 'score'], rows)])
  const split = audit.data.numbered ? regrouped(audit) : []
  if (split.length > 0) files.push(['split.csv', csv(['file', 'row', 'was', 'split'], split)])
  const weights = classWeights(audit)
  if (weights) files.push(['class-weights.json', `${JSON.stringify(weights, null, 2)}\n`])
  const columns = scaler(audit)
  if (Object.keys(columns).length > 0) files.push(['scaler.json', `${JSON.stringify(columns, null, 2)}\n`])
  files.push(['README.md', readme(audit, new Set(files.map(([name]) => name)))])
  await mkdir(folder, { recursive: true })
  for (const [name, text] of files) await writeFile(join(folder, name), text)
  return files.map(([name]) => name)
}

type CsvCell = string | number

function csv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cell = (one: CsvCell) => {
    const text = String(one)
    // a spreadsheet would run what begins so
    const safe = typeof one === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
}

function suspiciousRows({ record: { tables } }: Audit): CsvCell[][] {
  const place = (ref: RowRef): CsvCell[] => [ref.split, ref.file ?? '', ref.row ?? '']
  const doubted = tables.suspiciousLabels?.flatMap((one) => one.ranked) ?? []
  const apart = tables.outlierRows?.flatMap((one) => one.ranked) ?? []
  const equal = (tables.duplicates ?? []).flatMap((one) => one.examples.flat())
  const contradicting = (tables.conflicts ?? []).flatMap((one) => one.examples.flat())
  const near = (tables.nearDuplicates ?? []).flatMap((one) =>
    one.examples.flatMap((example) => example.pair.map((ref) => ({ ref, example }))),
  )
  return [
    ...doubted.map((one) => [...place(one.ref), 'label', one.given, one.likely, round(1 - one.confidence)]),
    ...apart.map((one) => [...place(one.ref), 'apart', '', one.columns.join(' '), round(one.score)]),
    ...equal.map((ref) => [...place(ref), 'equal', '', '', '']),
    ...contradicting.map((ref) => [...place(ref), 'contradicts', '', '', '']),
    ...near.map(({ ref, example }) => [...place(ref), 'near-copy', '', '', round(example.distance)]),
  ]
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

/** n / (K * n_k), as scikit-learn's `balanced`. */
function classWeights({ record: { tables } }: Audit): Record<string, number> | undefined {
  const split: DataSplit | undefined = tables.labels?.some((one) => one.split === 'train')
    ? 'train'
    : tables.labels?.[0]?.split
  const own = tables.labels?.filter((one) => one.split === split && one.rows > 0) ?? []
  if (own.length < 2) return undefined
  const rows = own.reduce((sum, one) => sum + one.rows, 0)
  return Object.fromEntries(own.map((one) => [one.label, round(rows / (own.length * one.rows))]))
}

/** Of the training data alone: what a held-out row is scaled and filled with must not know it. */
function scaler({ record: { tables } }: Audit): Record<string, Record<string, number | string>> {
  const first = tables.parts?.[0]?.split
  const own = (tables.profile ?? []).filter((one) => one.split === first && one.role === 'feature')
  return Object.fromEntries(
    own.map((one) => {
      if (one.mean === undefined || one.spread === undefined) return [one.column, { fill: one.top[0]?.[0] ?? '' }]
      const missing = one.sentinel ? { missing_value: one.sentinel.value } : {}
      return [one.column, { mean: one.mean, std: one.spread || 1, fill: one.quantiles?.[3] ?? one.mean, ...missing }]
    }),
  )
}

function readme({ record, data, frame }: Audit, files: ReadonlySet<string>): string {
  const sampled = frame.parts.some((part) => part.sampled < part.rows)
  const note = sampled ? `\nOnly the rows that were held in memory are in these files (see the report).\n` : ''
  const parts = SNIPPETS.filter((one) => files.has(one.file)).map(
    (one) =>
      `## ${one.file}\n\n${one.what}\n\n${one.code.map(([name, code]) => `${name}:\n\n\`\`\`python\n${code}\n\`\`\``).join('\n\n')}\n`,
  )
  const label = data.columns.find((one) => one.role === 'label')?.name ?? 'label'
  return `# ${record.name.replace(/[\r\n]/g, ' ')}\n\nWritten by \`whyloss audit --write\`. The label is \`${label.replaceAll('`', '')}\`.\n${note}\n${parts.join('\n')}`
}

// The data of an examination as every view draws them: parts, classes, and columns with their histograms, side by side by split.

import type { DataColumn, DataSplit } from '../record/data-tables.ts'
import type { RunRecord } from '../record/run.ts'

export interface ReportedColumn {
  readonly name: string
  readonly kind: DataColumn['kind']
  readonly role: DataColumn['role']
  readonly edges?: readonly number[]
  readonly splits: readonly {
    readonly split: DataSplit
    readonly count: number
    readonly missing: number
    readonly min: number | null
    readonly max: number | null
    readonly mean: number | null
    readonly spread: number | null
    /** of the histogram, or of the most frequent values */
    readonly counts: readonly number[]
    readonly values?: readonly string[]
  }[]
}

export interface ReportedData {
  readonly parts: readonly {
    readonly split: DataSplit
    readonly source: string
    readonly rows: number
    readonly sampled: number
  }[]
  readonly label?: string
  /** rows of each class by part, most frequent first; at most 40 */
  readonly classes: readonly { readonly label: string; readonly rows: readonly number[] }[]
  /** columns in all, and at most 120 of them: those that findings name come first */
  readonly count: number
  readonly columns: readonly ReportedColumn[]
}

const MOST_CLASSES = 40
const MOST_COLUMNS = 120

/** Undefined for a record without data. `named` are columns that findings speak of. */
export function reportData({ tables }: RunRecord, named: ReadonlySet<string>): ReportedData | undefined {
  const { parts, profile, labels = [] } = tables
  if (!parts || !profile) return undefined
  const names = [...new Set(profile.map((one) => one.column))]
  const first = names.filter((name) => named.has(name))
  const shown = [...first, ...names.filter((name) => !named.has(name))].slice(0, MOST_COLUMNS)
  const label = profile.find((one) => one.role === 'label')?.column
  const classes = [...new Set(labels.map((one) => one.label))].slice(0, MOST_CLASSES)
  return {
    parts: parts.map(({ split, source, rows, sampled }) => ({ split, source, rows, sampled })),
    ...(label === undefined ? {} : { label }),
    classes: classes.map((own) => ({
      label: own,
      rows: parts.map(({ split }) => labels.find((one) => one.label === own && one.split === split)?.rows ?? 0),
    })),
    count: names.length,
    columns: shown.map((name) => columnOf(profile.filter((one) => one.column === name))),
  }
}

function columnOf(rows: readonly DataColumn[]): ReportedColumn {
  const [first] = rows
  const edges = rows.find((one) => one.histogram)?.histogram?.edges
  // categories are laid side by side in the order of the first split
  const values = edges ? [] : [...new Set(rows.flatMap((one) => one.top.map(([value]) => value)))].slice(0, 12)
  return {
    name: first!.column,
    kind: first!.kind,
    role: first!.role,
    ...(edges ? { edges: edges.map(short) } : {}),
    splits: rows.map((one) => ({
      split: one.split,
      count: one.count,
      missing: one.missing,
      min: plain(one.min),
      max: plain(one.max),
      mean: plain(one.mean),
      spread: plain(one.spread),
      counts: one.histogram?.counts ?? values.map((value) => one.top.find(([own]) => own === value)?.[1] ?? 0),
      ...(edges ? {} : { values }),
    })),
  }
}

function plain(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : short(value)
}

/** Six digits are more than a picture shows. */
function short(value: number): number {
  return Number(value.toPrecision(6))
}

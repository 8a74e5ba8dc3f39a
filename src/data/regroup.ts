// A split without leaks: rows that are equal, nearly equal or of one group are bound together and lie on one side.

import { basename } from 'node:path'
import type { Audit } from './audit.ts'

/** File, row, split as it was, split as it should be; of the rows in memory, in their order. Empty for one split. */
export function regrouped({ data, frame, record }: Audit): (readonly [string, number, string, string])[] {
  if (frame.splits.length < 2) return []
  const bound = bindings(frame.rows)
  for (const key of [rowKeys, groupKeys]) {
    const first = new Map<string, number>()
    for (const [row, own] of key({ data, frame }).entries()) {
      if (own === undefined) continue
      const before = first.get(own)
      if (before === undefined) first.set(own, row)
      else bound.join(before, row)
    }
  }
  joinNear(bound, { data, frame, record })
  // a bundle that lies in several splits goes where it may be learnt from: the first of them
  const side = new Map<number, number>()
  for (let row = 0; row < frame.rows; row++) {
    const root = bound.root(row)
    side.set(root, Math.min(side.get(root) ?? Number.POSITIVE_INFINITY, frame.split[row]!))
  }
  return Array.from({ length: frame.rows }, (_, row) => {
    const file = data.files[frame.file[row]!] ?? ''
    return [
      basename(file),
      frame.row[row]!,
      frame.splits[frame.split[row]!]!,
      frame.splits[side.get(bound.root(row))!]!,
    ] as const
  })
}

type Known = Pick<Audit, 'data' | 'frame'>

function rowKeys({ data, frame }: Known): (string | undefined)[] {
  const names = new Set(data.identity ?? frame.columns.filter((one) => one.role === 'feature').map((one) => one.name))
  const columns = frame.columns.filter((one) => names.has(one.name))
  return Array.from({ length: frame.rows }, (_, row) => columns.map((one) => one.values[row]).join('|'))
}

function groupKeys({ frame }: Known): (string | undefined)[] {
  const group = frame.columns.find((one) => one.role === 'group')
  return Array.from({ length: frame.rows }, (_, row) =>
    group && !Number.isNaN(group.values[row]!) ? String(group.values[row]) : undefined,
  )
}

/** Near copies that were shown; each names its file and row. */
function joinNear(bound: Bindings, { data, frame, record }: Pick<Audit, 'data' | 'frame' | 'record'>): void {
  const places = new Map<string, number>()
  for (let row = 0; row < frame.rows; row++) places.set(`${data.files[frame.file[row]!]} ${frame.row[row]}`, row)
  for (const near of record.tables.nearDuplicates ?? [])
    for (const { pair } of near.examples) {
      const [a, b] = pair.map((ref) => places.get(`${ref.file} ${ref.row}`))
      if (a !== undefined && b !== undefined) bound.join(a, b)
    }
}

interface Bindings {
  root(row: number): number
  join(a: number, b: number): void
}

/** Union and find, with paths halved. */
function bindings(rows: number): Bindings {
  const parent = Int32Array.from({ length: rows }, (_, i) => i)
  const root = (row: number) => {
    let at = row
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  return {
    root,
    join(a, b) {
      const [x, y] = [root(a), root(b)]
      if (x !== y) parent[Math.max(x, y)] = Math.min(x, y)
    },
  }
}

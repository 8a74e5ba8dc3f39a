// A small table on the terminal: columns under their heads, the least needed left out where the window is narrow.

import { pad, width } from '../wrap.ts'
import type { Sheet } from './sheet.ts'

export interface Column {
  readonly head: string
  readonly cells: readonly string[]
  readonly right?: boolean
  /** columns of the terminal that it takes at most; longer cells lose their middle */
  readonly most?: number
  /** given up before columns with a lower number; those without one stay */
  readonly spare?: number
  readonly ink?: (text: string, row: number) => string
}

const INDENT = 2
const GAP = 2
const NARROWEST = 4

/** A line for the heads, unless all are empty, and one a row. */
export function grid(columns: readonly Column[], on: Sheet): string[] {
  const shown = fitting(columns, on)
  const rooms = roomsOf(shown, on)
  const line = (texts: readonly string[]) => `${' '.repeat(INDENT)}${texts.join(' '.repeat(GAP))}`.trimEnd()
  const placed = (column: Column, text: string, i: number) => {
    const room = rooms[i]!
    const free = column.right ? ' '.repeat(Math.max(0, room - width(text))) : ''
    return pad(free + text, room, on.symbols.cut)
  }
  const rows = Math.max(0, ...shown.map((column) => column.cells.length))
  const heads = shown.map((column, i) => placed(column, column.head, i))
  const lines = Array.from({ length: rows }, (_, row) =>
    line(
      shown.map((column, i) => {
        const text = placed(column, column.cells[row] ?? '', i)
        // spaces stay plain, so that those at the end of a line can go
        const inked = text.trimEnd()
        return column.ink && inked !== '' ? column.ink(inked, row) + text.slice(inked.length) : text
      }),
    ),
  )
  return shown.every((column) => column.head === '') ? lines : [on.ink.dim(line(heads)), ...lines]
}

/** What the columns take at their natural widths, and the gaps between them. */
export function taken(columns: readonly Column[]): number {
  return INDENT + columns.reduce((sum, one) => sum + natural(one) + GAP, -GAP)
}

function natural({ head, cells, most = 60 }: Column): number {
  return Math.min(most, Math.max(width(head), ...cells.map(width)))
}

function fitting(columns: readonly Column[], on: Sheet): readonly Column[] {
  let left = columns
  while (taken(left) > on.columns) {
    const spare = Math.max(...left.map((one) => one.spare ?? -1))
    if (spare < 0) return left
    left = left.filter((one) => one.spare !== spare)
  }
  return left
}

/** Where even the needed columns are too wide, the widest gives way. */
function roomsOf(columns: readonly Column[], on: Sheet): number[] {
  const rooms = columns.map(natural)
  let over = taken(columns) - on.columns
  while (over > 0) {
    const widest = rooms.indexOf(Math.max(...rooms))
    if (rooms[widest]! <= NARROWEST) break
    rooms[widest]! -= 1
    over -= 1
  }
  return rooms
}

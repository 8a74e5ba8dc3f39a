// The order in which the cells of a notebook were run, which need not be that in which they stand.

import type { Cell } from './document.ts'

/**
 * The cells by the numbers of their executions. A cell without one stays behind the cell that it stands behind: numbers
 * are stripped at times, from all cells or from some. Where the kernel was restarted between, equal numbers keep the
 * document's order.
 */
export function executed(cells: readonly Cell[]): Cell[] {
  const rank = new Map<Cell, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const cell of cells) {
    last = cell.count ?? last
    rank.set(cell, last)
  }
  return [...cells].sort((a, b) => order(rank.get(a)!, rank.get(b)!))
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Whether a cell was run, as far as the notebook says: where no cell has a number, those with outputs or all were. */
export function ran(cell: Cell, cells: readonly Cell[]): boolean {
  return cell.count !== undefined || cell.outputs.length > 0 || cells.every(({ count }) => count === undefined)
}

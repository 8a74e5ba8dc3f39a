// The lowest and the highest value of each block of rows, so that a pixel over many rows need not read them all.

import { breath, type Numbers } from './decode.ts'

const SIZE = 256
/** rows that are looked through at a stretch */
const SLICE = 1 << 20

export interface Blocks {
  readonly size: number
  /** rows of the lowest and the highest finite value of each block; -1 where it has none */
  readonly low: Int32Array
  readonly high: Int32Array
  /** blocks that hold a value which is not finite */
  readonly broken: Uint8Array
}

export function blocksOf(value: Numbers, size = SIZE): Blocks {
  const blocks = emptyBlocks(value.length, size)
  fill(value, blocks, 0, blocks.low.length)
  return blocks
}

/** The same of a very long curve, in slices between which the browser may answer the user. */
export async function blocksInSlices(value: Numbers, size = SIZE): Promise<Blocks> {
  const blocks = emptyBlocks(value.length, size)
  const step = Math.ceil(SLICE / size)
  for (let from = 0; from < blocks.low.length; from += step) {
    fill(value, blocks, from, Math.min(blocks.low.length, from + step))
    if (from + step < blocks.low.length) await breath()
  }
  return blocks
}

function emptyBlocks(rows: number, size: number): Blocks {
  const count = Math.ceil(rows / size)
  const none = () => new Int32Array(count).fill(-1)
  return { size, low: none(), high: none(), broken: new Uint8Array(count) }
}

function fill(value: Numbers, { size, low, high, broken }: Blocks, first: number, last: number): void {
  for (let block = first; block < last; block++) {
    const end = Math.min(value.length, (block + 1) * size)
    for (let row = block * size; row < end; row++) {
      const one = value[row]!
      if (!Number.isFinite(one)) broken[block] = 1
      else {
        if (low[block]! < 0 || one < value[low[block]!]!) low[block] = row
        if (high[block]! < 0 || one > value[high[block]!]!) high[block] = row
      }
    }
  }
}

/** The rows of the lowest and the highest finite value in [from, to), or -1; `gap` is a row that is not finite, or -1. */
export function extremesOf(
  value: Numbers,
  { size, low, high, broken }: Blocks,
  from: number,
  to: number,
): { low: number; high: number; gap: number } {
  const out = { low: -1, high: -1, gap: -1 }
  const take = (row: number) => {
    const one = value[row]!
    if (!Number.isFinite(one)) {
      if (out.gap < 0) out.gap = row
      return
    }
    if (out.low < 0 || one < value[out.low]!) out.low = row
    if (out.high < 0 || one > value[out.high]!) out.high = row
  }
  let row = from
  while (row < to) {
    const block = Math.floor(row / size)
    if (row % size === 0 && row + size <= to && broken[block] === 0) {
      if (low[block]! >= 0) take(low[block]!)
      if (high[block]! >= 0) take(high[block]!)
      row += size
    } else take(row++)
  }
  return out
}

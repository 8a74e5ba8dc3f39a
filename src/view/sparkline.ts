// Draws a curve as one line of blocks.

import type { Symbols } from './symbols.ts'

/** Beyond this ratio of largest to smallest, a linear scale shows one block and a floor. */
const LOG_FROM = 50
/** A curve that moves by less than this share of its size is drawn flat, so that noise does not look like news. */
const FLAT_BELOW = 0.02

/** Rare peaks this many times higher than nine tenths of the values would press the curve onto the floor. */
const PEAK = 10
/** Blocks that are kept for such peaks. */
const FOR_PEAKS = 2

export interface Sparkline {
  readonly text: string
  /** how height follows value; anything but linear must be said beside the curve */
  readonly scale: 'linear' | 'log' | 'peaks'
}

/** The values (null where not finite) in at most `columns` characters; peaks and gaps survive the narrowing. */
export function sparkline(values: readonly (number | null)[], columns: number, symbols: Symbols): Sparkline {
  const finite = values.filter((value) => value !== null).sort((a, b) => a - b)
  const { scale, height } = heights(finite, values.find((value) => value !== null) ?? 0)
  const { blocks, gap } = symbols
  const text = narrow(values, columns).map((value) => {
    if (value === null) return gap
    return blocks[Math.max(0, Math.min(blocks.length - 1, Math.floor(height(value) * blocks.length)))]
  })
  return { text: text.join(''), scale }
}

/** Height 0..1 of a value, given all of them in ascending order and the first of the curve. */
function heights(
  sorted: readonly number[],
  first: number,
): { scale: Sparkline['scale']; height: (value: number) => number } {
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? 0
  if (high - low <= FLAT_BELOW * Math.max(Math.abs(high), Math.abs(low))) return { scale: 'linear', height: () => 0.4 }
  const usual = sorted[Math.floor(0.9 * (sorted.length - 1))]!
  const bar = low + PEAK * (usual - low)
  if (usual > low && high > bar && first <= bar) {
    const top = sorted.findLast((value) => value <= bar) ?? usual
    const room = 1 - FOR_PEAKS / 8
    return { scale: 'peaks', height: (value) => (value > bar ? 1 : (0.999 * room * (value - low)) / (top - low)) }
  }
  if (low > 0 && high / low >= LOG_FROM)
    return { scale: 'log', height: (value) => (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low)) }
  // halved, because the difference of two doubles need not be one
  return { scale: 'linear', height: (value) => (value / 2 - low / 2) / (high / 2 - low / 2) }
}

/** One value a column: of each bucket the one farthest from the column before, and a gap wherever there is one. */
function narrow(values: readonly (number | null)[], columns: number): (number | null)[] {
  if (values.length <= columns) return [...values]
  const out: (number | null)[] = []
  let before: number | null = null
  for (let i = 0; i < columns; i++) {
    const bucket = values.slice(
      Math.floor((i * values.length) / columns),
      Math.floor(((i + 1) * values.length) / columns),
    )
    const chosen: number | null = bucket.includes(null) ? null : farthest(bucket as number[], before)
    out.push(chosen)
    if (chosen !== null) before = chosen
  }
  return out
}

function farthest(bucket: readonly number[], from: number | null): number {
  const last = bucket.at(-1)!
  if (from === null) return bucket[0]!
  return bucket.reduce((best, value) => (Math.abs(value - from) > Math.abs(best - from) ? value : best), last)
}

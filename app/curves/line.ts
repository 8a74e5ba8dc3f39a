// The lines of one plot: loaded curves with a colour, and what of them a window shows.

import type { Axis, Split } from '../../src/record/series.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import type { Curve } from './curve.ts'
import type { Numbers } from './decode.ts'
import { lowerBound, m4, type Seen } from './m4.ts'
import type { Palette } from './palette.ts'
import type { Range } from './zoom.ts'

export interface Line {
  readonly name: string
  readonly metric: string
  readonly split: Split
  /** ascending */
  readonly x: Numbers
  readonly y: Numbers
  readonly blocks: Blocks
  readonly points: number
  readonly rows: number
}

/** Loads the curves along an axis; rows that lie out of order are put in it. */
export async function linesOf(curves: readonly Curve[], axis: Axis): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const curve of curves) {
    const { step, epoch, value, blocks } = await curve.load()
    const x = axis === 'step' ? (step ?? epoch) : (epoch ?? step)
    if (!x) continue
    const { name, metric, split, points, rows } = curve
    lines.push({ name, metric, split, points, rows, ...ordered(x, value, blocks) })
  }
  return lines
}

const sorted = new WeakMap<Numbers, { x: Numbers; y: Numbers; blocks: Blocks }>()

function ordered(x: Numbers, y: Numbers, blocks: Blocks): { x: Numbers; y: Numbers; blocks: Blocks } {
  let ascends = true
  for (let row = 1; ascends && row < x.length; row++) ascends = x[row]! >= x[row - 1]!
  if (ascends) return { x, y, blocks }
  const known = sorted.get(y)
  if (known) return known
  const rows = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b)
  const values = Float64Array.from(rows, (row) => y[row]!)
  const out = { x: Float64Array.from(rows, (row) => x[row]!), y: values, blocks: blocksOf(values) }
  sorted.set(y, out)
  return out
}

export function seen(line: Line, [from, to]: Range, width: number): Seen {
  return m4(line.x, line.y, line.blocks, from, to, width)
}

/** From the first to the last position of all lines. */
export function extent(lines: readonly Line[]): Range | undefined {
  const ends = lines
    .filter((line) => line.x.length > 0)
    .map((line) => [line.x[0]!, line.x[line.x.length - 1]!] as const)
  if (ends.length === 0) return undefined
  return [Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to))]
}

/** The row whose position is nearest to `at`. */
export function nearestRow({ x }: Line, at: number): number {
  const after = Math.min(x.length - 1, lowerBound(x, at))
  return after > 0 && at - x[after - 1]! < x[after]! - at ? after - 1 : after
}

/** Whether a logarithmic axis shows the lines better: all above 0, over more than two decades. */
export function wantsLog(lines: readonly Line[]): boolean {
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (const { blocks, y } of lines)
    for (let block = 0; block < blocks.low.length; block++) {
      if (blocks.low[block]! < 0) continue
      low = Math.min(low, y[blocks.low[block]!]!)
      high = Math.max(high, y[blocks.high[block]!]!)
    }
  return low > 0 && high / low > 100
}

export interface Look {
  readonly color: string
  /** of the line's name in small letters */
  readonly letters: string
  readonly dash: readonly number[]
}

/** The colour of each line: its split's, where a plot has one line a split; else one after another. */
export function looks(lines: readonly Line[], colors: Palette): readonly Look[] {
  const taken = new Set<string>()
  let next = 0
  const look = (color: string, dash: readonly number[]) => ({ color, letters: colors.letters[color] ?? color, dash })
  return lines.map((line) => {
    if (line.metric === 'learning-rate' && !taken.has('rate')) {
      taken.add('rate')
      return look(colors.rate, [5, 4])
    }
    if (!taken.has(line.split)) {
      taken.add(line.split)
      return look(colors.splits[line.split], [])
    }
    const color = colors.others[next++ % colors.others.length]!
    return look(color, line.split === 'train' ? [] : [6, 3])
  })
}

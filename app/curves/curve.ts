// A curve of the page: its columns are decoded when they are first looked at, and kept.

import type { PackedColumn, PackedSeries } from '../../src/diagnosis/page.ts'
import type { Axis, Split } from '../../src/record/series.ts'
import { type Blocks, blocksInSlices } from './blocks.ts'
import { decode, type Numbers } from './decode.ts'

export interface Columns {
  /** a coordinate that the record has for every row */
  readonly step?: Numbers
  readonly epoch?: Numbers
  readonly value: Numbers
  /** the extremes of each block of values, so that a window over millions of rows costs little */
  readonly blocks: Blocks
}

export interface Curve {
  readonly name: string
  readonly metric: string
  readonly split: Split
  readonly axis: Axis
  /** values that were read; the columns hold fewer `rows` where the page would have grown too large */
  readonly points: number
  readonly rows: number
  readonly hasStep: boolean
  readonly hasEpoch: boolean
  load(): Promise<Columns>
}

export function curvesOf(packed: readonly PackedSeries[]): readonly Curve[] {
  return packed.map((series) => {
    let loaded: Promise<Columns> | undefined
    const { name, metric, split, axis, points, rows } = series
    return {
      name,
      metric,
      split,
      axis,
      points,
      rows,
      hasStep: series.step !== undefined,
      hasEpoch: series.epoch !== undefined,
      load() {
        loaded ??= load(series)
        return loaded
      },
    }
  })
}

async function load(series: PackedSeries): Promise<Columns> {
  const { rows } = series
  const value = await column(series.value, rows)
  return {
    ...(series.step ? { step: await column(series.step, rows) } : {}),
    ...(series.epoch ? { epoch: await column(series.epoch, rows) } : {}),
    value,
    blocks: await blocksInSlices(value),
  }
}

const decoded = new Map<string, Promise<Numbers>>()

function column(packed: PackedColumn, rows: number): Promise<Numbers> {
  if (packed.kind === 'even') {
    const { start, step } = packed
    const out = new Float64Array(rows)
    for (let row = 0; row < rows; row++) out[row] = start + row * step
    return Promise.resolve(out)
  }
  const known = decoded.get(packed.id)
  if (known) return known
  const text = document.getElementById(packed.id)?.textContent ?? ''
  const numbers = decode(text, packed.type)
  decoded.set(packed.id, numbers)
  return numbers
}

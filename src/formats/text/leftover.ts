// Rows of named results that no dialect took for a log: read after all where a text holds nothing else.

import { directionOf, meaningOf } from '../../record/lexicon.ts'
import type { Pair } from './bars.ts'
import type { TextSink } from './dialect.ts'
import { numberOf } from './numbers.ts'

export interface Leftover {
  /** takes a line, whether it was understood or not */
  line(text: string): void
  /** a point was emitted: there is a log, and no row is needed */
  drop(): void
  /** tells the rows, in order and without a place, where no point has come */
  end(sink: TextSink): void
}

interface Row {
  /** the names of the row in their order; rows of one table have the same */
  readonly shape: string
  readonly pairs: readonly Pair[]
}

const MOST_ROWS = 20_000
const LONGEST_ROW = 1000

/** Opens the memory of rows; it is dropped with the first point. */
export function openLeftover(): Leftover {
  let rows: Row[] | undefined = []
  const regions: Pair[] = []
  return {
    line(text) {
      if (rows === undefined || rows.length + regions.length >= MOST_ROWS || text.length > LONGEST_ROW) return
      const row = rowOf(text)
      if (row !== undefined) rows.push(row)
      else regions.push(...regionOf(text))
    },
    drop() {
      rows = undefined
    },
    end(sink) {
      const told = [...tables(rows ?? []), ...(rows === undefined ? [] : regions)]
      for (const { name, value } of told) sink.point(name, value)
    },
  }
}

/** One row alone may be a setting, and rows that are all alike are settings that were printed again. */
function tables(rows: readonly Row[]): Pair[] {
  const first = new Map<string, string>()
  const differing = new Set<string>()
  for (const row of rows) {
    const text = textOf(row)
    const before = first.get(row.shape)
    if (before === undefined) first.set(row.shape, text)
    else if (before !== text) differing.add(row.shape)
  }
  return rows.filter((row) => differing.has(row.shape)).flatMap((row) => row.pairs)
}

function textOf(row: Row): string {
  return row.pairs.map((pair) => pair.value).join()
}

/** `name=value` or `name: value`, the value without quotes and calls, which code has. */
const PAIR = /\s*([A-Za-z][\w@./-]{0,40})(?:=|:[ \t])\s*([\w.+%/-]{1,40}|\[[-\w.,+ ]{0,40}\]\w{0,40})(?=[\s,|]|$)[,|]?/y

/** A row of nothing but two and more pairs, at least one of them a metric with a fraction. */
function rowOf(text: string): Row | undefined {
  if (!text.includes('=') && !text.includes(':')) return undefined
  const names: string[] = []
  const pairs: Pair[] = []
  PAIR.lastIndex = 0
  const whole = text.trimEnd()
  for (let at = 0; at < whole.length; at = PAIR.lastIndex) {
    const found = PAIR.exec(whole)
    if (found === null) return undefined
    const [, name, cell] = found as unknown as readonly [string, string, string]
    names.push(name)
    const value = numberOf(cell)
    if (value !== undefined && isResult(name, cell)) pairs.push({ name, value })
  }
  return names.length >= 2 && pairs.length > 0 ? { shape: names.join(' '), pairs } : undefined
}

/** Whole numbers count things; only a loss or a score with a fraction (or none at all) is a result. */
function isResult(name: string, cell: string): boolean {
  const { metric, known } = meaningOf(name)
  return known && directionOf(metric) !== 'none' && /^[-+]?(?:\d*\.\d|nan|inf)|\de-|%$/i.test(cell)
}

const REGION = /^\s*(Region \d{1,3}) (Avg IOU: .{1,200}?),?\s*count: (\d{1,9})\s*$/

/** Darknet's regions tell how its boxes lie; one without objects (`count: 0`, all nan) tells nothing. */
function regionOf(text: string): Pair[] {
  const found = text.includes(' Avg IOU: ') ? REGION.exec(text) : null
  if (found === null || Number(found[3]) === 0) return []
  return (found[2] as string).split(/,\s*/).flatMap((part) => {
    const [name, cell] = part.split(': ')
    const value = numberOf(cell ?? '')
    const told = name === 'Avg IOU' || name === 'Class' || name === 'Obj' || name === 'No Obj'
    return told && value !== undefined ? [{ name: `${found[1]} ${name}`, value }] : []
  })
}

// The data of an examination on the terminal: rows by split, the classes as bars, columns as small histograms.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedColumn, ReportedData } from '../../diagnosis/report-data.ts'
import { pad, width } from '../wrap.ts'
import { paragraph, type Sheet } from './sheet.ts'

const MOST_CLASSES = 6
const MOST_COLUMNS = 6
const BAR = 20
const BINS = 12

/** Nothing for a run without data; of a sound data set `most` columns. */
export function data(run: ExaminedRun, on: Sheet, most = MOST_COLUMNS): string[] {
  const { data: known } = run
  if (!known) return []
  return [...parts(known, on), ...classes(known, on), ...columns(known, on, most)]
}

function parts({ parts: list, count }: ReportedData, on: Sheet): string[] {
  const said = list.map((one) => `${name(one.split, on)} ${on.number(one.rows)}`).join(` ${on.symbols.dot} `)
  return paragraph(on, on.say('view.data.parts', { parts: said, columns: count }), 2)
}

function name(split: string, on: Sheet): string {
  return split === 'all' ? on.say('view.data.all') : split
}

/** A bar a class, of the first split; the shares of the others beside it. */
function classes({ parts: list, classes: all, label }: ReportedData, on: Sheet): string[] {
  if (all.length < 2 || label === undefined) return []
  const totals = list.map((_, i) =>
    Math.max(
      1,
      all.reduce((sum, one) => sum + one.rows[i]!, 0),
    ),
  )
  const shown = all.slice(0, MOST_CLASSES)
  const most = Math.max(...shown.map((one) => one.rows[0]! / totals[0]!))
  const names = shown.map((one) => on.line(`${label} ${one.label}`, 60))
  const room = Math.min(Math.floor(on.columns * 0.3), Math.max(...names.map(width)))
  const lines = shown.map((one, i) => {
    const shares = one.rows.map((rows, k) => rows / totals[k]!)
    const bar = on.symbols.blocks
      .at(-1)!
      .repeat(Math.max(shares[0]! > 0 ? 1 : 0, Math.round((BAR * shares[0]!) / most)))
    const told = shares.map((share, k) => `${name(list[k]!.split, on)} ${on.say('view.share', { share })}`).join('  ')
    return `  ${pad(names[i]!, room, on.symbols.cut)}  ${on.ink.cyan(pad(bar, BAR))}  ${on.ink.dim(told)}`
  })
  const more = all.length - shown.length
  return more > 0 ? [...lines, on.ink.dim(`  ${on.say('view.data.classes.more', { count: more })}`)] : lines
}

/** Columns that findings name stand first; each with a small histogram a split. */
function columns({ columns: all, count }: ReportedData, on: Sheet, most: number): string[] {
  const drawn = all.filter((one) => one.edges && one.role !== 'label')
  const shown = drawn.slice(0, most)
  if (shown.length === 0) return []
  const names = shown.map((one) => on.line(one.name, 60))
  const room = Math.min(Math.floor(on.columns * 0.3), Math.max(...names.map(width)))
  const each = Math.floor((on.columns - room - 4) / shown[0]!.splits.length)
  const lines = shown.map((one, i) => `  ${pad(names[i]!, room, on.symbols.cut)}  ${splitsOf(one, each, on)}`.trimEnd())
  const more = count - 1 - shown.length
  return more > 0 && most === MOST_COLUMNS
    ? [...lines, on.ink.dim(`  ${on.say('view.data.columns.more', { count: more })}`)]
    : lines
}

/** The histogram takes the room that its split's name, its mean and its missing cells leave. */
function splitsOf(one: ReportedColumn, each: number, on: Sheet): string {
  return one.splits
    .map((own) => {
      const before = one.splits.length > 1 ? `${name(own.split, on)} ` : ''
      const mean = own.mean === null ? '' : ` ${on.number(own.mean)}`
      const share = own.missing / Math.max(1, own.count)
      const missing =
        own.missing > 0 ? ` ${on.say('view.data.missing', { share: on.say('view.share', { share }) })}` : ''
      const room = each - 1 - width(before) - width(missing)
      const bins = Math.max(4, Math.min(BINS, room - width(mean)))
      const text = `${before}${shape(own.counts, bins, on)}${bins + width(mean) <= room ? mean : ''}${missing}`
      return pad(text, Math.max(0, each - 1), on.symbols.cut)
    })
    .join(' ')
}

/** Counts in fewer bins, as signs of eight heights. */
export function shape(counts: readonly number[], bins: number, on: Sheet): string {
  const sums = Array.from({ length: bins }, (_, i) => {
    const [from, to] = [
      Math.floor((i * counts.length) / bins),
      Math.max(Math.floor((i * counts.length) / bins) + 1, Math.floor(((i + 1) * counts.length) / bins)),
    ]
    return counts.slice(from, to).reduce((a, b) => a + b, 0) / (to - from)
  })
  const most = Math.max(1e-9, ...sums)
  const { blocks } = on.symbols
  return sums
    .map((sum) => (sum === 0 ? ' ' : blocks[Math.min(blocks.length - 1, Math.floor((sum / most) * blocks.length))]))
    .join('')
}

// What the columns of a printed table mean, from the names in its header.

import { meaningOf, wordsOf } from '../../record/lexicon.ts'
import type { Split } from '../../record/series.ts'
import { cellsOf, type Divider, dividersOf } from './cells.ts'
import { numberOf } from './numbers.ts'

export interface Column {
  readonly role: 'epoch' | 'step' | 'metric' | 'other'
  readonly name: string
}

export interface Header {
  readonly divider: Divider
  readonly columns: readonly Column[]
  /** the split that the layout tells: the rows of `Class Images ...` are of validation */
  readonly split: Split | undefined
  /** rows are of classes; only the row `all` is of the whole */
  readonly classes: boolean
  /** the header of a classification report, whose rows are no curve */
  readonly report: boolean
}

const EPOCH = /^(?:epochs?|ep|e|轮次?|эпоха)$/i
const STEP =
  /^(?:(?:global|train|current|training)[ _]?)?(?:steps?|iter|iters|iterations?|updates?|batch|#|timesteps|i)$/i
const LONE: Readonly<Record<string, string>> = {
  p: 'precision',
  r: 'recall',
  'box(p': 'precision',
  'mask(p': 'mask precision',
}

/** Reads a header: at least two names, most of them known; undefined for every other line. */
export function headerOf(text: string): Header | undefined {
  if (text.length > 2000) return undefined
  let best: Header | undefined
  for (const divider of dividersOf(text)) {
    const cells = cellsOf(text, divider)
    if (cells === undefined || cells.some((cell) => numberOf(cell) !== undefined)) continue
    const header = named(cells, divider)
    if (
      header !== undefined &&
      (best === undefined || (best.divider === 'wide' && metricsOf(header) > metricsOf(best)))
    )
      best = header
  }
  return best
}

function metricsOf(header: Header): number {
  return header.columns.filter((column) => column.role === 'metric').length
}

function named(cells: readonly string[], divider: Divider): Header | undefined {
  if (cells.some((cell) => cell.length > 60 || /[:={}'"]\s*[^\s.]|[.!?]$/.test(cell.replace(/\):$/, ''))))
    return undefined
  const classes = /^class$/i.test(cells[0] ?? '') && /^images$/i.test(cells[1] ?? '')
  const columns = cells.map((cell) => columnOf(cell, classes))
  const metrics = columns.filter((column) => column.role === 'metric').length
  const placed = columns.some((column) => column.role === 'epoch' || column.role === 'step')
  const known = columns.filter(
    (column, i) => column.role !== 'other' || meaningOf(cells[i] as string).metric === 'ignore',
  ).length
  if (metrics === 0 || (!placed && !classes && metrics < 2)) return undefined
  if (divider === 'blank' && (known < cells.length * 0.7 || cells.length < 3)) return undefined
  if (known < cells.length * 0.4) return undefined
  return { divider, columns, split: classes ? 'val' : undefined, classes, report: cells.includes('support') }
}

function columnOf(cell: string, classes: boolean): Column {
  const name = cell
    .replace(/\)?:$|(?<=^[^(]*)\)$/, '')
    .replace(/^\*+|\*+$/g, '')
    .trim()
  if (EPOCH.test(name)) return { role: 'epoch', name }
  if (STEP.test(name)) return { role: 'step', name }
  const lone = classes ? LONE[name.toLowerCase()] : undefined
  if (lone !== undefined) return { role: 'metric', name: lone }
  const meaning = meaningOf(name.replace(/[()]/g, ' '))
  const curve = meaning.known && meaning.metric !== 'ignore' && meaning.metric !== 'best'
  return { role: curve && wordsOf(name).length > 0 ? 'metric' : 'other', name }
}

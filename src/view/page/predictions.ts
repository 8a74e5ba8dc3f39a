// The predictions on the terminal beyond their scores: classes, probabilities, residuals, the worst rows, what they rest on.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedPredictions } from '../../diagnosis/report-model.ts'
import { aligned } from '../../locales/aligned.ts'
import { width } from '../wrap.ts'
import { calibration, confusion } from './classes.ts'
import { type Column, grid, taken } from './grid.ts'
import { residuals } from './residuals.ts'
import { heading, paragraph, type Sheet, some } from './sheet.ts'
import { heldOut, inkOfSplit, nameOfSplit } from './splits.ts'

const MOST_ROWS = 5
const MOST_FEATURES = 8
const BAR = 14
/** narrower than this, the cells of a row tell nothing */
const LEAST_CELLS = 16

/** Sections, each with lines of its own; none for a run without predictions. */
export function predictions({ predictions: known, data }: ExaminedRun, on: Sheet): string[][] {
  if (!known) return []
  return [
    confusion(known, on),
    calibration(known, on),
    residuals(known, on),
    worst(known, data?.label, on),
    importance(known, on),
  ]
}

/** The rows of the held-out split with the largest losses. */
function worst({ losses }: ReportedPredictions, label: string | undefined, on: Sheet): string[] {
  const known = heldOut(losses)
  const rows = known?.worst.slice(0, MOST_ROWS) ?? []
  if (!known || rows.length === 0) return []
  const { say } = on
  const regression = known.measure === 'mse'
  const column = (head: string, texts: readonly string[]): Column => ({
    head,
    cells: regression ? aligned(texts.map(Number), on.language) : texts.map((text) => on.line(text, 40)),
    right: regression,
    most: 24,
  })
  const losing = aligned(
    rows.map((one) => one.loss),
    on.language,
  )
  const places = rows.map(({ ref }) => (ref.row === undefined ? on.line(ref.file ?? '', 60) : on.number(ref.row)))
  const columns: Column[] = [
    {
      head: say('view.predictions.row'),
      cells: places,
      right: rows.every(({ ref }) => ref.row !== undefined),
      most: 24,
    },
    column(
      say('view.predictions.true'),
      rows.map((one) => one.truth),
    ),
    column(
      say('view.predictions.predicted'),
      rows.map(({ predicted, probability }) => `${predicted}${sureness(probability, on)}`),
    ),
    { head: say('view.predictions.loss'), cells: losing, right: true, ink: on.ink.bold },
  ]
  const texts = rows.map(({ ref }) => on.line(withoutLabel(ref.text, label), 200))
  const title = say('view.predictions.worst', { split: nameOfSplit(known.split, on) })
  return [...heading(on, title), ...withCells(columns, texts, on)]
}

function sureness(probability: number | undefined, on: Sheet): string {
  return probability === undefined ? '' : ` (${on.say('view.share', { share: probability })})`
}

/** The truth stands in a column of its own. */
function withoutLabel(text: string, label: string | undefined): string {
  return label !== undefined && text.startsWith(`${label} = `) ? text.slice(text.indexOf(', ') + 2) : text
}

/** What the row holds, as much of it as the line has room for. */
function withCells(columns: readonly Column[], texts: readonly string[], on: Sheet): string[] {
  const room = on.columns - taken(columns) - 2
  if (room < LEAST_CELLS || texts.every((one) => one === '')) return grid(columns, on)
  const cells = texts.map((one) => (width(one) > room ? headOf(one, room, on) : one))
  return grid([...columns, { head: '', cells, most: room, ink: on.ink.dim }], on)
}

/** The first cells of a row that fit, whole ones; none where not even the first does. */
function headOf(text: string, room: number, on: Sheet): string {
  const { cut: sign } = on.symbols
  const cells = text.split(', ')
  let count = cells.length
  while (count > 0 && width(`${cells.slice(0, count).join(', ')} ${sign}`) > room) count--
  return count === 0 ? '' : `${cells.slice(0, count).join(', ')} ${sign}`
}

/** A bar a feature for each split that was shuffled, the features of the held-out split first. */
function importance(known: ReportedPredictions, on: Sheet): string[] {
  const held = heldOut(known.importance)
  if (!held || held.features.length === 0) return []
  const { say } = on
  const shown = held.features.slice(0, MOST_FEATURES)
  const splits = known.importance.filter((one) => one.features.length > 0)
  const most = Math.max(1e-12, ...splits.flatMap((one) => one.features.map((feature) => feature.drop)))
  const drops = splits.map(({ features }) =>
    shown.map(({ feature }) => features.find((other) => other.feature === feature)?.drop ?? null),
  )
  const texts = aligned(drops.flat(), on.language)
  const bar = (drop: number | null) =>
    on.symbols.blocks.at(-1)!.repeat(drop === null || drop <= 0 ? 0 : Math.max(1, Math.round((BAR * drop) / most)))
  const columns = splits.flatMap(({ split }, k): Column[] => [
    {
      head: '',
      cells: drops[k]!.map((drop) => bar(drop).padEnd(BAR)),
      spare: splits.length - k,
      ink: inkOfSplit(split, on),
    },
    { head: nameOfSplit(split, on), cells: texts.slice(k * shown.length, (k + 1) * shown.length), right: true },
  ])
  const more = held.features.length - shown.length
  return [
    ...heading(on, say('view.predictions.importance', { measure: say(`view.predictions.measure.${held.measure}`) })),
    ...grid([{ head: '', cells: shown.map((one) => on.line(one.feature, 60)), most: 26 }, ...columns], on),
    ...(more > 0 ? [on.ink.dim(`  ${say('view.predictions.more', { count: more })}`)] : []),
    ...smallest(known, on),
  ]
}

function smallest({ smallestSet }: ReportedPredictions, on: Sheet): string[] {
  const known = heldOut(smallestSet)
  if (!known || known.steps.length === 0) return []
  const { enough, of, split } = known
  const names = some(
    on,
    known.steps.slice(0, enough).map((one) => on.line(one.feature, 40)),
    6,
  )
  return paragraph(on, on.say('view.predictions.enough', { enough, of, split: nameOfSplit(split, on), names }), 2)
}

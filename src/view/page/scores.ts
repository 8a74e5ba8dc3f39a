// The scores on the terminal: a line a split from the low to the high end of its interval, beside the constant guess.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedPredictions } from '../../diagnosis/report-model.ts'
import { aligned } from '../../locales/aligned.ts'
import type { Measure } from '../../record/model-tables.ts'
import { grid } from './grid.ts'
import { bullet, paragraph, type Sheet } from './sheet.ts'
import { inkOfSplit, nameOfSplit } from './splits.ts'

type Score = ReportedPredictions['scores'][number]

/** What a reader asks for first; the others stand on the page. */
const FIRST: readonly Measure[] = ['accuracy', 'log-loss', 'r2', 'rmse', 'macro-f1']
/** columns of the terminal for a line; fewer in a narrow window */
const [LINE, SHORT_LINE, NARROW] = [26, 14, 64]

/** Nothing for a run without predictions; `most` measures. */
export function scores({ predictions }: ExaminedRun, on: Sheet, most = 2): string[] {
  if (!predictions) return []
  const { parts, scores: all } = predictions
  const said = parts.map((one) => `${nameOfSplit(one.split, on)} ${on.number(one.rows)}`).join(` ${on.symbols.dot} `)
  const measures = FIRST.filter((measure) => all.some((one) => one.measure === measure)).slice(0, most)
  const left = parts.filter((one) => one.left > 0)
  return [
    ...paragraph(on, on.say('view.predictions.parts', { parts: said }), 2),
    ...table(
      measures.map((measure) => all.filter((one) => one.measure === measure)),
      on,
    ),
    ...left.flatMap(({ split, left: count }) =>
      bullet(on, on.symbols.note, on.say('view.predictions.left', { count, split: nameOfSplit(split, on) })),
    ),
  ]
}

function table(byMeasure: readonly (readonly Score[])[], on: Sheet): string[] {
  const { say, symbols } = on
  const rows = byMeasure.flat()
  if (rows.length === 0) return []
  const texts = byMeasure.flatMap((own) => written(own, on))
  const first = new Set(byMeasure.map(([one]) => one))
  const measure = (one: Score) => (first.has(one) ? say(`view.predictions.measure.${one.measure}`) : '')
  return grid(
    [
      { head: '', cells: rows.map(measure), most: 20 },
      { head: '', cells: rows.map((one) => nameOfSplit(one.split, on)) },
      {
        head: '',
        cells: byMeasure.flatMap((own) => own.map((one) => line(one, own, on))),
        spare: 1,
        ink: (text, i) => inkOfSplit(rows[i]!.split, on)(text),
      },
      {
        head: `${symbols.point} ${say('view.predictions.score')}`,
        cells: texts.map((one) => one.value),
        right: true,
        ink: (text) => on.ink.bold(text),
      },
      {
        head: `${symbols.rule} ${say('view.predictions.interval')}`,
        cells: texts.map(({ low, high }) => say('view.predictions.range', { low, high })),
        right: true,
        spare: 3,
        ink: on.ink.dim,
      },
      {
        head: `${symbols.tick} ${say('view.predictions.guess')}`,
        cells: texts.map((one) => one.constant),
        right: true,
        spare: 2,
        ink: on.ink.dim,
      },
    ],
    on,
  )
}

/** All numbers of one measure with as many decimals. */
function written(own: readonly Score[], on: Sheet) {
  const keys = ['value', 'low', 'high', 'constant'] as const
  const texts = aligned(
    keys.flatMap((key) => own.map((one) => one[key])),
    on.language,
  ).map((text) => (text === '–' ? on.symbols.none : text))
  const [value, low, high, constant] = keys.map((_, k) => texts.slice(k * own.length, (k + 1) * own.length))
  return own.map((_, i) => ({ value: value![i]!, low: low![i]!, high: high![i]!, constant: constant![i]! }))
}

/** All splits of one measure on one scale, which the constant guess belongs to. */
function line(one: Score, all: readonly Score[], on: Sheet): string {
  const wide = on.columns < NARROW ? SHORT_LINE : LINE
  const known = all
    .flatMap((score) => [score.low, score.high, score.value, score.constant ?? score.value])
    .filter(Number.isFinite)
  const [from, to] = [Math.min(...known), Math.max(...known)]
  const at = (value: number) => Math.round(((value - from) / (to - from || 1)) * (wide - 1))
  const signs = new Array<string>(wide).fill(' ')
  if (Number.isFinite(one.low) && Number.isFinite(one.high)) signs.fill(on.symbols.rule, at(one.low), at(one.high) + 1)
  if (one.constant !== null && Number.isFinite(one.constant)) signs[at(one.constant)] = on.symbols.tick
  if (Number.isFinite(one.value)) signs[at(one.value)] = on.symbols.point
  return signs.join('')
}

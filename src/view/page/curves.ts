// The curves as sparklines, with the first and the last value of each: the loss first, then what findings speak of.

import type { ExaminedRun, ReportedSeries } from '../../diagnosis/examination.ts'
import { directionOf } from '../../record/lexicon.ts'
import { type Sparkline, sparkline } from '../sparkline.ts'
import { pad, width } from '../wrap.ts'
import type { Sheet } from './sheet.ts'

const MOST_CURVES = 6
const WIDEST_BAR = 32
/** columns kept free for remarks behind the values, where there is room */
const REMARKS = 24
const SPLITS = { train: 0, val: 1, test: 2 }
const NAMES_A_SPLIT = /train|tr_|val|test|eval|dev/i

/** Lines for the curves that matter, at most `most`; says how many more there are. */
export function curves(run: ExaminedRun, on: Sheet, most = MOST_CURVES): string[] {
  // of a data set or a model there is other to show
  if (run.series.length === 0 && (run.data || run.model || run.predictions)) return []
  if (run.series.length === 0) return [`  ${on.say('view.curve.none')}`]
  const ranked = rank(run)
  const shown = ranked.slice(0, most)
  const names = shown.map((series) => on.line(label(series, run.series), 80))
  const ends = shown.map((series) => `${value(series.first, on)} ${on.symbols.arrow} ${value(series.last, on)}`)
  const room = rooms(on, names, ends, Math.max(...shown.map((series) => series.shape.length)))
  const lines = shown.map((series, i) => {
    const start = `  ${pad(names[i]!, room.name, on.symbols.cut)}  `
    return curve(series, start, room.bar, pad(ends[i]!, room.ends), on)
  })
  const more = ranked.length - shown.length
  if (more === 0 || most < MOST_CURVES) return lines
  return [...lines, on.ink.dim(`  ${on.say('view.curve.more', { count: more })}`)]
}

/** Columns for the name, the bar and the two values, so that all curves stand under each other. */
function rooms(on: Sheet, names: readonly string[], ends: readonly string[], points: number) {
  const name = Math.min(Math.floor(on.columns * 0.28), Math.max(...names.map(width)))
  const end = Math.max(...ends.map(width))
  const left = on.columns - name - end - 6
  return { name, ends: end, bar: Math.max(4, Math.min(WIDEST_BAR, points, left - (left > 40 ? REMARKS : 0))) }
}

function rank(run: ExaminedRun): ReportedSeries[] {
  const spoken = new Set<string>()
  for (const finding of run.findings)
    for (const exhibit of finding.exhibits)
      if (exhibit.kind === 'curve') for (const line of exhibit.lines) spoken.add(`${line.name}\n${line.split}`)
  const weight = (series: ReportedSeries): number => {
    if (series.metric === 'loss') return SPLITS[series.split]
    const known = series.metric === 'accuracy' ? 20 : series.metric === 'learning-rate' ? 50 : 40
    return (spoken.has(`${series.name}\n${series.split}`) ? 10 : known) + SPLITS[series.split]
  }
  return [...run.series].sort((a, b) => weight(a) - weight(b))
}

/** The user's own name; the split is added where only it tells two curves apart. */
function label(series: ReportedSeries, all: readonly ReportedSeries[]): string {
  const alone = !all.some((other) => other.metric === series.metric && other.split !== series.split)
  if (NAMES_A_SPLIT.test(series.name)) return series.name
  return alone ? series.name : `${series.name} (${series.split})`
}

function curve(series: ReportedSeries, start: string, room: number, ends: string, on: Sheet): string {
  const drawn = sparkline(series.shape, room, on.symbols)
  const ink = series.split === 'train' ? on.ink.cyan : series.split === 'val' ? on.ink.yellow : on.ink.green
  const bar = ink(drawn.text) + ' '.repeat(Math.max(0, room - width(drawn.text)))
  const left = on.columns - width(start) - room - 2 - width(ends) - 3
  const all = remarks(series, drawn.scale, on)
  const said = all.filter((_, i) => width(all.slice(0, i + 1).join(', ')) <= left).join(', ')
  return `${start}${bar}  ${said === '' ? ends.trimEnd() : `${ends}   ${on.ink.dim(said)}`}`
}

function value(one: number | string | null, on: Sheet): string {
  if (one === null) return on.symbols.none
  return typeof one === 'number' ? on.number(one) : on.line(one, 12)
}

function remarks(series: ReportedSeries, scale: Sparkline['scale'], on: Sheet): string[] {
  const out: string[] = []
  if (series.nonFinite > 0) out.push(on.say('view.curve.nonFinite', { count: series.nonFinite }))
  const { min, max } = series
  const direction = directionOf(series.metric)
  // an extreme that is one of the two ends is already on the line
  const news = (value: number | null) =>
    value !== null && ![series.first, series.last].some((end) => same(end, value, on))
  if (scale === 'peaks') out.push(on.say('view.curve.peak', { value: max }))
  else if (direction === 'down' && news(min)) out.push(on.say('view.curve.lowest', { value: min }))
  else if (direction === 'up' && news(max)) out.push(on.say('view.curve.highest', { value: max }))
  if (scale === 'log') out.push(on.say('view.curve.log'))
  return out
}

function same(end: number | string | null, value: number, on: Sheet): boolean {
  return typeof end === 'number' && on.number(end) === on.number(value)
}

// The examination as a page for the terminal: calm, short, exact, and no wider than the window.

import type { Examination, ExaminedRun } from '../diagnosis/examination.ts'
import { nameOf } from './page/name.ts'
import { overview } from './page/overview.ts'
import { run } from './page/run.ts'
import { type Paper, paragraph, type Sheet, sheet } from './page/sheet.ts'
import { cut, width } from './wrap.ts'

/** So many runs are shown in full; the rest stand in the overview. */
const MOST_IN_FULL = 8

export interface TerminalOptions extends Paper {
  /** name every question that could not be asked, not only those that matter most */
  readonly listUnchecked?: boolean
}

/**
 * The page, ending in a newline. Every line fits `columns` (40 to 92 are used). Text that came from the user's files
 * appears without control sequences and hidden characters, and cut to a sane length.
 */
export function terminal(examination: Examination, options: TerminalOptions): string {
  const on = sheet(options)
  const { runs } = examination
  const listed = options.listUnchecked === true
  const pages: string[][] =
    runs.length === 0
      ? [paragraph(on, on.say('view.empty'), 0)]
      : runs.length === 1
        ? [[...masthead(examination, runs[0]!, on), '', ...run(runs[0]!, listed, on)]]
        : several(runs, listed, on)
  return `${pages.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`
}

function several(runs: readonly ExaminedRun[], listed: boolean, on: Sheet): string[][] {
  const ranked = [...runs].sort((a, b) => order(a) - order(b))
  const shown = ranked.slice(0, MOST_IN_FULL)
  const rest = ranked.length - shown.length
  return [
    overview(runs, on),
    ...shown.map((one) => [rule(one, on), '', ...run(one, listed, on)]),
    ...(rest > 0 ? [paragraph(on, on.say('view.overview.rest', { count: rest }), 0)] : []),
  ]
}

function order(run: ExaminedRun): number {
  return { ill: 0, undecided: 1, healthy: 2 }[run.verdict]
}

/** The tool, the run and what was read of it, on one line. */
function masthead(examination: Examination, one: ExaminedRun, on: Sheet): string[] {
  const points = one.sources.reduce((sum, source) => sum + source.points, 0)
  const formats = [...new Set(one.sources.map((source) => on.line(source.format, 30)))].slice(0, 4).join(', ')
  const version = `whyloss ${on.line(examination.whyloss, 20)}`
  const said = isOf(one, ['data', 'predictions']) ? on.say('view.rows', { points }) : on.say('view.points', { points })
  // of a model the sources count tensors beside rows, which make no sum
  const read = [formats, one.model && one.series.length === 0 ? '' : said]
    .filter((part) => part !== '')
    .join(` ${on.symbols.dot} `)
  const left = on.columns - width(version) - width(read) - 6
  if (left < 8) return [on.ink.dim(version), ...paragraph(on, `${nameOf(one, on)} ${on.symbols.dot} ${read}`, 0)]
  const name = cut(nameOf(one, on), left, on.symbols.cut)
  return [`${on.ink.dim(version)}   ${on.ink.bold(name)}   ${on.ink.dim(read)}`]
}

/** Whether nothing but sources of these formats was read. */
function isOf({ sources }: ExaminedRun, formats: readonly string[]): boolean {
  return sources.length > 0 && sources.every((source) => formats.includes(source.format))
}

/** A line across the page that carries the name of the run below it. */
function rule(one: ExaminedRun, on: Sheet): string {
  const name = cut(nameOf(one, on), on.columns - 8, on.symbols.cut)
  const rest = Math.max(0, on.columns - width(name) - 4)
  return `${on.ink.dim(on.symbols.rule.repeat(2))} ${on.ink.bold(name)} ${on.ink.dim(on.symbols.rule.repeat(rest))}`
}

// Several runs at a glance: one line each.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import { sparkline } from '../sparkline.ts'
import { cut, pad, width, wrap } from '../wrap.ts'
import { title } from './causes.ts'
import { nameOf } from './name.ts'
import type { Sheet } from './sheet.ts'

const MOST_LINES = 30
const BAR = 12
const ORDER = { ill: 0, undecided: 1, healthy: 2 }

/** A headline with the counts, then a line for each run: its sign, its name, its loss, its first cause. */
export function overview(runs: readonly ExaminedRun[], on: Sheet): string[] {
  const count = (verdict: ExaminedRun['verdict']) => runs.filter((run) => run.verdict === verdict).length
  const counts = { ill: count('ill'), undecided: count('undecided'), healthy: count('healthy') }
  // where not all fit, the ill come first; else they stand as they were given
  const ranked = runs.length > MOST_LINES ? [...runs].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]) : runs
  const shown = ranked.slice(0, MOST_LINES)
  const names = withoutFolder(shown.map((run) => nameOf(run, on)))
  const room = Math.min(Math.floor(on.columns * 0.38), Math.max(...names.map(width)))
  const more = runs.length - shown.length
  return [
    on.ink.bold(on.say('view.overview', { count: runs.length, ...counts })),
    '',
    ...shown.map((run, i) => line(run, pad(names[i]!, room, on.symbols.cut), on)),
    ...(more > 0 ? [on.ink.dim(`  ${on.say('view.overview.more', { count: more })}`)] : []),
  ]
}

/** The names without the folder, and without the file name, that all of them share. */
function withoutFolder(names: readonly string[]): readonly string[] {
  const paths = names.map((name) => name.split('/'))
  const shortest = Math.min(...paths.map((parts) => parts.length))
  const all = (at: (parts: readonly string[]) => string | undefined) =>
    paths.every((parts) => at(parts) === at(paths[0]!))
  let shared = 0
  while (shared < shortest - 1 && all((parts) => parts[shared])) shared += 1
  const end = shared < shortest - 1 && all((parts) => parts.at(-1)) ? -1 : undefined
  return paths.map((parts) => parts.slice(shared, end).join('/'))
}

function line(run: ExaminedRun, name: string, on: Sheet): string {
  const loss = run.series.find((series) => series.metric === 'loss') ?? run.series[0]
  const bar = on.columns < 60 ? '' : `  ${pad(loss ? sparkline(loss.shape, BAR, on.symbols).text : '', BAR)}`
  const left = on.columns - 6 - width(name) - width(bar)
  return `  ${sign(run, on)} ${name}${bar}  ${says(run, left, on)}`
}

function sign(run: ExaminedRun, on: Sheet): string {
  if (run.verdict === 'healthy') return on.ink.green(on.symbols.well)
  return run.verdict === 'ill' ? on.ink.red(on.symbols.strong) : on.symbols.open
}

/** The verdict, or the first cause and, where there is room, how sure it is. */
function says(run: ExaminedRun, columns: number, on: Sheet): string {
  const first = run.diagnosis.find((entry) => entry.kind === 'fault' || run.verdict !== 'ill')
  if (run.verdict === 'healthy' || !first) return cut(on.say(`view.verdict.${run.verdict}`), columns, on.symbols.cut)
  const cause = title(first.cause, on)
  const certainty = on.say(`view.certainty.${first.certainty}`)
  const both = on.say('view.overview.cause', { cause, certainty })
  return width(both) <= columns ? both : (wrap(cause, columns)[0] ?? '')
}

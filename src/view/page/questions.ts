// The questions that named no cause: answered with no, not asked for want of evidence, or broken.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import { bullet, paragraph, row, type Sheet, some } from './sheet.ts'

const MOST_CLEAR = 16
const MOST_GROUPS = 4
const MOST_CHECKS_OF_A_GROUP = 3

/** `all` lists every question that was not asked; otherwise the few whose evidence would open the most questions. */
export function questions(run: ExaminedRun, all: boolean, on: Sheet): string[][] {
  return [notFound(run, on), notChecked(run, all, on), broken(run, on)].filter((lines) => lines.length > 0)
}

/** How many of the questions could be asked; what had no bearing on this run counts as asked. */
export function coverage(run: ExaminedRun): { asked: number; all: number; unasked: number } {
  const { found, clear, irrelevant, unasked, broken } = run.checks
  const asked = found + clear + irrelevant + broken
  return { asked, all: asked + unasked, unasked }
}

function notFound(run: ExaminedRun, on: Sheet): string[] {
  if (run.clear.length === 0) return []
  const names = run.clear.map((one) => on.line(one.check, 60))
  return [
    on.ink.bold(on.say('view.notFound', { count: names.length })),
    ...row(on, shorten(names, MOST_CLEAR, on), 2).map(on.ink.dim),
  ]
}

function shorten(names: readonly string[], most: number, on: Sheet): string[] {
  if (names.length <= most) return [...names]
  return [...names.slice(0, most), on.say('view.more', { count: names.length - most })]
}

function notChecked(run: ExaminedRun, all: boolean, on: Sheet): string[] {
  const groups = byRecipe(run)
  if (groups.length === 0) return []
  const shown = all ? groups : groups.slice(0, MOST_GROUPS)
  const rest = groups.slice(shown.length).reduce((sum, group) => sum + group.checks.length, 0)
  return [
    on.ink.bold(on.say('view.notChecked', { count: run.unasked.length })),
    ...shown.flatMap((group) => {
      const names = group.checks.map((name) => on.line(name, 60))
      const list = some(on, names, all ? names.length : MOST_CHECKS_OF_A_GROUP)
      return [...bullet(on, on.symbols.open, list), ...paragraph(on, on.line(group.how), 6).map(on.ink.dim)]
    }),
    ...(rest > 0 ? bullet(on, on.symbols.open, on.say('view.notChecked.more', { count: rest })) : []),
  ]
}

/** Questions that lack the same evidence, most questions first: one thing to log may open many of them. */
function byRecipe(run: ExaminedRun): { how: string; checks: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const { check, how } of run.unasked) groups.set(how, [...(groups.get(how) ?? []), check])
  return [...groups].map(([how, checks]) => ({ how, checks })).sort((a, b) => b.checks.length - a.checks.length)
}

function broken(run: ExaminedRun, on: Sheet): string[] {
  if (run.broken.length === 0) return []
  return [
    on.ink.bold(on.say('view.broken')),
    ...run.broken.flatMap((one) => paragraph(on, `${on.line(one.check, 60)}: ${on.line(one.error, 200)}`, 2)),
  ]
}

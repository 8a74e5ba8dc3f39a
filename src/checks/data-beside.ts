// How much a fault of the data weighs: by itself in an audit, and beside a run by whether its curves show what it does.

import type { CauseId } from '../causes/index.ts'
import type { DataSplit, RowRef } from '../record/data-tables.ts'
import type { RunRecord } from '../record/run.ts'
import type { Split } from '../record/series.ts'
import { ends, pair, pairOfShares } from './curves.ts'
import type { Exhibit, Finding, Value } from './finding.ts'
import { clearlyBelow, trainAndHeldOut } from './predicted.ts'
import { symptomOf } from './symptoms.ts'

/** A fault of the data beside a run that shows nothing of it is possible, not likely. */
const UNSHOWN = 2
/** What a run that shows it adds. */
const SHOWN = 0.8
/** Losses of two splits are equal within this share. */
const EQUAL = 0.02
/** And far apart beyond this one. */
const FAR = 0.25

export interface Beside {
  readonly weight: number
  /** whether the run, if there is one, shows what the cause does */
  readonly shown: boolean
  /** whether there is a run with curves that could show it */
  readonly judged: boolean
}

/** `alone`: the weight in an audit; `shows`: whether a run's curves are as the fault makes them. */
export function beside(run: RunRecord, alone: number, shows: (run: RunRecord) => boolean): Beside {
  const curves = run.series.some((one) => one.metric === 'loss' || one.metric === 'accuracy')
  if (!curves && run.tables.scores === undefined) return { weight: alone, shown: true, judged: false }
  const shown = shows(run)
  return { weight: shown ? alone + SHOWN : Math.min(alone, UNSHOWN), shown, judged: true }
}

/** The part of a finding that says that a cause was seen at its own place. */
export function seenAs(cause: CauseId, { shown, weight }: Pick<Beside, 'shown' | 'weight'>): Pick<Finding, 'sees'> {
  return shown && weight >= UNSHOWN ? { sees: cause } : {}
}

/** The training learns less than it should, or what it learns is lost. */
export function suffers(run: RunRecord): boolean {
  return symptomOf(run).grade > 0
}

export function turnsNonFinite(run: RunRecord): boolean {
  return symptomOf(run).course === 'not-finite'
}

/** Something is left to explain. */
export function notWell(run: RunRecord): boolean {
  return !symptomOf(run).well
}

/** The held-out loss ends at or below that of training, or the held-out score at or above. */
export function heldOutAsGood(run: RunRecord): boolean {
  const { train, val, test } = trainAndHeldOut(run.tables.scores ?? [])
  if (train && [val, test].some((one) => one && one.model.value >= train.model.low)) return true
  const losses = pair(run.series.filter((one) => one.metric === 'loss'))
  if (losses && ends(losses.val).last <= above(ends(losses.train).last, EQUAL)) return true
  const shares = pairOfShares(run.series.filter((one) => one.metric === 'accuracy'))
  return shares !== undefined && ends(shares.val).last >= ends(shares.train).last
}

/** The held-out loss ends far above that of training, or what was predicted scores clearly below. */
export function heldOutAbove(run: RunRecord): boolean {
  const { train, val, test } = trainAndHeldOut(run.tables.scores ?? [])
  if (train && [val, test].some((one) => one && clearlyBelow(train.model, one.model, EQUAL * 2))) return true
  const losses = pair(run.series.filter((one) => one.metric === 'loss'))
  if (losses && ends(losses.val).last > above(ends(losses.train).last, FAR)) return true
  const shares = pairOfShares(run.series.filter((one) => one.metric === 'accuracy'))
  return shares !== undefined && ends(shares.val).last < ends(shares.train).last - EQUAL * 2
}

/** Half the sum of the differences of the class shares of two splits, 0..1; 0 where they are not known. */
export function labelsApart({ tables }: RunRecord, between: readonly [DataSplit, DataSplit]): number {
  const labels = tables.labels ?? []
  const [first, second] = between.map((split) => {
    const own = labels.filter((one) => one.split === split)
    const total = own.reduce((sum, one) => sum + one.rows, 0)
    return new Map(own.map((one) => [one.label, one.rows / Math.max(1, total)]))
  }) as [Map<string, number>, Map<string, number>]
  if (first.size === 0 || second.size === 0) return 0
  const names = new Set([...first.keys(), ...second.keys()])
  return [...names].reduce((sum, name) => sum + Math.abs((first.get(name) ?? 0) - (second.get(name) ?? 0)), 0) / 2
}

/** A loss may be below 0. */
function above(loss: number, share: number): number {
  return loss + share * Math.abs(loss)
}

/** `all` is no split of a finding. */
export function splitOf(split: DataSplit): { readonly split?: Split } {
  return split === 'all' ? {} : { split }
}

/** Rows side by side, as a person finds them again. */
export function rowTable(
  title: `exhibit.${string}`,
  refs: readonly RowRef[],
  more: readonly (readonly Value[])[] = [],
  names: readonly string[] = [],
): Exhibit {
  const files = new Set(refs.map((one) => one.file)).size > 1
  const columns = ['split', ...(files ? ['file'] : []), 'row', ...names, 'cells']
  const rows = refs.map((ref, i) => [
    ref.split,
    ...(files ? [(ref.file ?? '').split(/[\\/]/).slice(-2).join('/')] : []),
    ref.row ?? '–',
    ...(more[i] ?? []),
    ref.text,
  ])
  return { kind: 'table', title, columns, rows }
}

/** Names of the first few columns, and how many more there are. */
export function fewNames(names: readonly string[], most = 3): string {
  const all = [...new Set(names)]
  const first = all
    .slice(0, most)
    .map((one) => one.slice(0, 40))
    .join(', ')
  return all.length > most ? `${first}, …` : first
}

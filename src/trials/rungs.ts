// Successive halving as the trials go (Li et al., 2018): a trial that is behind at a rung gives its place to another.

import type { TrialRow, Yardstick } from '../record/trials.ts'
import { better } from './yardstick.ts'

type Curve = TrialRow['curve']

/** Shares of the training at which a trial must be among the better half of what came so far, or better than the baseline. */
const RUNGS = [0.25, 0.5, 0.75] as const
/** with fewer others the first rung asks nothing: early on a slow start is no verdict */
const OTHERS = 2

/** What was reached at a share of the training: the last value up to there; undefined before the first. */
export function at(curve: Curve, share: number): number | null | undefined {
  // a training of three epochs has no value at a quarter
  return (
    curve.findLast(([where]) => where <= share + 1e-9)?.[1] ??
    (curve.length > 0 && curve[0]![0] <= share ? null : undefined)
  )
}

/**
 * Whether a trial should be ended at the rung that it has just passed. `others`: curves of the other trials on the same
 * seed. Pure; the same curves give the same answer in whatever order they are asked.
 */
export function isBehind(curve: Curve, others: readonly Curve[], baseline: Curve, yardstick: Yardstick): boolean {
  const reached = curve.at(-1)?.[0] ?? 0
  const rung = RUNGS.findLast((one) => reached >= one)
  if (rung === undefined || reached >= 1) return false
  const mine = at(curve, rung)
  if (mine === undefined) return false
  if (mine === null) return true
  const own = at(baseline, rung)
  const beatsBaseline = own === null || own === undefined || better(yardstick, mine, own) > 0
  const rivals = others.map((one) => at(one, rung)).filter((one) => one !== undefined)
  const ahead = rivals.filter((one) => one !== null && better(yardstick, one, mine) > 0).length
  if (rung === RUNGS[0]) return rivals.length >= OTHERS && !beatsBaseline && ahead * 2 >= rivals.length
  return (!beatsBaseline && ahead > 0) || (rivals.length >= OTHERS && ahead * 2 > rivals.length)
}

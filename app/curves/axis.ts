// Puts the curves of a run on one axis where their coordinates allow it: steps, epochs, or epochs turned into steps.

import type { Axis } from '../../src/record/series.ts'
import type { Columns, Curve } from './curve.ts'
import type { Numbers } from './decode.ts'
import { lowerBound } from './m4.ts'

export interface Group {
  readonly axis: Axis
  readonly curves: readonly Curve[]
}

/** One group where all curves share an axis; else one for each axis. */
export function groupsOf(curves: readonly Curve[]): readonly Group[] {
  if (curves.length === 0) return []
  const inSteps = curves.some((curve) => curve.axis === 'step')
  if (inSteps && curves.every((curve) => curve.hasStep)) return [{ axis: 'step', curves }]
  if (curves.every((curve) => curve.hasEpoch)) return [{ axis: 'epoch', curves }]
  if (curves.every((curve) => curve.hasStep)) return [{ axis: 'step', curves }]
  const both = curves.find((curve) => curve.hasStep && curve.hasEpoch && curve.rows > 1)
  if (both) return [{ axis: 'step', curves: curves.map((curve) => (curve.hasStep ? curve : inStepsOf(curve, both))) }]
  const own = (axis: Axis) => curves.filter((curve) => (axis === 'step' ? curve.hasStep : !curve.hasStep))
  return (['step', 'epoch'] as const)
    .map((axis) => ({ axis, curves: own(axis) }))
    .filter((one) => one.curves.length > 0)
}

/** A curve that lies in epochs, at the steps at which another one has those epochs. */
function inStepsOf(curve: Curve, clock: Curve): Curve {
  const load = async (): Promise<Columns> => {
    const [own, told] = await Promise.all([curve.load(), clock.load()])
    const { epoch } = own
    if (!epoch || !told.epoch || !told.step) return own
    const [epochs, steps] = [told.epoch, told.step]
    return { ...own, step: Float64Array.from(epoch, (one) => between(epochs, steps, one)) }
  }
  return { ...curve, hasStep: true, load }
}

/** The value of `y` at the position `at` of the ascending `x`, on the line between its neighbours or beyond its ends. */
export function between(x: Numbers, y: ArrayLike<number>, at: number): number {
  const after = Math.min(x.length - 1, Math.max(1, lowerBound(x, at)))
  const before = after - 1
  const wide = x[after]! - x[before]!
  if (!(wide > 0)) return y[before]!
  return y[before]! + ((at - x[before]!) / wide) * (y[after]! - y[before]!)
}

// Keeps what cells print that do not train, scores of models and tables of results, from being read as a curve.

import type { Emit, Entry, Point } from '../../record/entry.ts'
import { meaningOf } from '../../record/lexicon.ts'
import type { Told } from './table.ts'

const MOST_HELD = 10_000
/** so many losses without a place are those of a loop */
const ROWS = 3

interface Curve {
  first: Point
  count: number
}

export interface Gate {
  take(entry: Entry): void
  /** the cell ends */
  end(): void
}

/**
 * The values of a cell pass when it ends, if it shows that it trains: by a curve that goes on to a later step or epoch,
 * or by losses one after the other; but not where they only show again what was told. Of other cells, which evaluate,
 * those pass that name an epoch and a loss, or a split that has no curve yet. What else is said passes at once.
 */
export function openGate(emit: Emit, told: Told): Gate {
  const held: Entry[] = []
  const curves = new Map<string, Curve>()
  let trains = false
  /** too much is held to wait for the end of the cell */
  let passing = false
  const release = () => {
    passing = true
    for (const entry of held) emit(entry)
    held.length = 0
  }
  return {
    take(entry) {
      if (passing || (entry.kind !== 'point' && entry.kind !== 'run')) return emit(entry)
      held.push(entry)
      trains ||= entry.kind === 'point' && goesOn(entry, curves)
      if (held.length > MOST_HELD) release()
    },
    end() {
      const all = held.filter((entry) => entry.kind === 'point')
      if (trains && !told.known(all)) release()
      const points = trains ? [] : all
      const placed = points.some((point) => point.epoch !== undefined && meaningOf(point.name).metric === 'loss')
      for (const point of points) passSingle(point, placed, told, emit)
      held.length = 0
      curves.clear()
      trains = passing = false
    },
  }
}

function goesOn(point: Point, curves: Map<string, Curve>): boolean {
  const key = `${point.split ?? ''} ${point.name}`
  const curve = curves.get(key)
  if (!curve) {
    curves.set(key, { first: point, count: 1 })
    return false
  }
  curve.count++
  const { first } = curve
  if (later(first.epoch, point.epoch) || later(first.step, point.step)) return true
  return curve.count >= ROWS && meaningOf(point.name).metric === 'loss'
}

function later(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && now !== undefined && now > before
}

/** A value by itself: a step beside it may be any number that was printed, and so may an epoch without a loss. */
function passSingle(point: Point, placed: boolean, told: Told, emit: Emit): void {
  const split = point.split ?? meaningOf(point.name).split
  if (placed && point.epoch !== undefined) {
    if (!told.repeats(point)) emit(point)
  } else if (split !== undefined && !told.begun([point])) emit({ ...point, step: undefined, epoch: undefined })
}

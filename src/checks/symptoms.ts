// What the training loss suffers from, if from anything: deep evidence names a cause only beside such a symptom.

import { factOf, type RunRecord } from '../record/run.ts'
import { change } from '../signal/plateau.ts'
import { ends, hasNonFinite, heldOutOrTrain, main, relativeFall, shareAtEnd, trainLoss } from './curves.ts'
import { chance, classCount, classifies, lossKind } from './task.ts'

export type Course = 'not-finite' | 'rises' | 'never-fell' | 'stands' | 'swings' | 'falls' | 'unknown'

export interface Symptom {
  readonly course: Course
  /** 0: none seen; 1: the loss does less than it should; 2: nothing is learnt, or what was learnt is lost */
  readonly grade: 0 | 1 | 2
  /** the loss is as low, or the accuracy as high, as one could wish: there is nothing to explain */
  readonly well: boolean
  /** the loss begins far above what knowing nothing costs */
  readonly high: boolean
  readonly metric: string
  readonly first: number
  readonly last: number
}

/** Fewer values say nothing; below `EARLY` steps a loss that has not fallen yet is only a weak sign. */
const FEW = 5
const EARLY = 50
/** Parts of what knowing nothing costs: nothing learnt above the first, well learnt below the second. */
const NOTHING = 0.93
const WELL = 0.3
/** How many times the cost of knowing nothing a first loss is high; taken from the check `first-loss`. */
const HIGH = 2.2
/** Relative falls: none below the first; too little below the second, where no level is known. */
const NONE = 0.04
const HALF = 0.5
const SWING = 0.3
const RISE = 0.1
const GOOD = 0.93
/** An accuracy, or a loss as a part of what knowing nothing costs, that leaves nothing to explain. */
const VERY_GOOD = 0.95
const VERY_WELL = 0.05
/** A part of what knowing nothing costs above which right answers are given without much confidence. */
const HARDLY = 0.15
const ABOVE_CHANCE = 0.05

const known = new WeakMap<RunRecord, Symptom>()

/** The symptom of a run's training loss, of its validation loss where there is no other. */
export function symptomOf(run: RunRecord): Symptom {
  const old = known.get(run)
  if (old) return old
  const made = look(run)
  known.set(run, made)
  return made
}

/** The weight of that grade where something is wrong that can be seen itself: less beside a loss that falls, none beside one that is well. */
export function weighed(
  { grade, well }: Pick<Symptom, 'grade' | 'well'>,
  fair: number,
  some: number,
  much: number,
): number {
  return grade === 0 ? (well ? 0 : fair) : grade === 1 ? some : much
}

/** The weight of that grade: none where nothing is wrong. */
export function graded({ grade }: Pick<Symptom, 'grade'>, some: number, much: number): number {
  return grade === 0 ? 0 : grade === 1 ? some : much
}

/** What a claim says of the loss: its name, its first and its last level. */
export function lossValues({ metric, first, last }: Symptom) {
  return { metric, first, last }
}

function look(run: RunRecord): Symptom {
  const loss = run.series.filter((one) => one.metric === 'loss')
  const series = trainLoss(run) ?? main(loss, 'val')
  if (!series)
    return {
      course: 'unknown',
      grade: 0,
      well: false,
      high: false,
      metric: 'loss',
      first: Number.NaN,
      last: Number.NaN,
    }
  const { first, last } = ends(series.value)
  const blank = blankCost(run)
  const high = blank !== undefined && first > HIGH * blank
  const reached = reachedOf(run)
  const course = hasNonFinite(series)
    ? 'not-finite'
    : series.value.length < FEW
      ? 'unknown'
      : courseOf(series.value, reached, blank)
  const early = series.axis === 'step' && series.value.length < EARLY && course === 'never-fell'
  const grade = early ? 1 : GRADES[course]
  const low = blank !== undefined ? last < VERY_WELL * blank : last < VERY_WELL * Math.abs(first)
  const well =
    grade === 0 &&
    course === 'falls' &&
    (low || ((reached.share ?? 0) > VERY_GOOD && (blank === undefined || last < HARDLY * blank)))
  return { course, grade, well, high, metric: series.name, first, last }
}

const GRADES = { 'not-finite': 2, rises: 2, 'never-fell': 2, stands: 1, swings: 1, falls: 0, unknown: 0 } as const

interface Reached {
  readonly share: number | undefined
  readonly chance: number | undefined
}

function reachedOf(run: RunRecord): Reached {
  const accuracy = run.series.filter((one) => one.metric === 'accuracy')
  return { share: shareAtEnd(main(accuracy, 'train') ?? heldOutOrTrain(accuracy)), chance: chance(run) }
}

/** `blank`: what knowing nothing costs; undefined where the task does not tell. */
function courseOf(values: Float64Array, reached: Reached, blank: number | undefined): Course {
  const moved = change(values)
  const error = (1.25 * moved.noise) / Math.sqrt(Math.max(1, values.length / 10))
  const clearly = 3 * Math.SQRT2 * error
  if (reached.share !== undefined && reached.share > GOOD) return 'falls'
  if (-moved.fall > Math.max(RISE * Math.abs(moved.first), clearly)) return 'rises'
  const atChance = reached.share !== undefined && reached.share < (reached.chance ?? -1) + ABOVE_CHANCE
  if (atChance || (blank !== undefined && moved.last > NOTHING * blank)) return 'never-fell'
  if (blank !== undefined && moved.last < WELL * blank) return 'falls'
  const fall = relativeFall(moved)
  if (fall < NONE || moved.fall < clearly) return 'never-fell'
  if (moved.noise > SWING * (blank ?? Math.abs(moved.first))) return 'swings'
  return fall < HALF ? 'stands' : 'falls'
}

/** The loss of an answer that knows nothing of the inputs: ln K, or the spread of the targets as that loss counts it. */
export function blankCost(run: RunRecord): number | undefined {
  const classes = classCount(run)
  if (classifies(run)) return classes === undefined ? undefined : Math.log(classes)
  const spread = factOf(run, 'target_spread')
  if (lossKind(run) !== 'regression' || spread === undefined || !(spread > 0)) return undefined
  const loss = factOf(run, 'loss_function')
  if (loss === 'mse') return spread * spread
  // mean absolute deviation of a normal sample
  return loss === 'mae' ? spread * Math.sqrt(2 / Math.PI) : undefined
}

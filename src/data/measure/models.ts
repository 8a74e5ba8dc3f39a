// What simple models learn from the training data: their scores, the labels that they doubt, and how they grow with rows.

import type { Baseline, LabelErrors, LearningPoint, RowRef, TellingColumn } from '../../record/data-tables.ts'
import { encode, type Matrix } from '../learn/encode.ts'
import { shuffled } from '../learn/folds.ts'
import { type Foreseen, foresee, type Model, type Question } from '../learn/foresee.ts'
import { accuracyOf, r2Of, type Score } from '../learn/score.ts'
import type { Frame } from '../sample.ts'
import type { Label } from './label.ts'
import { labelErrors, together } from './label-errors.ts'
import { aloneOf, tellingOf } from './telling.ts'

export interface Learnt {
  readonly baselines: readonly Baseline[]
  readonly telling: readonly TellingColumn[]
  readonly learningCurve: readonly LearningPoint[]
  readonly suspiciousLabels: readonly LabelErrors[]
}

export interface Learning {
  readonly frame: Frame
  readonly matrix: Matrix
  /** training rows with a label */
  readonly rows: Int32Array
  readonly label: Label
  readonly groups: Float64Array | undefined
  readonly seed: number
  refOf(row: number): RowRef
}

const NOTHING: Learnt = { baselines: [], telling: [], learningCurve: [], suspiciousLabels: [] }
const ROWS = 20
/** More classes than these are too many for models that have an output each. */
const CLASSES = 60
const MODELS: readonly Model[] = ['linear', 'neighbours', 'trees']
const SHARES = [0.25, 0.5, 1]

export function learn(given: Learning): Learnt {
  const { rows, label, matrix } = given
  const seen = new Set(Array.from(rows, (row) => label.target[row]!))
  if (rows.length < ROWS || seen.size < 2 || label.classes > CLASSES || matrix.columns === 0) return NOTHING
  const question = questionOf(given, matrix, rows)
  const foreseen = new Map(MODELS.map((model) => [model, foresee(question, model)]))
  const scores = new Map([...foreseen].map(([model, one]) => [model, scoreOf(one, given, rows)]))
  const guess = constantScore(given)
  const measure = label.classes > 0 ? 'accuracy' : 'r2'
  const baselines: Baseline[] = [
    { model: 'constant', measure, ...guess },
    ...MODELS.map((model) => ({ model, measure, ...scores.get(model)! }) as const),
  ]
  const best = MODELS.reduce((a, b) => (scores.get(b)!.score > scores.get(a)!.score ? b : a))
  return {
    baselines,
    telling: told(given, guess.score, best),
    learningCurve: growth(given, best),
    suspiciousLabels: label.classes > 0 ? [doubts(given, foreseen)] : [],
  }
}

function questionOf({ label, groups, seed }: Learning, matrix: Matrix, rows: Int32Array): Question {
  return { matrix, rows, classes: label.classes, target: label.target, groups, seed }
}

function scoreOf(foreseen: Foreseen, { label }: Learning, rows: Int32Array): Score {
  const asked = foreseen.part ?? rows
  return label.classes > 0 ? accuracyOf(foreseen, asked, label.target) : r2Of(foreseen, asked, label.target)
}

/** The most frequent class, or the mean. */
function constantScore({ rows, label }: Learning): Score {
  if (label.classes === 0) return { score: 0, error: 0 }
  const counts = new Float64Array(label.classes)
  for (const row of rows) counts[label.target[row]!]! += 1
  const score = Math.max(...counts) / rows.length
  const seen = counts.filter((one) => one > 0).length
  return { score, error: Math.sqrt((score * (1 - score)) / rows.length), balanced: 1 / seen }
}

/** The column that tells most is also left out once, to see what the others know. */
function told(given: Learning, guess: number, model: Model): TellingColumn[] {
  const { frame, rows, label, seed } = given
  const alone = aloneOf(frame, rows, label.target, label.classes, seed)
  const train = new Set(rows)
  return tellingOf(alone, guess, (column) => {
    const matrix = encode(frame, (row) => train.has(row), new Set([column]))
    return matrix.columns === 0 ? guess : scoreOf(foresee(questionOf(given, matrix, rows), model), given, rows).score
  })
}

/** The best model on a quarter, a half and all of the rows. */
function growth(given: Learning, model: Model): LearningPoint[] {
  const measure = given.label.classes > 0 ? 'accuracy' : 'r2'
  const chance = shuffled(given.rows, given.seed)
  return SHARES.map((share) => {
    const rows = chance.slice(0, Math.round(share * Math.min(chance.length, 8_000)))
    const { score, error } = scoreOf(foresee(questionOf(given, given.matrix, rows), model), given, rows)
    return { rows: rows.length, measure, score, error } as const
  })
}

/** A model counts among those that doubt labels where its accuracy is so near that of the best. */
const NEAR_BEST = 0.05

/** The models that foresaw every row and are nearly the best, together. */
function doubts({ rows, label, refOf }: Learning, foreseen: ReadonlyMap<Model, Foreseen>): LabelErrors {
  const whole = [...foreseen].filter(([, one]) => !one.part)
  const able = whole.map(([model, one]) => ({
    foreseen: model === 'linear' ? asShares(one) : one,
    accuracy: accuracyOf(one, rows, label.target).score,
  }))
  const best = Math.max(...able.map((one) => one.accuracy))
  const both = together(able.filter((one) => one.accuracy > best - NEAR_BEST).map((one) => one.foreseen))
  const { score } = accuracyOf(both, rows, label.target)
  return labelErrors({
    foreseen: both,
    rows,
    target: label.target,
    accuracy: score,
    refOf,
    wordOf: (code) => label.words[code] ?? String(code),
  })
}

/** How sharply outputs of the linear model, about -1 to 1, become shares: 1 against -1 is as good as sure. */
const SHARP = 4

/** Outputs of the linear model as shares that sum to 1. */
function asShares({ width, values }: Foreseen): Foreseen {
  const out = values.map((value) => Math.exp(SHARP * Math.max(-2, Math.min(2, value))))
  for (let i = 0; i < out.length; i += width) {
    let sum = 1e-9
    for (let k = 0; k < width; k++) sum += out[i + k]!
    for (let k = 0; k < width; k++) out[i + k]! /= sum
  }
  return { width, values: out }
}

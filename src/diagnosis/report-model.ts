// The model and its predictions as every view draws them: layers with their weights, scores, losses, classes, calibration, features.

import type { DataSplit } from '../record/data-tables.ts'
import type {
  Calibration,
  Confusion,
  Importance,
  LossesOfSplit,
  Measure,
  PredictedTask,
  Residuals,
  Segment,
  SmallestSet,
} from '../record/model-tables.ts'
import type { RunRecord } from '../record/run.ts'

export interface ReportedModel {
  readonly path: string
  readonly format: string
  readonly bytes: number
  readonly parameters: number
  readonly ordered: boolean
  /** in all, and at most 200 of them */
  readonly count: number
  readonly layers: readonly {
    readonly name: string
    readonly kind: string
    readonly shape?: readonly (number | null)[]
    readonly parameters?: number
    readonly activation?: string
    /** its tensors, kernels first; at most 4 */
    readonly weights: readonly {
      readonly tensor: string
      readonly role: string
      readonly shape: readonly number[]
      readonly mean: number
      readonly spread: number
      readonly min: number
      readonly max: number
      readonly zero: number
      readonly nonFinite: number
      readonly edges: readonly number[]
      readonly counts: readonly number[]
    }[]
  }[]
}

export interface ReportedPredictions {
  readonly task: PredictedTask
  readonly classes: readonly string[]
  readonly parts: readonly {
    readonly split: DataSplit
    readonly source: string
    readonly rows: number
    readonly left: number
  }[]
  readonly scores: readonly {
    readonly split: DataSplit
    readonly measure: Measure
    readonly value: number
    readonly low: number
    readonly high: number
    /** of a constant guess */
    readonly constant: number | null
  }[]
  readonly losses: readonly LossesOfSplit[]
  readonly confusion: readonly (Omit<Confusion, 'recall' | 'precision'> & {
    readonly recall: readonly (number | null)[]
    readonly precision: readonly (number | null)[]
  })[]
  readonly calibration: readonly Calibration[]
  readonly residuals: readonly Residuals[]
  readonly segments: readonly Segment[]
  readonly importance: readonly {
    readonly split: DataSplit
    readonly measure: Measure
    readonly score: number
    readonly features: readonly Omit<Importance, 'split' | 'measure' | 'score'>[]
  }[]
  readonly smallestSet: readonly SmallestSet[]
}

const MOST_LAYERS = 200
const MOST_TENSORS = 4
const MOST_FEATURES = 40

/** Undefined for a record without a model file. */
export function reportModel({ tables }: RunRecord): ReportedModel | undefined {
  const [file] = tables.modelFile ?? []
  if (!file) return undefined
  const { layers = [], weights = [] } = tables
  return {
    path: file.path,
    format: file.format,
    bytes: file.bytes,
    parameters: file.parameters,
    ordered: file.ordered,
    count: layers.length,
    layers: layers.slice(0, MOST_LAYERS).map(({ name, kind, shape, parameters, activation }) => ({
      name,
      kind,
      ...(shape === undefined ? {} : { shape }),
      ...(parameters === undefined ? {} : { parameters }),
      ...(activation === undefined ? {} : { activation }),
      weights: weights
        .filter((one) => one.layer === name)
        .slice(0, MOST_TENSORS)
        .map(({ tensor, role, shape, mean, spread, min, max, zero, nonFinite, histogram }) => ({
          tensor,
          role,
          shape,
          mean: short(mean),
          spread: short(spread),
          min: short(min),
          max: short(max),
          zero: short(zero),
          nonFinite: short(nonFinite),
          edges: (histogram?.edges ?? []).map(short),
          counts: histogram?.counts ?? [],
        })),
    })),
  }
}

/** Undefined for a record without predictions. */
export function reportPredictions({ tables }: RunRecord): ReportedPredictions | undefined {
  const [first] = tables.predictions ?? []
  if (!first) return undefined
  const { scores = [], confusion = [] } = tables
  return {
    task: first.task,
    classes: first.classes.slice(0, 100),
    parts: tables.predictions!.map(({ split, source, rows, left }) => ({ split, source, rows, left })),
    scores: scores
      .filter((one) => one.of === 'model')
      .map(({ split, measure, value, low, high }) => ({
        split,
        measure,
        value: short(value),
        low: short(low),
        high: short(high),
        constant: plain(
          scores.find((one) => one.of === 'constant' && one.split === split && one.measure === measure)?.value,
        ),
      })),
    losses: tables.exampleLosses ?? [],
    confusion: confusion.map((one) => ({ ...one, recall: one.recall.map(plain), precision: one.precision.map(plain) })),
    calibration: tables.calibration ?? [],
    residuals: tables.residuals ?? [],
    segments: tables.segments ?? [],
    importance: importanceOf(tables.importance ?? []),
    smallestSet: tables.smallestSet ?? [],
  }
}

/** By split, the features that matter most first. */
function importanceOf(rows: readonly Importance[]): ReportedPredictions['importance'] {
  return [...new Set(rows.map((one) => one.split))].map((split) => {
    const own = rows.filter((one) => one.split === split).sort((a, b) => b.drop - a.drop)
    const features = own.slice(0, MOST_FEATURES).map(({ split: _, measure: _measure, score: _score, ...one }) => one)
    return { split, measure: own[0]!.measure, score: own[0]!.score, features }
  })
}

function plain(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : short(value)
}

/** Six digits are more than a picture shows. */
function short(value: number): number {
  return Number(value.toPrecision(6))
}

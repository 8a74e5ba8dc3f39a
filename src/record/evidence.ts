// The one list of what producers and checks meet on. Edited by hand, on purpose: a new kind of evidence is a decision.

import type { FactName, FactValues } from './fact.ts'
import type { RunEvent, RunRecord } from './run.ts'
import { factOf } from './run.ts'
import type { Series } from './series.ts'
import type { Tables } from './tables.ts'

/** Evidence that is a family of curves: every series of one metric, any split. */
type Curves = {
  loss: readonly Series[]
  accuracy: readonly Series[]
  /** every other metric that has a direction (record/lexicon.ts) */
  metrics: readonly Series[]
  learningRate: readonly Series[]
  /** of the whole run first, then one a layer (`layer` is set); likewise the next two */
  gradientNorm: readonly Series[]
  weightNorm: readonly Series[]
  /** size of an update against the size of the weights that it changes, a step */
  updateRatio: readonly Series[]
  /** what a step did to the loss of its own batch, as a share of that loss; below 0 it fell */
  stepChange: readonly Series[]
  /** what the gradients foretold of that, as the same share: their inner product with the step */
  stepForetold: readonly Series[]
  /** one a layer: share of units that are 0 for every example of the batch, 0..1 */
  deadShare: readonly Series[]
  /** one a layer: share of tanh and sigmoid values within 1 % of their bounds, 0..1 */
  saturatedShare: readonly Series[]
  /** one a layer: standard deviation of what it puts out */
  activationSpread: readonly Series[]
  /** the loss of the train batch in eval mode, beside the loss of the same batch in train mode */
  evalLossOnTrain: readonly Series[]
  lossScale: readonly Series[]
  dataLoss: readonly Series[]
  penalty: readonly Series[]
}

/** Evidence that is one fact; its name is the fact's in camel case. */
type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S
type FactEvidence = { [Name in FactName as `${Camel<Name>}Fact`]: FactValues[Name] }

export interface Evidence extends Curves, FactEvidence, Required<Tables> {
  events: readonly RunEvent[]
  /** the whole record, for readings that join many curves */
  run: RunRecord
}
export type EvidenceName = keyof Evidence

const METRIC_OF: { readonly [Name in keyof Curves]: string | undefined } = {
  loss: 'loss',
  accuracy: 'accuracy',
  metrics: undefined,
  learningRate: 'learning-rate',
  gradientNorm: 'gradient-norm',
  weightNorm: 'weight-norm',
  updateRatio: 'update-ratio',
  stepChange: 'step-change',
  stepForetold: 'step-foretold',
  deadShare: 'dead-share',
  saturatedShare: 'saturated-share',
  activationSpread: 'activation-spread',
  evalLossOnTrain: 'eval-loss-on-train',
  lossScale: 'loss-scale',
  dataLoss: 'data-loss',
  penalty: 'penalty',
}
/** Tables that the data exam fills, and nothing else. */
const OF_DATA = [
  'parts',
  'profile',
  'labels',
  'duplicates',
  'conflicts',
  'nearDuplicates',
  'suspiciousLabels',
  'outlierRows',
  'shift',
  'baselines',
  'telling',
  'overlaps',
  'learningCurve',
  'rowOrder',
  'splitDistance',
  'pictures',
] as const satisfies readonly (keyof Tables)[]
const DATA_EVIDENCE: ReadonlySet<string> = new Set(OF_DATA)
/** Tables that the model exam fills, and nothing else. */
const OF_MODEL = [
  'modelFile',
  'weights',
  'predictions',
  'scores',
  'exampleLosses',
  'confusion',
  'calibration',
  'residuals',
  'segments',
  'importance',
  'smallestSet',
] as const satisfies readonly (keyof Tables)[]
const MODEL_EVIDENCE: ReadonlySet<string> = new Set(OF_MODEL)
const TABLES: ReadonlySet<string> = new Set<keyof Tables>([
  'layers',
  'initialWeights',
  'inputs',
  'targets',
  'outputs',
  'lossCalls',
  'optimizers',
  'exampleLoss',
  'order',
  'trial',
  ...OF_DATA,
  ...OF_MODEL,
])
const NOT_SCORES = new Set(Object.values(METRIC_OF).filter((metric) => metric !== undefined))

/** The evidence of that name, or undefined where the record has none. */
export function evidence<Name extends EvidenceName>(record: RunRecord, name: Name): Evidence[Name] | undefined {
  return look(record, name) as Evidence[Name] | undefined
}

/** Whether evidence of that name comes from the data exam alone. */
export function isOfData(name: EvidenceName): boolean {
  return DATA_EVIDENCE.has(name)
}

/** Whether evidence of that name comes from the model exam alone. */
export function isOfModel(name: EvidenceName): boolean {
  return MODEL_EVIDENCE.has(name)
}

/** Whether the record is of a data set, and of no training and no model. */
export function isAudit(record: RunRecord): boolean {
  return record.tables.parts !== undefined && record.series.length === 0 && !hasModel(record)
}

/** Whether the record is of a model or its predictions, and of no training. */
export function isInspection(record: RunRecord): boolean {
  return record.series.length === 0 && hasModel(record)
}

function hasModel({ tables }: RunRecord): boolean {
  return tables.modelFile !== undefined || tables.predictions !== undefined
}

function look(record: RunRecord, name: EvidenceName): unknown {
  if (name === 'run') return record
  if (TABLES.has(name)) return record.tables[name as keyof Tables]
  if (name === 'events') return record.events.length > 0 ? record.events : undefined
  if (name in METRIC_OF) return curves(record, METRIC_OF[name as keyof Curves])
  return factOf(record, snake(name) as FactName) ?? printed(record, METRIC_OF_SETTING[name])
}

/** Settings that logs print beside the loss; where nothing was stated, the first printed value above 0 is the setting. */
const METRIC_OF_SETTING: Readonly<Record<string, string>> = {
  learningRateFact: 'learning-rate',
  weightDecayFact: 'weight-decay',
  momentumFact: 'momentum',
}

function printed(record: RunRecord, metric: string | undefined): number | undefined {
  if (metric === undefined) return undefined
  return record.series.find((series) => series.metric === metric)?.value.find((one) => one > 0)
}

function curves(record: RunRecord, metric: string | undefined): readonly Series[] | undefined {
  const all = record.series.filter((series) =>
    metric === undefined ? !NOT_SCORES.has(series.metric) : series.metric === metric,
  )
  if (all.length === 0) return undefined
  return all.some((series) => series.layer !== undefined) ? [...all].sort(wholeFirst) : all
}

function wholeFirst(a: Series, b: Series): number {
  return Number(a.layer !== undefined) - Number(b.layer !== undefined)
}

function snake(name: string): string {
  return name.replace(/Fact$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

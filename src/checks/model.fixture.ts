// Rows of what the model exam finds in a sound model and in what it predicts, for the tests of the checks of both.

import type { DataSplit } from '../record/data-tables.ts'
import type {
  Calibration,
  Confusion,
  Importance,
  LossesOfSplit,
  Measure,
  ModelFile,
  PredictedPart,
  Residuals,
  Score,
  Segment,
  SmallestSet,
  WeightRow,
} from '../record/model-tables.ts'
import type { Layer } from '../record/tables.ts'
import { ref } from './data.fixture.ts'
import { type RunBuilder, run } from './run.fixture.ts'

export function modelFile(how: Partial<ModelFile> = {}): ModelFile {
  return { path: 'model.onnx', format: 'onnx', bytes: 40_000, tensors: 6, parameters: 9_000, ordered: true, ...how }
}

/** A layer with a weight matrix, and the activation that its file tells. */
export function dense(name: string, fanIn: number, fanOut: number, activation?: string): Layer {
  const parameters = fanIn * fanOut + fanOut
  return { name, kind: 'Dense', parameters, fanIn, fanOut, ...(activation !== undefined && { activation }) }
}

/** 64 units of 32 inputs that were trained: no unit is dead or alike, no initialiser draws such values. */
export function kernel(layer: string, how: Partial<WeightRow> = {}): WeightRow {
  return {
    layer,
    kind: 'Dense',
    tensor: `${layer}.weight`,
    role: 'kernel',
    shape: [64, 32],
    count: 2048,
    mean: 0,
    spread: 0.2,
    min: -0.9,
    max: 0.8,
    zero: 0,
    nonFinite: 0,
    fanIn: 32,
    fanOut: 64,
    deadUnits: 0,
    equalUnits: 0,
    deadInputs: 0,
    units: 64,
    uniformDistance: 0.2,
    normalDistance: 0.02,
    ...how,
  }
}

/** The same as an initialiser drew it: evenly between these bounds, of which the ends are nearly reached. */
export function drawn(layer: string, bound: number, how: Partial<WeightRow> = {}): WeightRow {
  const [min, max] = [-0.999 * bound, 0.998 * bound]
  return kernel(layer, { min, max, spread: bound / Math.sqrt(3), uniformDistance: 0.012, ...how })
}

/** Another tensor of a layer, of one value a unit. */
export function vector(layer: string, role: WeightRow['role'], how: Partial<WeightRow> = {}): WeightRow {
  const { fanIn: _in, fanOut: _out, units: _units, deadUnits: _dead, equalUnits: _equal, ...own } = kernel(layer)
  const { deadInputs: _inputs, uniformDistance: _uniform, normalDistance: _normal, ...row } = own
  return { ...row, role, tensor: `${layer}.${role}`, shape: [64], count: 64, ...how }
}

/** Running mean and variance of a BatchNorm that saw data, but for what is said of the variance. */
export function statistics(layer: string, variance: Partial<WeightRow> = {}, mean: Partial<WeightRow> = {}) {
  const kind = 'BatchNorm'
  return [
    vector(layer, 'mean', { kind, min: -0.4, max: 0.6, ...mean }),
    vector(layer, 'variance', { kind, mean: 0.9, min: 0.3, max: 2.1, ...variance }),
  ]
}

/** Before the first batch: mean 0 and variance 1. */
export function fresh(layer: string) {
  return statistics(layer, { mean: 1, spread: 0, min: 1, max: 1 }, { spread: 0, min: 0, max: 0, zero: 1 })
}

export function predicted(split: DataSplit, rows: number, how: Partial<PredictedPart> = {}): PredictedPart {
  const source = `predictions-${split}.csv`
  const classes = ['cat', 'dog']
  return {
    split,
    source,
    rows,
    left: 0,
    nonFinite: 0,
    task: 'classification',
    classes,
    outputs: 'probabilities',
    ...how,
  }
}

export interface Scoring {
  /** half the width of the interval */
  readonly error?: number
  /** what a constant guess scores */
  readonly guess?: number
}

/** One measure of one split: of the model, and of a constant guess. */
export function scored(split: DataSplit, measure: Measure, value: number, how: Scoring = {}): Score[] {
  const { error = 0.03, guess = 0.5 } = how
  return [
    { split, of: 'model', measure, value, low: value - error, high: value + error },
    { split, of: 'constant', measure, value: guess, low: guess, high: guess },
  ]
}

/** Accuracy, and the balanced one: the mean of the recalls of two classes. */
export function accuracy(split: DataSplit, value: number, how: Scoring & { readonly balanced?: number } = {}): Score[] {
  const { balanced = value } = how
  return [
    ...scored(split, 'accuracy', value, how),
    ...scored(split, 'balanced-accuracy', balanced, { ...how, guess: 0.5 }),
  ]
}

/** R2, of which guessing the mean has none, and the error of targets with a spread of 1. */
export function r2(split: DataSplit, value: number, how: Scoring = {}): Score[] {
  return [
    ...scored(split, 'r2', value, { guess: 0, ...how }),
    ...scored(split, 'rmse', Math.sqrt(Math.max(0, 1 - value)), { ...how, guess: 1 }),
  ]
}

/** Log-losses of rows that are told well. */
export function losses(how: Partial<LossesOfSplit> = {}): LossesOfSplit {
  return {
    split: 'train',
    measure: 'log-loss',
    count: 800,
    mean: 0.2,
    quantiles: [0.001, 0.004, 0.02, 0.07, 0.2, 0.9, 2],
    carried: 0.12,
    histogram: { edges: [1e-4, 1e-2, 1, 10], counts: [100, 600, 100] },
    sureAndWrong: 0,
    worst: [worstRow(3)],
    ...how,
  }
}

/** Squared errors; the worst row's is `worst`. */
export function squares(worst: number, how: Partial<LossesOfSplit> = {}): LossesOfSplit {
  return losses({ measure: 'mse', worst: [{ ref: ref(7), truth: '90', predicted: '4', loss: worst }], ...how })
}

export function worstRow(loss: number): LossesOfSplit['worst'][number] {
  return { ref: ref(7), truth: 'cat', predicted: 'dog', probability: 0.95, loss }
}

/** Counted from its cells, [true][predicted]; the classes are named a, b, c, ... unless their names are given. */
export function confusion(
  split: DataSplit,
  cells: readonly (readonly number[])[],
  classes = cells.map((_, i) => 'abcdefghij'[i] ?? String(i)),
): Confusion {
  const trues = cells.map(sum)
  const saids = cells.map((_, k) => sum(cells.map((row) => row[k]!)))
  const all = sum(trues)
  const right = cells.map((row, i) => row[i]!)
  return {
    split,
    classes,
    cells,
    recall: right.map((one, i) => one / trues[i]!),
    precision: right.map((one, i) => one / saids[i]!),
    trueShare: trues.map((one) => one / all),
    predictedShare: saids.map((one) => one / all),
    accuracy: sum(right) / all,
    renamed: best(cells) / all,
  }
}

/** The most rows that any other order of the columns makes right, by trying all. */
function best(cells: readonly (readonly number[])[]): number {
  const [first, ...rest] = cells
  if (!first) return 0
  const without = (k: number) => rest.map((row) => row.filter((_, i) => i !== k))
  return Math.max(...first.map((one, k) => one + best(without(k))))
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0)
}

/** 1000 test rows whose probabilities mean what they say. */
export function calibration(how: Partial<Calibration> = {}): Calibration {
  return {
    split: 'test',
    rows: 1000,
    ece: 0.02,
    eceByChance: 0.015,
    confidence: 0.86,
    accuracy: 0.85,
    loss: 0.38,
    temperature: 1.05,
    lossThen: 0.379,
    eceThen: 0.018,
    bins: [
      { confidence: 0.6, accuracy: 0.58, rows: 200 },
      { confidence: 0.92, accuracy: 0.92, rows: 800 },
    ],
    certain: 0,
    rowsShown: [],
    ...how,
  }
}

/** Targets from -2 to 2 with a spread of 1, of which the predictions explain nine tenths. */
export function residuals(how: Partial<Residuals> = {}): Residuals {
  return {
    split: 'test',
    rows: 200,
    r2: 0.9,
    rmse: 0.32,
    mae: 0.25,
    ofRange: 0.08,
    ofSpread: 0.32,
    mean: 0,
    range: [-2, 2],
    spread: 1,
    predictedRange: [-1.9, 1.8],
    predictedSpread: 0.95,
    intercept: 0,
    slope: 1,
    r2Then: 0.9,
    atBound: 0.005,
    beyond: 0.01,
    widening: 0.05,
    curved: 0.02,
    truth: [-2, -1, 0, 1, 2],
    predicted: [-1.9, -1.1, 0.1, 0.9, 1.8],
    ...how,
  }
}

/** A part of the test where 40 of 50 rows are right, as elsewhere. */
export function segment(how: Partial<Segment> = {}): Segment {
  const part = {
    column: 'age',
    where: '18 … 30',
    rows: 50,
    measure: 'accuracy',
    score: 0.8,
    rest: 0.82,
    z: 0.3,
  } as const
  return { split: 'test', ...part, ...how }
}

export function importance(feature: string, drop: number, how: Partial<Importance> = {}): Importance {
  return { split: 'test', feature, drop, error: 0.005, measure: 'accuracy', score: 0.9, ...how }
}

/** Every one of these features in turn, with what it costs to shuffle it. */
export function importances(drops: Readonly<Record<string, number>>, how: Partial<Importance> = {}): Importance[] {
  return Object.entries(drops).map(([feature, drop]) => importance(feature, drop, how))
}

/** The features of the set in the order in which they were added; each brings as much as the others. */
export function smallestSet(features: readonly string[], how: Partial<SmallestSet> = {}): SmallestSet {
  const steps = features.map((feature, i) => ({ feature, score: 0.5 + (0.4 * (i + 1)) / features.length }))
  return { split: 'test', measure: 'accuracy', whole: 0.9, steps, enough: features.length, of: 6, ...how }
}

/** Predictions of two splits and their accuracies; nothing else was measured. */
export function classified(train: number, test: number, how: Scoring & { readonly rows?: number } = {}): RunBuilder {
  return run()
    .table('predictions', predicted('train', 800), predicted('test', how.rows ?? 400))
    .table('scores', ...accuracy('train', train, how), ...accuracy('test', test, how))
}

/** The same of quantities, scored by R2. */
export function regressed(train: number, test: number, how: Scoring & { readonly rows?: number } = {}): RunBuilder {
  const quantity = { task: 'regression', classes: [], outputs: 'values' } as const
  return run()
    .table('predictions', predicted('train', 800, quantity), predicted('test', how.rows ?? 400, quantity))
    .table('scores', ...r2('train', train, how), ...r2('test', test, how))
}

/** A model file and its layers; nothing was predicted. */
export function stored(...layers: readonly Layer[]): RunBuilder {
  const parameters = sum(layers.map((one) => one.parameters ?? 0))
  return run()
    .table('modelFile', modelFile({ parameters }))
    .layers(...layers)
}

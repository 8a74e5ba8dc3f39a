// Inspected runs for the tests of this room: a sound classifier of three classes, a regression, and one with hostile names.

import type { ExaminedRun } from '../diagnosis/examination.ts'
import type { ReportedModel, ReportedPredictions } from '../diagnosis/report-model.ts'
import { healthy, hostile, ill } from './examinations.fixture.ts'

type Of<Key extends keyof ReportedPredictions> = ReportedPredictions[Key][number]

const SPLITS = ['train', 'val', 'test'] as const
const ROWS = { train: 198, val: 66, test: 66 }
const range = (count: number) => Array.from({ length: count }, (_, i) => i)

function layer(name: string, kind: string, sides: readonly [number, number], activation?: string) {
  const counts = range(32).map((i) => Math.round(40 * Math.exp(-(((i - 15) / 6) ** 2))))
  const edges = range(33).map((i) => -0.8 + i * 0.05)
  const values = { mean: 0.004, spread: 0.234, min: -0.8, max: 0.8, zero: 0, nonFinite: 0, edges, counts }
  return {
    ...{ name, kind, shape: [null, sides[0]], parameters: sides[0] * sides[1] + sides[0] },
    ...(activation === undefined ? {} : { activation }),
    weights: [{ tensor: `${name}.weight`, role: 'kernel', shape: sides, ...values }],
  }
}

export const opened: ReportedModel = {
  ...{ path: 'model.onnx', format: 'onnx', bytes: 18_900, parameters: 4611, ordered: true, count: 4 },
  layers: [
    layer('hidden.0', 'Linear', [64, 3], 'relu'),
    { name: 'dropout', kind: 'Dropout', weights: [] },
    layer('hidden.2', 'Linear', [64, 64], 'relu'),
    layer('output', 'Linear', [3, 64], 'softmax'),
  ],
}

const score = (split: Of<'scores'>['split'], measure: Of<'scores'>['measure'], value: number, constant: number) => ({
  ...{ split, measure, value, constant },
  ...{ low: value - 0.06, high: value + 0.05 },
})

function losses(split: (typeof SPLITS)[number], measure: Of<'losses'>['measure']): Of<'losses'> {
  const edges = range(41).map((i) => 1e-4 * 10 ** (i / 8))
  const worst = range(9).map((i) => ({
    ref: {
      split,
      row: 5 + 7 * i,
      file: 'test.csv',
      text: `species = Chinstrap, bill_depth_mm = -0.${i}, body_mass_g = -1.9`,
    },
    ...(measure === 'mse' ? { truth: '1.44372', predicted: '4.1511' } : { truth: 'Chinstrap', predicted: 'Adelie' }),
    ...(measure === 'mse' ? {} : { probability: 0.999 - i / 50 }),
    loss: 6.63 - i / 2,
  }))
  return {
    ...{ split, measure, count: ROWS[split], mean: 0.605, carried: 0.17, sureAndWrong: 0.03, worst },
    quantiles: [0, 0.001, 0.01, 0.042, 0.4, 2.7, 6],
    histogram: { edges, counts: range(40).map((i) => (i === 0 ? 120 : (7 * i) % 9)) },
  }
}

const confusion = (split: (typeof SPLITS)[number]): Of<'confusion'> => ({
  split,
  classes: ['Adelie', 'Gentoo', 'Chinstrap'],
  cells: [
    [22, 0, 7],
    [0, 24, 0],
    [8, 0, 5],
  ],
  ...{ recall: [0.759, 1, 0.385], precision: [0.733, 1, null], trueShare: [0.44, 0.36, 0.2] },
  ...{ predictedShare: [0.45, 0.36, 0.18], accuracy: 0.773, renamed: 0.773 },
})

const calibration = (split: (typeof SPLITS)[number]): Of<'calibration'> => ({
  ...{ split, rows: ROWS[split], ece: 0.139, eceByChance: 0.067, confidence: 0.893, accuracy: 0.773, loss: 0.605 },
  ...{ temperature: 2.93, lossThen: 0.425, eceThen: 0.06, certain: 0 },
  bins: [
    { confidence: 0.58, accuracy: 0.5, rows: 4 },
    { confidence: 0.91, accuracy: 0.83, rows: 12 },
    { confidence: 0.99, accuracy: 0.86, rows: 50 },
  ],
  rowsShown: [
    { probabilities: [0, 0.001, 0.999], truth: 2 },
    { probabilities: [0.869, 0.131, 0], truth: 0 },
    { probabilities: [0.413, 0.587, 0], truth: 0 },
    { probabilities: [0.999, 0.001, 0], truth: 1 },
  ],
})

const feature = (name: string, drop: number, explained: boolean) => ({
  ...{ feature: name, drop, error: 0.02 },
  ...(explained ? { shapley: 8 * drop, lime: 5 * drop } : {}),
})

const importance = (measure: Of<'importance'>['measure']): ReportedPredictions['importance'] =>
  (['train', 'test'] as const).map((split) => ({
    ...{ split, measure, score: 0.8 },
    features: [
      feature('flipper_length_mm', split === 'train' ? 0.328 : 0.215, split === 'test'),
      feature('bill_depth_mm', split === 'train' ? 0.242 : 0.097, split === 'test'),
      feature('body_mass_g', split === 'train' ? 0.165 : -0.004, split === 'test'),
    ],
  }))

const parts = SPLITS.map((split) => ({ split, source: 'model.onnx', rows: ROWS[split], left: split === 'val' ? 2 : 0 }))

const classified: ReportedPredictions = {
  ...{ task: 'classification', classes: ['Adelie', 'Chinstrap', 'Gentoo'], parts },
  scores: (['accuracy', 'log-loss'] as const).flatMap((measure) =>
    SPLITS.map((split, i) => score(split, measure, measure === 'accuracy' ? 0.91 - i / 14 : 0.19 + i / 5, 0.439)),
  ),
  losses: SPLITS.map((split) => losses(split, 'log-loss')),
  confusion: SPLITS.map(confusion),
  calibration: SPLITS.map(calibration),
  residuals: [],
  segments: [
    {
      split: 'test',
      column: 'body_mass_g',
      where: '-1.89 … -0.664',
      rows: 17,
      measure: 'accuracy',
      score: 0.529,
      rest: 0.857,
      z: 3,
    },
  ],
  importance: importance('accuracy'),
  smallestSet: [
    {
      ...{ split: 'test', measure: 'accuracy', whole: 0.773, enough: 2, of: 3 },
      steps: [
        { feature: 'bill_depth_mm', score: 0.652 },
        { feature: 'flipper_length_mm', score: 0.758 },
      ],
    },
  ],
}

const residuals = (split: (typeof SPLITS)[number]): Of<'residuals'> => {
  const truth = range(60).map((i) => -1.7 + i / 14)
  return {
    ...{ split, rows: 60, r2: Number.NaN, rmse: 0.75, mae: 0.6, ofRange: 0.17, ofSpread: 0.695, mean: -0.02 },
    ...{ range: [-1.7, 2.5], spread: 1, predictedRange: [-1.6, 2.1], predictedSpread: 0.72, intercept: 0, slope: 1 },
    ...{ r2Then: 0.52, atBound: 0, beyond: 0, widening: 0.2, curved: 0.02 },
    truth,
    predicted: truth.map((one, i) => 0.8 * one + Math.sin(7 * i) / 2),
  }
}

const fittedValues: ReportedPredictions = {
  ...classified,
  ...{ task: 'regression', classes: [], confusion: [], calibration: [], importance: importance('r2') },
  scores: (['r2', 'rmse'] as const).flatMap((measure) =>
    SPLITS.map((split, i) =>
      score(split, measure, measure === 'r2' ? 0.52 - i / 20 : 0.7 + i / 20, measure === 'r2' ? 0 : 1),
    ),
  ),
  losses: SPLITS.map((split) => losses(split, 'mse')),
  residuals: SPLITS.map(residuals),
  segments: [],
  smallestSet: [],
}

const sources = [{ path: 'model.onnx', format: 'onnx', points: 6 }]

export const soundModel: ExaminedRun = {
  ...healthy,
  ...{
    name: 'model.onnx',
    sources,
    summary: 'This model looks sound.',
    series: [],
    model: opened,
    predictions: classified,
  },
}

export const illModel: ExaminedRun = {
  ...ill,
  ...{ name: 'model.onnx', sources, series: [], model: opened, predictions: classified },
}

export const illRegression: ExaminedRun = {
  ...illModel,
  predictions: fittedValues,
  model: { ...opened, ordered: false },
}

const nasty = hostile.name
const renamed = {
  classes: [nasty, nasty, `${nasty}2`],
  confusion: classified.confusion.map((one) => ({ ...one, classes: [nasty, nasty, nasty] })),
}

/** Every name that comes from a file is hostile. */
export const hostileModel: ExaminedRun = {
  ...hostile,
  model: {
    ...opened,
    format: nasty,
    layers: opened.layers.map((one) => ({ ...one, name: nasty, kind: nasty, activation: nasty })),
  },
  predictions: {
    ...classified,
    ...renamed,
    losses: classified.losses.map((one) => ({
      ...one,
      worst: one.worst.map(({ ref: { split }, loss }) => ({
        ref: { split, file: nasty, text: nasty },
        truth: nasty,
        predicted: nasty,
        loss,
      })),
    })),
    segments: classified.segments.map((one) => ({ ...one, column: nasty, where: nasty })),
    importance: classified.importance.map((one) => ({ ...one, features: [feature(nasty, 0.2, true)] })),
    smallestSet: classified.smallestSet.map((one) => ({ ...one, steps: [{ feature: nasty, score: 0.7 }] })),
  },
}

// Any model and predictions that the model exam may have looked at, ordinary or odd, and some of which everything is known.

import fc from 'fast-check'
import type { DataSplit } from '../record/data-tables.ts'
import type { Measure, ModelTables, PredictedPart, WeightRole } from '../record/model-tables.ts'
import type { Tables } from '../record/tables.ts'
import { ref } from './data.fixture.ts'
import {
  accuracy,
  calibration,
  confusion,
  dense,
  drawn,
  fresh,
  importance,
  importances,
  kernel,
  losses,
  modelFile,
  predicted,
  r2,
  residuals,
  scored,
  segment,
  smallestSet,
  squares,
  statistics,
  vector,
} from './model.fixture.ts'
import { type RunBuilder, run } from './run.fixture.ts'

const split = fc.constantFrom<DataSplit>('train', 'train', 'val', 'test', 'test', 'all')
const name = fc.constantFrom('age', 'town', 'a {b}', '', 'x'.repeat(99))
// JSON knows no -0
const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -10, max: 300, noNaN: true }).map((one) => one + 0) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -999, 1e30, -1e30, 1e300, 5e-324) },
)
const size = number.map(Math.abs)
const share = fc.constantFrom(0, 0.003, 0.02, 0.3, 0.7, 0.96, 1)
const rows = fc.constantFrom(0, 1, 2, 9, 40, 150, 800, 1e9)
const few = fc.constantFrom(0, 0, 1, 2, 9, 64)
const measure = fc.constantFrom<Measure>('accuracy', 'balanced-accuracy', 'log-loss', 'r2', 'mae', 'macro-f1', 'rmse')
/** Of empty classes, and of what has no spread. */
const undefinedShare = fc.oneof({ weight: 5, arbitrary: share }, { weight: 1, arbitrary: fc.constant(Number.NaN) })

const layer = fc.constantFrom('fc1', 'fc2', 'bn', 'out')
const units = { deadUnits: few, equalUnits: few, units: few, deadInputs: few, fanIn: few, fanOut: few }
const weight = fc
  .record(
    {
      role: fc.constantFrom<WeightRole>('kernel', 'recurrent', 'embedding', 'bias', 'mean', 'variance', 'other'),
      count: rows,
      min: number,
      max: number,
      spread: size,
      zero: share,
      nonFinite: fc.constantFrom(0, 0, 0, 0.01, 1),
      uniformDistance: share,
      ...units,
    },
    { requiredKeys: [] },
  )
  .chain((how) => layer.map((own) => ({ ...(how.units === undefined ? vector(own, 'other') : kernel(own)), ...how })))

const anyLayer = fc.oneof(
  fc
    .tuple(few, few, fc.constantFrom(undefined, 'linear', 'sigmoid', 'relu', ''))
    .map(([fanIn, fanOut, activation]) => dense('fc1', fanIn, fanOut, activation)),
  fc.constantFrom(
    dense('fc1', 64, 64, 'tanh'),
    dense('fc2', 64, 4, 'linear'),
    dense('out', 4, 64),
    { name: 'bn', kind: 'BatchNorm', parameters: 128 },
    { name: 'rnn', kind: 'LSTM' },
  ),
)

/** Layers that were never trained, or saw no batch, in full. */
const untouched = fc.constantFrom(
  [drawn('fc1', 1 / Math.sqrt(32)), drawn('fc2', 0.25, { fanOut: 64 }), vector('fc1', 'bias', { zero: 1 })],
  [...fresh('bn'), ...statistics('bn2', { max: 1e9 })],
  [...statistics('bn', { min: -1, nonFinite: 1 })],
)

const part = fc
  .record(
    {
      left: few,
      nonFinite: few,
      task: fc.constantFrom<PredictedPart['task']>('classification', 'multilabel', 'regression'),
    },
    { requiredKeys: [] },
  )
  .chain((how) => fc.tuple(split, rows).map(([own, count]) => predicted(own, count, how)))

const level = fc.oneof({ weight: 6, arbitrary: share }, { weight: 1, arbitrary: fc.constantFrom(-1e9, -0.5, 1e300) })
const how = fc.record({ error: share, guess: share, balanced: share }, { requiredKeys: [] })
const someScores = fc.tuple(split, level, how, measure).chain(([own, value, more, other]) =>
  fc.constantFrom(
    accuracy(own, value, more),
    r2(own, value, more),
    scored(own, other, value, more),
    // of no constant guess
    scored(own, other, value, more).slice(0, 1),
  ),
)

/** The same measures of three splits, so that two can be compared. */
const threeScores = fc
  .tuple(fc.constantFrom(accuracy, r2), level, level, level, how)
  .map(([of, train, val, test, more]) =>
    [of('train', train, more), of('val', val, more), of('test', test, more)].flat(),
  )
const threeParts = fc
  .tuple(rows, rows, rows)
  .map(([train, val, test]) => [predicted('train', train), predicted('val', val), predicted('test', test)])

const worst = fc.array(
  fc.record(
    {
      ref: name.map((file) => ref(1, { file })),
      truth: name,
      predicted: name,
      probability: share,
      loss: size,
    },
    { requiredKeys: ['ref', 'truth', 'predicted', 'loss'] },
  ),
  { maxLength: 3 },
)

const spread = fc
  .record(
    {
      split,
      measure: fc.constantFrom('log-loss' as const, 'mse' as const),
      count: rows,
      mean: size,
      quantiles: fc.array(size, { minLength: 7, maxLength: 7 }),
      carried: share,
      humps: fc.record({ upper: share, at: size }),
      sureAndWrong: share,
      worst,
    },
    { requiredKeys: [] },
  )
  .map(losses)

const cells = fc
  .integer({ min: 0, max: 4 })
  .chain((n) => fc.array(fc.array(few, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
const counted = fc
  .tuple(split, cells, fc.record({ renamed: share, accuracy: share }, { requiredKeys: [] }))
  .map(([own, counts, more]) => ({ ...confusion(own, counts), ...more }))

const sure = fc
  .record(
    {
      split,
      rows,
      ece: share,
      eceByChance: share,
      confidence: share,
      accuracy: share,
      temperature: fc.constantFrom(0.05, 0.5, 1, 1.1, 3, 20),
      bins: fc.constantFrom([]),
    },
    { requiredKeys: [] },
  )
  .map(calibration)

const left = fc
  .record(
    {
      split,
      rows,
      r2: fc.oneof(undefinedShare, fc.constantFrom(-1e9, -0.5)),
      rmse: size,
      ofRange: fc.constantFrom(0, 0.1, 2, Number.NaN, Number.POSITIVE_INFINITY),
      ofSpread: fc.constantFrom(0, 0.3, 1, 2, Number.NaN, Number.POSITIVE_INFINITY),
      spread: fc.constantFrom(0, 1e-9, 1, 1e9),
      range: fc.tuple(number, number),
      predictedRange: fc.tuple(number, number),
      slope: number,
      intercept: number,
      r2Then: share,
      atBound: share,
      beyond: share,
      curved: share,
      widening: share,
    },
    { requiredKeys: [] },
  )
  .chain((how) => fc.constantFrom(how, { ...how, truth: [], predicted: [] }))
  .map(residuals)

const weak = fc
  .record(
    { split, column: name, where: name, rows, measure, score: number, rest: number, z: size },
    { requiredKeys: [] },
  )
  .map(segment)

const matters = fc
  .record({ split, measure, error: size, score: level, shapley: size, lime: size }, { requiredKeys: [] })
  .chain((more) => fc.tuple(name, level).map(([own, drop]) => importance(own, drop, more)))

const fewest = fc
  .tuple(fc.array(name, { maxLength: 4 }), fc.record({ split, enough: few, of: few }, { requiredKeys: [] }))
  .map(([features, more]) => smallestSet(features, more))

/** Tables that the model exam may have written; each may be missing, or empty. */
export const anyModelTables: fc.Arbitrary<ModelTables & Pick<Tables, 'layers'>> = fc.record(
  {
    layers: fc.array(anyLayer, { maxLength: 14 }),
    modelFile: fc.array(
      fc.record({ parameters: rows, ordered: fc.boolean(), tensors: few }, { requiredKeys: [] }).map(modelFile),
      { maxLength: 1 },
    ),
    weights: fc.oneof(fc.array(weight, { maxLength: 6 }), untouched),
    predictions: fc.oneof(fc.array(part, { maxLength: 3 }), threeParts),
    scores: fc.oneof(
      fc.array(someScores, { maxLength: 5 }).map((list) => list.flat()),
      threeScores,
    ),
    exampleLosses: fc.array(spread, { maxLength: 3 }),
    confusion: fc.array(counted, { maxLength: 3 }),
    calibration: fc.array(sure, { maxLength: 2 }),
    residuals: fc.array(left, { maxLength: 3 }),
    segments: fc.array(weak, { maxLength: 3 }),
    importance: fc.array(matters, { maxLength: 8 }),
    smallestSet: fc.array(fewest, { maxLength: 2 }),
  },
  { requiredKeys: [] },
)

/** A sound model and what it predicts of two splits, of which everything is known, beside what is known of the run. */
export function everythingOfModel(built: RunBuilder = run()): RunBuilder {
  const drops = { age: 0.2, town: 0.1, size: 0.05, height: 0 }
  return built
    .table('modelFile', modelFile())
    .table('weights', kernel('fc1'), vector('fc1', 'bias'), kernel('fc2'), ...statistics('bn'))
    .table('predictions', predicted('train', 800), predicted('test', 400))
    .table('scores', ...accuracy('train', 0.92), ...accuracy('test', 0.9))
    .table('exampleLosses', losses(), squares(4, { split: 'test' }))
    .table(
      'confusion',
      confusion('train', [
        [370, 30],
        [30, 370],
      ]),
      confusion('test', [
        [180, 20],
        [20, 180],
      ]),
    )
    .table('calibration', calibration({ split: 'train' }), calibration())
    .table('residuals', residuals({ split: 'train' }), residuals())
    .table('segments', segment())
    .table('importance', ...importances(drops, { split: 'train' }), ...importances(drops))
    .table('smallestSet', smallestSet(['age', 'town', 'size']))
}

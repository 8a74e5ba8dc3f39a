// Any look inside a training, ordinary or odd, for what must hold whatever a record holds.

import fc from 'fast-check'
import type { BatchTensor, Tables } from '../record/tables.ts'
import { type RunBuilder, run } from './run.fixture.ts'
import { experiment, lowerRate } from './trial.fixture.ts'
import { initial, linear, lossCall, optimizer, order, tensor } from './watched.fixture.ts'

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -10, max: 300, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -999, 1e30, -1e30, 5e-324, Number.NaN, Number.POSITIVE_INFINITY) },
)
const share = fc.constantFrom(0, 0.3, 0.7, 1)
const size = fc.constantFrom(0, 1e-9, 1e-4, 0.02, 1, 1e4)
const shape = fc.constantFrom<readonly number[]>([], [32], [32, 1], [32, 10], [1, 1], [0, 3], [8, 1, 28, 28])

const batch: fc.Arbitrary<BatchTensor> = fc
  .record(
    {
      step: fc.nat(200),
      split: fc.constantFrom('train' as const, 'val' as const),
      type: fc.constantFrom('float' as const, 'integer' as const, 'boolean' as const),
      shape,
      min: number,
      max: number,
      mean: number,
      spread: number.map(Math.abs),
      nonFinite: share,
      features: fc.record({
        count: fc.nat(9),
        means: fc.tuple(number, number),
        spreads: fc.tuple(number, number),
        constant: fc.nat(3),
      }),
      sumsToOne: fc.boolean(),
      distinct: fc.nat(20),
      acrossRows: size,
      topShare: share,
    },
    { requiredKeys: [] },
  )
  .map(tensor)

const call = fc
  .record(
    {
      loss: fc.constantFrom('cross-entropy', 'binary-cross-entropy', 'nll', 'mse', 'kl', 'own'),
      split: fc.constantFrom('train' as const, 'val' as const),
      trains: fc.boolean(),
      takesLogits: fc.boolean(),
      inputFrom: fc.constantFrom('softmax', 'log-softmax', 'sigmoid', 'relu', 'linear', 'PowBackward0'),
      inputShape: shape,
      targetShape: shape,
      settings: fc.constantFrom([], ['ignore_index=-1']),
    },
    { requiredKeys: [] },
  )
  .map(lossCall)

const held = fc
  .record(
    {
      kind: fc.constantFrom('sgd', 'adam'),
      learningRate: fc.constantFrom(0, 1e-3, 10),
      momentum: share,
      frozen: fc.constantFrom(0, 6),
      leftOut: fc.constantFrom(0, 2),
      leftOutNames: fc.constantFrom([], ['head.weight', 'head.bias']),
    },
    { requiredKeys: [] },
  )
  .map(optimizer)

const begun = fc
  .record(
    { fanIn: fc.nat(300), fanOut: fc.nat(300), spread: size, zero: share, symmetric: fc.boolean(), bias: size },
    { requiredKeys: [] },
  )
  .map(initial)

const seen = fc
  .record(
    { batches: fc.nat(50), classes: fc.nat(10), labelRun: size, pureBatches: fc.nat(50), repeated: fc.nat(50) },
    { requiredKeys: [] },
  )
  .map(order)

const layer = fc.constantFrom(
  linear('fc1', 20, 64),
  linear('fc2', 64, 2),
  linear('out', 2, 64),
  { name: 'bn', kind: 'BatchNorm1d', parameters: 128 },
  { name: 'rnn', kind: 'LSTM' },
)

/** Tables that a recorder may have written; each may be missing, or empty. */
export const anyTables: fc.Arbitrary<Tables> = fc.record(
  {
    layers: fc.array(layer, { maxLength: 14 }),
    initialWeights: fc.array(begun, { maxLength: 4 }),
    inputs: fc.array(batch, { maxLength: 5 }),
    targets: fc.array(batch, { maxLength: 5 }),
    outputs: fc.array(batch, { maxLength: 5 }),
    lossCalls: fc.array(call, { minLength: 1, maxLength: 3 }),
    optimizers: fc.array(held, { minLength: 1, maxLength: 2 }),
    exampleLoss: fc.array(
      number.map((loss, id = 0) => ({ step: 1, id, loss, split: 'train' as const })),
      { maxLength: 200 },
    ),
    order: fc.array(seen, { maxLength: 2 }),
  },
  { requiredKeys: [] },
)

export const LAYER_METRICS = ['gradient-norm', 'weight-norm', 'update-ratio', 'dead-share', 'saturated-share']
export const SAMPLED_METRICS = [
  ...LAYER_METRICS,
  'activation-spread',
  'eval-loss-on-train',
  'step-change',
  'step-foretold',
  'data-loss',
  'loss-scale',
]

/** A record in which a recorder saw everything there is to see. */
export function everythingSeen(built: RunBuilder = run()): RunBuilder {
  const how = { axis: 'step' as const, split: 'train' as const, at: [1, 11, 21, 31] }
  const curves = SAMPLED_METRICS.flatMap((metric) =>
    [undefined, 'fc1', 'fc2', 'out'].map((layer) => ({ metric, layer })),
  )
  const withCurves = curves.reduce(
    (one, { metric, layer }) => one.curve(metric, [0.1, 0.2, 0.3, 0.2], { ...how, metric, ...(layer && { layer }) }),
    built,
  )
  return withCurves
    .table('layers', linear('fc1', 20, 64), linear('fc2', 64, 64), linear('out', 64, 10))
    .table('initialWeights', initial(), initial({ layer: 'out' }))
    .table('inputs', tensor())
    .table('targets', tensor({ name: 'target', type: 'integer', min: 0, max: 9, distinct: 10 }))
    .table('outputs', tensor({ acrossRows: 1, topShare: 0.2 }))
    .table('lossCalls', lossCall())
    .table('optimizers', optimizer())
    .table('trial', experiment(lowerRate))
    .table('exampleLoss', { step: 1, id: 0, loss: 1, split: 'train' })
    .table('order', order())
}

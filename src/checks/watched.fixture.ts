// Rows of what a look inside a training sees, as the recorder writes them, for the tests of the deep checks.

import type { BatchTensor, InitialWeights, Layer, LossCall, OptimizerRow, OrderRow } from '../record/tables.ts'
import { curve, type RunBuilder, run, straight } from './run.fixture.ts'

/** Standardised inputs of ten features at step 1, but for what is said. */
export function tensor(how: Partial<BatchTensor> = {}): BatchTensor {
  const { min = -3, max = 3, mean = 0, spread = 1 } = how
  return {
    step: 1,
    split: 'train',
    name: '0',
    type: 'float',
    shape: [32, 10],
    min,
    max,
    mean,
    spread,
    nonFinite: 0,
    ...how,
  }
}

/** Class numbers 0..9. */
export function labels(how: Partial<BatchTensor> = {}): BatchTensor {
  return tensor({
    name: 'target',
    type: 'integer',
    shape: [32],
    min: 0,
    max: 9,
    mean: 4.5,
    spread: 2.9,
    distinct: 10,
    ...how,
  })
}

/** Cross-entropy on the logits of ten classes. */
export function lossCall(how: Partial<LossCall> = {}): LossCall {
  return {
    loss: 'cross-entropy',
    name: 'cross_entropy',
    split: 'train',
    trains: true,
    calls: 200,
    takesLogits: true,
    inputFrom: 'linear',
    inputShape: [32, 10],
    targetShape: [32],
    settings: [],
    ...how,
  }
}

/** A squared error between two columns. */
export function squared(how: Partial<LossCall> = {}): LossCall {
  return lossCall({
    loss: 'mse',
    name: 'mse_loss',
    takesLogits: false,
    inputShape: [32, 1],
    targetShape: [32, 1],
    ...how,
  })
}

export function optimizer(how: Partial<OptimizerRow> = {}): OptimizerRow {
  return {
    id: 0,
    kind: 'adam',
    learningRate: 1e-3,
    settings: {},
    groups: 1,
    parameters: 6,
    frozen: 0,
    leftOut: 0,
    leftOutNames: [],
    ...how,
  }
}

/** He's spread for 100 units in and 50 out. */
export function initial(how: Partial<InitialWeights> = {}): InitialWeights {
  return {
    layer: 'fc1',
    kind: 'Linear',
    fanIn: 100,
    fanOut: 50,
    mean: 0,
    spread: 0.14,
    zero: 0,
    symmetric: false,
    bias: 0.05,
    ...how,
  }
}

export function order(how: Partial<OrderRow> = {}): OrderRow {
  return {
    split: 'train',
    batches: 40,
    examples: 1280,
    classes: 10,
    labelRun: 1.1,
    expectedRun: 1.11,
    pureBatches: 0,
    repeated: 0,
    ...how,
  }
}

export function linear(name: string, fanIn: number, fanOut: number): Layer {
  return { name, kind: 'Linear', parameters: fanIn * fanOut + fanOut, fanIn, fanOut, trainable: true }
}

/** Ten classes, a watched optimizer, and a loss that goes from ln 10 to there over 200 steps. */
export function watched(to: number): RunBuilder {
  const values = to > 2 ? straight(200, 2.31, to, { noise: 0.01 }) : curve(200, 2.31, to, { noise: 0.02 })
  return base().curve('loss', values, { axis: 'step' })
}

/** The loss falls as it should. */
export const learns = () => watched(0.05)
/** The loss stays at the cost of guessing. */
export const stuck = () => watched(2.3)

/** A regression on targets of that spread, whose squared error ends at that share of their variance. */
export function regression(spread: number, share: number): RunBuilder {
  const variance = spread * spread
  const values = curve(200, 1.4 * variance, share * variance, { noise: 0.01 })
  return run()
    .fact('loss_function', 'mse')
    .fact('task', 'regression')
    .fact('target_spread', spread)
    .table('optimizers', optimizer())
    .curve('loss', values, { axis: 'step' })
}

function base(): RunBuilder {
  return run().fact('loss_function', 'cross-entropy').fact('classes', 10).table('optimizers', optimizer())
}

/** Sampled steps 1, 11, 21, ... */
export function sampled(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 1 + 10 * i)
}

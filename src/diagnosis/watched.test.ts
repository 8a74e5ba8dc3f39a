// What a look inside a training does to the diagnosis: one cause where the curve alone leaves several.

import { describe, expect, it } from 'vitest'
import { everythingSeen } from '../checks/anything.fixture.ts'
import { curve, type RunBuilder, run, straight } from '../checks/run.fixture.ts'
import { labels, linear, lossCall, optimizer, order, sampled, squared, tensor } from '../checks/watched.fixture.ts'
import type { TableName, Tables } from '../record/tables.ts'
import { examine } from './examine.ts'

const steps = { axis: 'step' as const }
const diagnosisOf = ({ record }: RunBuilder) => examine([record], { language: 'en', version: '0' }).runs[0]!

/** A ten-class training as the recorder sees it, healthy inside, with a loss of that course. */
function seen(loss: readonly number[], ratio = 2e-3): RunBuilder {
  const layers = [linear('fc1', 20, 64), linear('fc2', 64, 64), linear('fc3', 64, 64), linear('out', 64, 10)]
  let built = run()
    .fact('framework', 'pytorch')
    .fact('loss_function', 'cross-entropy')
    .fact('classes', 10)
    .fact('learning_rate', 1e-3)
    .fact('optimizer', 'adam')
    .fact('batch_size', 32)
    .fact('steps_per_epoch', 45)
    .fact('hidden_activations', ['relu'])
    .curve('loss', loss, steps)
    .curve('update_ratio', Array(20).fill(ratio), { metric: 'update-ratio', at: sampled(20), ...steps })
    .curve('grad_norm', Array(20).fill(0.8), { metric: 'gradient-norm', at: sampled(20), ...steps })
    .layers(...layers)
    .table('optimizers', optimizer())
    .table('inputs', ...[1, 2, 3, 4].map((step) => tensor({ step })))
    .table('targets', ...[1, 2, 3, 4].map((step) => labels({ step })))
    .table('outputs', ...[1, 50, 100, 150].map((step) => tensor({ step, acrossRows: 0.8, topShare: 0.2 })))
    .table('lossCalls', lossCall())
    .table('order', order())
    .table(
      'initialWeights',
      ...layers.map(({ name, kind, fanIn, fanOut }) => ({
        layer: name,
        kind,
        fanIn: fanIn!,
        fanOut: fanOut!,
        mean: 0,
        spread: 0.58 / Math.sqrt(fanIn!),
        zero: 0,
        symmetric: false,
        bias: 0.1,
      })),
    )
  for (const { name } of layers)
    built = layerCurve(layerCurve(built, 'gradient-norm', name, 0.4), 'update-ratio', name, ratio)
  for (const name of ['relu1', 'relu2', 'relu3']) built = layerCurve(built, 'dead-share', name, 0.05)
  return built
}

function layerCurve(built: RunBuilder, metric: string, layer: string, value: number): RunBuilder {
  const { record } = built
  const rest = record.series.filter((one) => !(one.metric === metric && one.layer === layer))
  const how = { metric, layer, at: sampled(20), ...steps }
  return run({ ...record, series: rest }).curve(`${metric}/${layer}`, Array(20).fill(value), how)
}

/** The same with one row of a table changed. */
function but<Name extends TableName>(built: RunBuilder, name: Name, how: Partial<Required<Tables>[Name][number]>) {
  const rows = (built.record.tables[name] ?? []) as Required<Tables>[Name]
  return built.table(name, ...(rows.map((row) => ({ ...row, ...how })) as never))
}

const stuck = straight(200, 2.31, 2.3, { noise: 0.01 })
const learnt = curve(200, 2.31, 0.05, { noise: 0.02 })
const lost = [...straight(10, 2.3, 2.2), ...Array(20).fill(Number.NaN)]
const held = curve(200, 2.31, 1.6, { noise: 0.01 })
const pixels = { min: 0, max: 255, mean: 33, spread: 78 }

const ill: Readonly<Record<string, RunBuilder>> = {
  'output-loss-mismatch': but(seen(held), 'lossCalls', { inputFrom: 'softmax' }),
  'labels-out-of-range': but(seen(stuck), 'targets', { min: 1, max: 10 }),
  'missing-values': but(seen(lost), 'inputs', { nonFinite: 0.03 }).event({
    kind: 'non-finite',
    text: 'loss',
    step: 11,
  }),
  'unscaled-inputs': but(seen(stuck), 'inputs', pixels),
  'unshuffled-data': but(seen(learnt), 'order', { labelRun: 120, pureBatches: 38, shuffles: false }),
  'weights-not-updated': but(seen(stuck), 'optimizers', { leftOut: 8, leftOutNames: ['fc1.weight'] }),
  'gradients-not-cleared': [2, 4, 8].reduce(
    (one, all) => one.event({ kind: 'not-cleared', text: `${all} of ${all} checked steps`, step: all + 1, value: 1 }),
    seen(curve(200, 2.31, 1.2, { noise: 0.1 })),
  ),
  'dead-units': layerCurve(layerCurve(seen(stuck), 'dead-share', 'relu2', 1), 'dead-share', 'relu3', 1),
  'vanishing-gradients': layerCurve(
    layerCurve(seen(stuck), 'gradient-norm', 'fc1', 1e-6),
    'gradient-norm',
    'fc2',
    1e-4,
  ),
  'poor-initialization': but(seen(stuck), 'initialWeights', { spread: 0, zero: 1, symmetric: true }),
  'learning-rate-too-high': seen(stuck, 0.6),
  'learning-rate-too-low': seen(straight(200, 2.31, 2.28, { noise: 0.002 }), 1e-6),
  'single-class': but(
    but(seen(curve(200, 2.31, 1e-5)), 'targets', { min: 3, max: 3, spread: 0, distinct: 1 }),
    'order',
    { classes: 1, labelRun: 1280, expectedRun: 1280, pureBatches: 40 },
  ),
  'wrong-hidden-activation': run({
    ...seen(held).record,
    series: seen(held).record.series.filter((one) => one.metric !== 'dead-share'),
  }).fact('hidden_activations', []),
  'saturated-activations': layerCurve(
    layerCurve(seen(stuck), 'saturated-share', 'tanh1', 0.9),
    'saturated-share',
    'tanh2',
    0.9,
  ),
  'learning-rate-too-high (NaN)': seen(lost, 30).event({ kind: 'non-finite', text: 'loss', step: 11 }),
  'too-much-regularization': seen(held)
    .fact('dropout', 0.8)
    .curve('e', Array(20).fill(0.6), { metric: 'eval-loss-on-train', split: 'train', at: sampled(20), ...steps }),
  'batch-norm-statistics': seen(learnt)
    .fact('batch_norm', true)
    .curve('val_loss', [2.3, 2.4, 2.3, 2.5], { ...steps, at: [50, 100, 150, 200] })
    .curve('e', Array(20).fill(2.4), { metric: 'eval-loss-on-train', split: 'train', at: sampled(20), ...steps }),
  bottleneck: seen(held).layers(
    linear('fc1', 20, 64),
    linear('fc2', 64, 2),
    linear('fc3', 2, 64),
    linear('out', 64, 10),
  ),
  'lost-optimizer-state': seen([
    ...curve(100, 2.31, 0.3, { noise: 0.02 }),
    ...curve(100, 1.4, 0.5, { noise: 0.02, tau: 60 }),
  ]).event({ kind: 'resume', text: 'model', step: 100 }),
  'batch-too-large': seen(straight(200, 2.31, 1.7, { noise: 0.004 }))
    .fact('steps_per_epoch', 1)
    .fact('batch_size', 1437),
}

describe('a watched training', () => {
  it.each(Object.entries(ill))('names %s first, and no other fault as likely', (name, built) => {
    const cause = name.replace(/ .*/, '')
    const { diagnosis, verdict } = diagnosisOf(built)
    const faults = diagnosis.filter((one) => one.kind === 'fault').map((one) => `${one.cause} ${one.probability}`)
    expect(diagnosis[0]!.cause, faults.join()).toBe(cause)
    expect(diagnosis[0]!.probability).toBeGreaterThan(0.5)
    expect(diagnosis.filter((one) => one.kind === 'fault' && one.probability >= 0.5).map((one) => one.cause)).toEqual([
      cause,
    ])
    expect(verdict).toBe('ill')
  })

  it('that learns is called ill by nothing', () => {
    const { verdict, diagnosis } = diagnosisOf(seen(learnt).curve('val_loss', curve(5, 1.4, 0.12)))
    expect(diagnosis.filter((one) => one.kind === 'fault' && one.probability >= 0.5)).toEqual([])
    expect(verdict).toBe('healthy')
  })

  it('with large values that the loss makes harmless is not ill either', () => {
    let built = but(seen(learnt, 0.05), 'outputs', { min: -60, max: 60, spread: 20, topShare: 0.3 })
    built = layerCurve(layerCurve(built, 'dead-share', 'relu3', 0.7), 'gradient-norm', 'fc1', 1e-7)
    built = but(but(built, 'inputs', pixels), 'lossCalls', { inputFrom: 'log-softmax' })
    const { verdict, diagnosis } = diagnosisOf(built)
    expect(diagnosis.filter((one) => one.kind === 'fault' && one.probability >= 0.5)).toEqual([])
    expect(verdict).not.toBe('ill')
  })

  it('a head tuned on a pretrained body that is left out on purpose is not ill', () => {
    const body = { leftOut: 6, leftOutNames: ['fc1.weight', 'fc1.bias', 'fc2.weight'] }
    const built = but(seen(learnt), 'optimizers', body).fact('pretrained', true)
    expect(diagnosisOf(built).verdict).not.toBe('ill')
  })

  it('a column compared with a row is the pairing, not a small model', () => {
    const built = run()
      .fact('loss_function', 'mse')
      .fact('task', 'regression')
      .fact('target_spread', 1)
      .curve('loss', curve(200, 1.5, 0.99, { noise: 0.02 }), steps)
      .table('optimizers', optimizer())
      .table('inputs', tensor())
      .table('targets', tensor({ name: 'target', shape: [32] }))
      .table('lossCalls', squared({ targetShape: [32] }))
    expect(diagnosisOf(built).diagnosis[0]!.cause).toBe('output-loss-mismatch')
  })

  it('and one of which nothing was seen waits for one thing', () => {
    const watchedBefore = diagnosisOf(everythingSeen().curve('loss', learnt, steps)).unasked
    const how = diagnosisOf(run().curve('loss', learnt, steps)).unasked.map((one) => one.how)
    expect(watchedBefore.filter(({ how: one }) => one.includes('whyloss run'))).toEqual([])
    expect(new Set(how.filter((one) => one.includes('whyloss run'))).size).toBe(1)
  })
})

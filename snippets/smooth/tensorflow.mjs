// A moving average over fifty steps shows the trend.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([600, 4], 0, 1, 'float32', 1)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: tf.train.sgd(0.002), loss: 'meanSquaredError' })
const losses = []
const onBatchEnd = (_, { loss }) => void losses.push(loss)
await model.fit(x, tf.sum(x, 1, true), {
  batchSize: 4,
  callbacks: { onBatchEnd },
  verbose: 0,
})
// shown
const window = 50
const mean = (values) =>
  values.reduce((sum, value) => sum + value, 0) / values.length
// smooth[i] is the mean of steps i to i + window - 1
const smooth = losses
  .slice(window - 1)
  .map((_, i) => mean(losses.slice(i, i + window)))
// end
const rough = (values) =>
  mean(values.slice(1).map((value, i) => Math.abs(value - values[i])))
assert.equal(smooth.length, 150 - 49)
assert(rough(smooth) < 0.1 * rough(losses))

// The gradient is cut to a norm of 1: an outlier no longer throws the weights away.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.mul(1000, tf.sum(x, 1, true))
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
const before = model.getWeights().map((one) => tf.clone(one))
const optimizer = tf.train.sgd(0.1)
const lossOf = () =>
  tf.losses.meanSquaredError(y, model.apply(x, { training: true }))
// shown
const { grads } = tf.variableGrads(lossOf)
const squares = Object.values(grads).map((one) => tf.sum(tf.square(one)))
const norm = tf.sqrt(tf.addN(squares))
const scale = tf.minimum(1, tf.div(1, norm))
for (const name in grads) grads[name] = tf.mul(grads[name], scale)
optimizer.applyGradients(grads)
// end
const moved = model
  .getWeights()
  .map((one, i) => tf.sum(tf.squaredDifference(one, before[i])))
assert(norm.dataSync()[0] > 1000)
assert(Math.abs(Math.sqrt(tf.addN(moved).dataSync()[0]) - 0.1) < 1e-3)

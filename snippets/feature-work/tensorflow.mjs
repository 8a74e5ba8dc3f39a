// Guessing and a linear model say what the features hold; a network that is no better learns nothing of its own.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([120, 4], 0, 1, 'float32', 1)
const y = tf.sum(tf.slice(x, [0, 0], [120, 2]), 1, true)
const [xTrain, xVal] = tf.split(x, [90, 30])
const [yTrain, yVal] = tf.split(y, [90, 30])
// shown
const inputShape = xTrain.shape.slice(1)
const linear = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape })],
})
linear.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' })
await linear.fit(xTrain, yTrain, { epochs: 40, verbose: 0 })
const guessing = tf.losses.meanSquaredError(
  yVal,
  tf.fill(yVal.shape, tf.mean(yTrain).dataSync()[0]),
)
const error = tf.losses.meanSquaredError(yVal, linear.predict(xVal))
const r2 = 1 - error.dataSync()[0] / guessing.dataSync()[0] // 0 is guessing
// end
assert(r2 > 0.9)

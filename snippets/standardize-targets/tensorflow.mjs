// The targets are standardised for the loss, and what is predicted is scaled back.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 4], 0, 1, 'float32', 1)
const y = tf.add(2e5, tf.mul(5e4, tf.sum(x, 1, true)))
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: tf.train.sgd(0.3), loss: 'meanSquaredError' })
// shown
const { mean, variance } = tf.moments(y) // of the training set
const std = tf.sqrt(variance)
const scaled = tf.div(tf.sub(y, mean), std)
await model.fit(x, scaled, { batchSize: 64, epochs: 30, verbose: 0 })
const predicted = tf.add(tf.mul(model.predict(x), std), mean)
// end
const error = tf.mean(tf.abs(tf.sub(predicted, y))).dataSync()[0]
assert(error < 0.02 * std.dataSync()[0])

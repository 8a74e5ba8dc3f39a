// One function prepares every split; what it needs is measured on the training set once.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const train = tf.randomUniform([64, 4], 0, 256, 'float32', 1)
const val = tf.randomUniform([32, 4], 0, 256, 'float32', 2)
// shown
const { mean, variance } = tf.moments(train, 0) // save them
const std = tf.sqrt(variance)
// training, validation, test, serving:
const preprocess = (x) => tf.tidy(() => tf.div(tf.sub(x, mean), std))
const [xTrain, xVal] = [train, val].map(preprocess)
// end
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
await model.fit(xTrain, tf.zeros([64, 1]), { verbose: 0 })
assert(Math.abs(tf.mean(xVal).dataSync()[0]) < 0.4)

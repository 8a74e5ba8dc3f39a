// Each column of the inputs is standardised with the mean and spread of the training set.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const raw = (rows, seed) =>
  tf.add(
    50,
    tf.mul(
      tf.randomNormal([rows, 2], 0, 1, 'float32', seed),
      tf.tensor1d([1, 1000]),
    ),
  )
const xTrain = raw(64, 1)
const xVal = raw(32, 2)
const y = tf.matMul(xTrain, tf.tensor2d([[1], [0.001]]))
// shown
const { mean, variance } = tf.moments(xTrain, 0)
const std = tf.maximum(tf.sqrt(variance), 1e-8)
// both splits with the numbers of the training set:
const scale = (x) => tf.div(tf.sub(x, mean), std)
const [train, val] = [scale(xTrain), scale(xVal)]
// images: tf.div(image, 255)
// end
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [2] })],
})
model.compile({ optimizer: tf.train.sgd(0.3), loss: 'meanSquaredError' })
const { loss } = (
  await model.fit(train, y, { batchSize: 64, epochs: 30, verbose: 0 })
).history
assert(loss.at(-1) < 0.01 * loss[0])
assert(tf.max(tf.abs(tf.mean(val, 0))).dataSync()[0] < 1)

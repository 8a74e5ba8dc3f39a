// A linear last layer reaches targets of any size and sign.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 4], 0, 1, 'float32', 1)
const y = tf.mul(3, tf.sum(x, 1, true))
const hidden = tf.layers.dense({
  units: 16,
  activation: 'tanh',
  inputShape: [4],
})
// shown
// no activation behind it: not 'relu', 'sigmoid' or 'tanh'
const output = tf.layers.dense({ units: 1 })
const model = tf.sequential({ layers: [hidden, output] })
// end
model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' })
const { history } = await model.fit(x, y, {
  batchSize: 64,
  epochs: 80,
  verbose: 0,
})
const floor = tf.losses.meanSquaredError(y, tf.relu(y)).dataSync()[0] // the best that ReLU could do
assert(history.loss.at(-1) < 0.5 * floor)

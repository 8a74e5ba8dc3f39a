// Three times the epochs, from where the last run ended.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
model.compile({ optimizer: tf.train.sgd(0.02), loss: 'meanSquaredError' })
const short = (
  await model.fit(x, y, { batchSize: 64, epochs: 10, verbose: 0 })
).history.loss
// shown
const { epoch, history } = await model.fit(x, y, {
  initialEpoch: 10,
  epochs: 30,
  batchSize: 64,
  verbose: 0,
})
// end
assert.equal(epoch[0], 10)
assert(history.loss.at(-1) < 0.6 * short.at(-1))

// A tenth of the learning rate: the loss that rose falls.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
model.compile({ optimizer: tf.train.sgd(2), loss: 'meanSquaredError' })
const high = (
  await model.fit(x, y, { batchSize: 64, epochs: 5, verbose: 0 })
).history.loss
// shown
// a tenth first; then bisect between what diverged and what crawled
model.compile({ optimizer: tf.train.sgd(0.2), loss: 'meanSquaredError' })
const { history } = await model.fit(x, y, {
  batchSize: 64,
  epochs: 40,
  verbose: 0,
})
// end
assert(high.at(-1) > 10 * high[0])
assert(history.loss.at(-1) < high[0])

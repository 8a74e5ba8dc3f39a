// Ten times the learning rate: the crawl ends.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
model.compile({ optimizer: tf.train.sgd(3e-3), loss: 'meanSquaredError' })
const crawl = (
  await model.fit(x, y, { batchSize: 64, epochs: 10, verbose: 0 })
).history.loss
// shown
// three to ten times, as long as the loss stays smooth
model.compile({ optimizer: tf.train.sgd(3e-2), loss: 'meanSquaredError' })
const { history } = await model.fit(x, y, {
  batchSize: 64,
  epochs: 20,
  verbose: 0,
})
// end
assert(crawl.at(-1) > 0.8 * crawl[0])
assert(history.loss.at(-1) < 0.5 * history.loss[0])

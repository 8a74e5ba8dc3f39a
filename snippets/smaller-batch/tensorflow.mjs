// A batch of 16 instead of 256: as many examples, many more steps, a lower loss.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([256, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
const optimizer = tf.train.sgd(0.05)
model.compile({ optimizer, loss: 'meanSquaredError' })
const large = (
  await model.fit(x, y, { batchSize: 256, epochs: 1, verbose: 0 })
).history.loss[0]
// shown
// the gradient is noisier: divide the rate by about the root of the factor
// by which the batch shrank, at most by the factor itself
optimizer.setLearningRate(0.05 / Math.sqrt(256 / 16))
const { history } = await model.fit(x, y, {
  batchSize: 16,
  epochs: 3,
  verbose: 0,
})
// end
assert(history.loss.at(-1) < 0.7 * large)

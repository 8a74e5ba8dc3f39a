// The learning rate falls along a cosine towards the end.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 4], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
// shown
const epochs = 20
const optimizer = tf.train.sgd(0.1)
model.compile({ optimizer, loss: 'meanSquaredError' })
const onEpochBegin = (epoch) =>
  optimizer.setLearningRate(
    0.05 * (1 + Math.cos((Math.PI * epoch) / epochs)),
  )
await model.fit(x, y, { epochs, callbacks: { onEpochBegin }, verbose: 0 })
// end
assert(optimizer.learningRate < 0.002)

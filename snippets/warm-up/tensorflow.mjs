// The learning rate climbs over the first steps.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([640, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
// shown
const optimizer = tf.train.adam(1e-3)
model.compile({ optimizer, loss: 'meanSquaredError' })
let step = 0
const onBatchBegin = () => {
  step += 1
  optimizer.learningRate = 1e-3 * Math.min(1, step / 500)
}
await model.fit(x, y, {
  epochs: 3,
  callbacks: { onBatchBegin },
  verbose: 0,
})
// end
assert.equal(step, 60)
assert(Math.abs(optimizer.learningRate - 1e-3 * (60 / 500)) < 1e-9)

// The score stands beside its standard error; that says how many examples a difference needs.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const xVal = tf.randomNormal([400, 4], 0, 1, 'float32', 1)
const yVal = tf.argMax(tf.slice(xVal, [0, 0], [400, 2]), 1)
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 2, activation: 'softmax', inputShape: [4] }),
  ],
})
model.compile({
  optimizer: tf.train.adam(0.02),
  loss: 'sparseCategoricalCrossentropy',
})
await model.fit(xVal, tf.cast(tf.expandDims(yVal, 1), 'float32'), {
  verbose: 0,
})
// shown
const right = tf.equal(tf.argMax(model.predict(xVal), 1), yVal)
const accuracy = tf.mean(tf.cast(right, 'float32')).dataSync()[0]
const spread = accuracy * (1 - accuracy)
const error = Math.sqrt(spread / right.size)
console.log(`${accuracy.toFixed(3)} +- ${error.toFixed(3)}`)
const difference = 0.02 // shows from about so many examples on:
const needed = (4 * spread) / difference ** 2
// end
assert(error > 0 && error < 0.026)
assert(needed > 0)

// Each class weighs as much as the others, however rare it is.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = Array.from({ length: 100 }, (_, i) => Number(i >= 95))
const x = tf.add(
  tf.randomNormal([100, 2], 0, 0.5, 'float32', 1),
  tf.expandDims(labels, 1),
)
const y = tf.oneHot(tf.tensor1d(labels, 'int32'), 2)
const classes = 2
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: classes,
      activation: 'softmax',
      inputShape: [2],
    }),
  ],
})
model.compile({
  optimizer: tf.train.adam(0.1),
  loss: 'categoricalCrossentropy',
})
// shown
const weight = {}
for (let k = 0; k < classes; k++) {
  const count = labels.filter((label) => label === k).length
  weight[k] = labels.length / (classes * Math.max(1, count))
}
await model.fit(x, y, {
  classWeight: weight,
  batchSize: 100,
  epochs: 60,
  verbose: 0,
})
// end
const found = tf.argMax(model.predict(x), 1).arraySync().slice(95)
assert.equal(weight[1], 10)
assert(found.filter((one) => one === 1).length >= 3)

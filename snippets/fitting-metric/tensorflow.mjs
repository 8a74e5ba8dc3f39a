// The recall of each class shows what accuracy hides; R2 does so for values.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = tf.tensor1d(
  Array.from({ length: 100 }, (_, i) => Number(i >= 95)),
  'int32',
)
const x = tf.zeros([100, 2]) // nothing to go by: the common class, always
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
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
await model.fit(x, tf.oneHot(labels, classes), { verbose: 0 })
model.setWeights([tf.zeros([2, 2]), tf.tensor1d([1, 0])])
// shown
const predicted = tf.cast(tf.argMax(model.predict(x), 1), 'int32')
const table = tf.math
  .confusionMatrix(labels, predicted, classes)
  .arraySync()
const recall = table.map(
  (row, k) => row[k] / row.reduce((a, b) => a + b, 0),
)
const balanced = recall.reduce((a, b) => a + b, 0) / classes
// for values, 0 is guessing the mean: 1 - mse / tf.moments(y).variance
// end
assert.deepEqual(recall, [1, 0])
assert.equal(balanced, 0.5)

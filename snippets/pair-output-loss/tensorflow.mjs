// Softmax goes with a cross-entropy of probabilities, logits with one of logits.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const classes = 3
const x = tf.randomNormal([90, 4], 0, 1, 'float32', 1)
const labels = tf.argMax(tf.slice(x, [0, 0], [90, classes]), 1)
const inputShape = [4]
// shown
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: classes, activation: 'softmax', inputShape }),
  ],
})
// labels 0 .. K-1; one-hot: 'categoricalCrossentropy'; one sigmoid unit:
// 'binaryCrossentropy'; logits: tf.losses.softmaxCrossEntropy
const loss = 'sparseCategoricalCrossentropy'
model.compile({ optimizer: tf.train.adam(0.1), loss })
// end
const y = tf.cast(tf.expandDims(labels, 1), 'float32')
const { history } = await model.fit(x, y, {
  batchSize: 90,
  epochs: 60,
  verbose: 0,
})
assert(history.loss.at(-1) < 0.4)

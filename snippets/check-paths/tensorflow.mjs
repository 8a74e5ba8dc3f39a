// Before training: there are targets, of more than one class.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([4, 2], 0, 1, 'float32', 1)

function check(labels) {
  // shown
  const counts = {}
  for (const label of labels.dataSync())
    counts[label] = (counts[label] ?? 0) + 1
  console.log(counts)
  if (Object.keys(counts).length < 2) {
    throw new Error('fewer than two classes: is the path right?')
  }
  // end
  return counts
}

const labels = tf.tensor2d([[0], [1], [1], [2]])
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
await model.fit(x, labels, { verbose: 0 })
assert.deepEqual(check(labels), { 0: 1, 1: 2, 2: 1 })
assert.throws(() => check(tf.zeros([4, 1])), /path/)

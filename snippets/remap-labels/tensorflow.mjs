// Class ids become 0 .. K-1, and the loss gets nothing else.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = [1, 2, 5, 5, 1]
// shown
// ids of the training set; keep them for validation
const ids = [...new Set(labels)].sort((a, b) => a - b)
const mapped = labels.map((label) => ids.indexOf(label))
if (mapped.includes(-1))
  throw new Error('a label that training does not know')
const y = tf.oneHot(tf.tensor1d(mapped, 'int32'), ids.length)
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [4] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
const { loss } = (
  await model.fit(tf.randomNormal([5, 4]), y, { verbose: 0 })
).history
assert.deepEqual(mapped, [0, 1, 2, 2, 0])
assert(Number.isFinite(loss[0]))

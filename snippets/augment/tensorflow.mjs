// Each epoch sees the training images mirrored and a little brighter or darker at random.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const images = tf.randomUniform([16, 8, 8, 1], 0, 1, 'float32', 1)
const labels = tf.zeros([16, 1])
const model = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [8, 8, 1] }),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ],
})
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' })
// shown
function augment(images) {
  // training only; the label must survive it
  const [count] = images.shape
  const mirrored = tf.less(tf.randomUniform([count, 1, 1, 1]), 0.5)
  const moved = tf.where(mirrored, tf.reverse(images, 2), images)
  return tf.add(moved, tf.randomUniform([count, 1, 1, 1], -0.1, 0.1))
}
for (let epoch = 0; epoch < 3; epoch++)
  await model.fit(augment(images), labels, { epochs: 1, verbose: 0 })
// end
const [first, second] = [augment(images), augment(images)]
assert.deepEqual(first.shape, images.shape)
assert.notEqual(first.dataSync().join(), second.dataSync().join())

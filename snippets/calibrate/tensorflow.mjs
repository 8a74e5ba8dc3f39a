// A temperature is fitted on the validation set: confidence comes down to what the accuracy allows.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = tf.oneHot(
  tf.tensor1d(
    Array.from({ length: 100 }, (_, i) => i % 2),
    'int32',
  ),
  2,
)
const said = Array.from({ length: 100 }, (_, i) =>
  i % 10 < 2 ? (i + 1) % 2 : i % 2,
) // 80 % right
const logits = tf.mul(10, tf.oneHot(tf.tensor1d(said, 'int32'), 2))
// shown
// logits, labels: of the validation set, from the trained model
const logT = tf.variable(tf.scalar(0))
const optimizer = tf.train.adam(0.1)
const scaled = () => tf.div(logits, tf.exp(logT))
for (let step = 0; step < 100; step++) {
  optimizer.minimize(() => tf.losses.softmaxCrossEntropy(labels, scaled()))
}
const probabilities = tf.softmax(scaled())
// end
assert(
  Math.abs(tf.mean(tf.max(probabilities, 1)).dataSync()[0] - 0.8) < 0.03,
)

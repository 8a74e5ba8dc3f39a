// The loss follows from the task.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const classes = 3
// shown
// the task: the activation of the last layer, and the loss
const last = {
  'one of K classes': ['softmax', 'sparseCategoricalCrossentropy'],
  'one-hot classes': ['softmax', 'categoricalCrossentropy'],
  'yes or no, or several labels': ['sigmoid', 'binaryCrossentropy'],
  'a value': ['linear', 'meanSquaredError'],
  'a value, with outliers': ['linear', tf.losses.huberLoss],
}
// end
const hot = tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), classes)
const targets = [
  tf.tensor2d([[0], [1], [2], [0], [1], [2]]),
  hot,
  hot,
  tf.cast(hot, 'float32'),
  tf.cast(hot, 'float32'),
]
for (const [i, [activation, loss]] of Object.values(last).entries()) {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: classes, activation, inputShape: [4] }),
    ],
  })
  model.compile({ optimizer: tf.train.sgd(0.05), loss })
  const x = tf.randomNormal([6, 4], 0, 1, 'float32', 1)
  const { history } = await model.fit(x, targets[i], {
    epochs: 20,
    verbose: 0,
  })
  assert(history.loss.at(-1) < history.loss[0])
}

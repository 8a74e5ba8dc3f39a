// Huber's loss: an outlier pulls with a bounded force.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 3], 0, 1, 'float32', 1)
const values = tf.sum(x, 1).arraySync()
values[5] = 1e4
const y = tf.tensor2d(values, [64, 1])
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: 1,
      inputShape: [3],
      kernelInitializer: 'zeros',
    }),
  ],
})
// shown
// delta, 1 here, is an ordinary error
const loss = (labels, predicted) => tf.losses.huberLoss(labels, predicted)
model.compile({ optimizer: tf.train.sgd(1), loss })
// for classes, against wrong labels: the last argument smooths them
const smooth = (labels, logits) =>
  tf.losses.softmaxCrossEntropy(labels, logits, 1, 0.1)
// end
await model.fit(x, y, { batchSize: 64, verbose: 0 })
assert(tf.norm(model.getWeights()[0]).dataSync()[0] < 5) // one step with MSE: in the hundreds
assert(
  smooth(tf.tensor2d([[1, 0]]), tf.tensor2d([[50, 0]])).dataSync()[0] > 1,
)

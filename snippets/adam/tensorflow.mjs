// Adam scales each weight's step by itself: a tiny gradient moves its weight as far as a large one.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.mul(
  tf.randomNormal([64, 2], 0, 1, 'float32', 1),
  tf.tensor1d([1, 0.01]),
)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: 1,
      inputShape: [2],
      kernelInitializer: 'zeros',
    }),
  ],
})
// shown
// 1e-3 to start with, 3e-4 for transformers
const optimizer = tf.train.adam(1e-3)
model.compile({ optimizer, loss: 'meanSquaredError' })
// end
await model.fit(x, y, { batchSize: 64, epochs: 10, verbose: 0 })
const [first, second] = model.getWeights()[0].dataSync().map(Math.abs)
assert(first / second > 0.5 && first / second < 2)

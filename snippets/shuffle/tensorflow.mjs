// The rows are shuffled, inputs and labels together; each batch mixes the classes.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = tf.tensor1d(
  Array.from({ length: 256 }, (_, i) => Math.floor(i / 64)),
)
const x = tf.add(
  tf.randomNormal([256, 2], 0, 0.1, 'float32', 1),
  tf.expandDims(labels, 1),
)
// shown
const order = Array.from({ length: x.shape[0] }, (_, i) => i)
tf.util.shuffle(order)
const [inputs, targets] = [x, labels].map((all) => tf.gather(all, order))
// fit() shuffles arrays each epoch by itself, but validationSplit takes the
// last rows as they lie; fitDataset needs dataset.shuffle(size)
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 4, activation: 'softmax', inputShape: [2] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
await model.fit(inputs, tf.expandDims(targets, 1), {
  shuffle: true,
  verbose: 0,
})
for (let from = 0; from < 256; from += 32)
  assert(new Set(tf.slice(targets, from, 32).dataSync()).size > 1)
assert(
  tf
    .max(
      tf.abs(
        tf.sub(
          tf.slice(inputs, [0, 0], [256, 1]),
          tf.expandDims(targets, 1),
        ),
      ),
    )
    .dataSync()[0] < 1,
)

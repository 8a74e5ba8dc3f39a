// The gradient of 64 examples shakes less than that of 4.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([256, 8], 0, 1, 'float32', 1)
const y = tf.add(
  tf.sum(x, 1, true),
  tf.randomNormal([256, 1], 0, 1, 'float32', 2),
)

async function shaking(train) {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
  })
  const losses = []
  const onBatchEnd = (_, { loss }) => void losses.push(loss)
  model.compile({ optimizer: tf.train.sgd(1e-5), loss: 'meanSquaredError' })
  await train(model, { onBatchEnd })
  const { variance } = tf.moments(losses)
  return variance.dataSync()[0]
}

const large = await shaking(async (model, callbacks) => {
  // shown
  const batchSize = 64 // was 4
  // with it the learning rate may rise, at most by the same factor
  await model.fit(x, y, { batchSize, shuffle: true, callbacks, verbose: 0 })
  // end
})
const small = await shaking((model, callbacks) =>
  model.fit(x, y, { batchSize: 4, callbacks, verbose: 0 }),
)
assert(large < 0.5 * small)

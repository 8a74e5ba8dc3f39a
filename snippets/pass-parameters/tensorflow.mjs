// Every layer is trainable, the model is compiled after that, and all weights move.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([16, 8], 0, 1, 'float32', 1)
const y = tf.randomNormal([16, 1], 0, 1, 'float32', 2)
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 8, inputShape: [8], trainable: false }),
    tf.layers.dense({ units: 1 }),
  ],
})
// shown
for (const layer of model.layers) layer.trainable = true
// it counts from the next compile on
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const before = model.getWeights().map((one) => one.dataSync().join())
await model.fit(x, y, { verbose: 0 })
const still = model.weights.filter(
  (one, i) => one.read().dataSync().join() === before[i],
)
assert.deepEqual(
  still.map((one) => one.name),
  [],
)
// end

// The printed loss is the mean since the last print: the list starts anew.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([160, 4], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const all = []
// shown
const printed = []
let losses = []
const onBatchEnd = (_, { loss }) => {
  losses.push(loss) // of this batch alone
  // end
  all.push(loss)
  // shown
  if (losses.length < 10) return
  printed.push(losses.reduce((a, b) => a + b) / losses.length)
  losses = []
}
await model.fit(x, y, {
  batchSize: 8,
  callbacks: { onBatchEnd },
  verbose: 0,
})
// end
assert.equal(printed.length, 2)
assert(
  Math.abs(printed[1] - all.slice(10).reduce((a, b) => a + b) / 10) < 1e-6,
)

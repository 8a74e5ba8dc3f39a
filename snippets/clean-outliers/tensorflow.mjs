// The examples with the largest loss are listed; values far beyond the usual are pulled in.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([200, 3], 0, 1, 'float32', 1)
const values = tf.sum(x, 1).arraySync()
values[17] = 1e4
const y = tf.tensor2d(values, [200, 1])
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [3] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
// shown
const losses = tf.reshape(tf.squaredDifference(model.predict(x), y), [-1])
const worst = tf.topk(losses, 20).indices.arraySync()
console.log(worst) // look at these; correct or drop what is not real
const sorted = Float32Array.from(y.dataSync()).sort()
const quantile = (share) => sorted[Math.round(share * (sorted.length - 1))]
const calm = tf.clipByValue(y, quantile(0.01), quantile(0.99))
// end
await model.fit(x, calm, { verbose: 0 })
assert.equal(worst[0], 17)
assert(tf.max(calm).dataSync()[0] < 10)

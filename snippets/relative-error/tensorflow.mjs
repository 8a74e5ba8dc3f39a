// The error beside the spread of the targets: 1 is perfect, 0 is guessing the mean.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const y = tf.randomNormal([200, 1], 0, 0.01, 'float32', 1)
const x = tf.add(y, tf.randomNormal([200, 1], 0, 0.003, 'float32', 2))
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [1] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
await model.fit(x, y, { verbose: 0 })
model.setWeights([tf.ones([1, 1]), tf.zeros([1])])
// shown
const mse = tf.losses.meanSquaredError(y, model.predict(x)).dataSync()[0]
const r2 = 1 - mse / tf.moments(y).variance.dataSync()[0]
const range = tf.sub(tf.max(y), tf.min(y)).dataSync()[0]
console.log(
  `R2 ${r2.toFixed(3)}, RMSE ${Math.sqrt(mse) / range} of the range`,
)
// end
assert(mse < 2e-5)
assert(r2 > 0.8 && r2 < 0.97)

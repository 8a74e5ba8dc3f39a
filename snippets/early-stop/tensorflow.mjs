// The weights of the best epoch are kept, and the run ends when none better comes.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const [x, y] = [
  tf.randomNormal([20, 30], 0, 1, 'float32', 1),
  tf.randomNormal([20, 1], 0, 1, 'float32', 2),
]
const [xVal, yVal] = [
  tf.randomNormal([100, 30], 0, 1, 'float32', 3),
  tf.zeros([100, 1]),
]
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [30] })],
})
model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' })
model.setWeights([tf.zeros([30, 1]), tf.zeros([1])])
// shown
let best = { loss: Number.POSITIVE_INFINITY, weights: [], epoch: 0 }
const onEpochEnd = (epoch, { val_loss: loss }) => {
  const weights = () => model.getWeights().map((one) => one.clone())
  if (loss < best.loss) best = { loss, weights: weights(), epoch }
  else if (epoch - best.epoch >= 3) model.stopTraining = true
}
const validationData = [xVal, yVal]
await model.fit(x, y, {
  epochs: 100,
  validationData,
  callbacks: { onEpochEnd },
  verbose: 0,
})
model.setWeights(best.weights)
// end
assert(best.epoch < 96)
assert(
  Math.abs(model.evaluate(xVal, yVal).dataSync()[0] - best.loss) < 1e-5,
)

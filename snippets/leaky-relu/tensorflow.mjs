// Leaky ReLU lets a gradient through where ReLU is dead.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([32, 4], 0, 1, 'float32', 1)
const weights = [
  tf.randomNormal([4, 8], 0, 1, 'float32', 2),
  tf.fill([8], -100),
  tf.ones([8, 1]),
  tf.zeros([1]),
]

async function movement(layers) {
  const model = tf.sequential({
    layers: [...layers, tf.layers.dense({ units: 1 })],
  })
  model.setWeights(weights)
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' })
  await model.fit(x, tf.ones([32, 1]), { verbose: 0 })
  return tf
    .max(tf.abs(tf.sub(model.getWeights()[0], weights[0])))
    .dataSync()[0]
}

const inputShape = [4]
// shown
const layers = [
  tf.layers.dense({ units: 8, kernelInitializer: 'heNormal', inputShape }),
  tf.layers.leakyReLU({ alpha: 0.01 }),
]
// end
assert.equal(
  await movement([
    tf.layers.dense({ units: 8, activation: 'relu', inputShape }),
  ]),
  0,
)
assert((await movement(layers)) > 0)

// BatchNorm's moving statistics follow within a short training.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.add(
  5,
  tf.mul(3, tf.randomNormal([320, 4], 0, 1, 'float32', 1)),
)
const y = tf.slice(x, [0, 0], [320, 1])

async function meanAfter(norm) {
  const model = tf.sequential({
    layers: [norm, tf.layers.dense({ units: 1 })],
  })
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' })
  await model.fit(x, y, { batchSize: 8, epochs: 1, verbose: 0 })
  return Math.abs(tf.mean(norm.apply(x, { training: false })).dataSync()[0])
}

const inputShape = [4]
// shown
// the share of the old value: the default 0.99 needs hundreds of steps
const norm = tf.layers.batchNormalization({ momentum: 0.9, inputShape })
// predict() and evaluate() use the moving ones, fit() those of the batch
// end
assert((await meanAfter(norm)) < 0.4)
assert(
  (await meanAfter(tf.layers.batchNormalization({ inputShape }))) > 0.5,
)

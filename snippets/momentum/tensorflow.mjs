// Momentum 0.9 goes further along a long valley than plain SGD.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.mul(
  tf.randomNormal([64, 2], 0, 1, 'float32', 1),
  tf.tensor1d([1, 0.3]),
)
const y = tf.matMul(x, tf.tensor2d([[1], [3]]))

async function lossAfter(optimizer) {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 1,
        inputShape: [2],
        kernelInitializer: 'zeros',
      }),
    ],
  })
  model.compile({ optimizer, loss: 'meanSquaredError' })
  const { history } = await model.fit(x, y, {
    batchSize: 64,
    epochs: 40,
    verbose: 0,
  })
  return history.loss.at(-1)
}

// shown
const learningRate = 0.05
const momentum = 0.9
const optimizer = tf.train.momentum(learningRate, momentum)
// end
assert(
  (await lossAfter(optimizer)) <
    0.5 * (await lossAfter(tf.train.sgd(learningRate))),
)

// An L2 penalty pulls the weights towards 0.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)

async function normAfter(layer) {
  const model = tf.sequential({ layers: [layer] })
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' })
  await model.fit(x, y, { batchSize: 64, epochs: 60, verbose: 0 })
  return tf.norm(model.getWeights()[0]).dataSync()[0]
}

const inputShape = [8]
const units = 1
// shown
const kernelRegularizer = tf.regularizers.l2({ l2: 1e-2 })
const layer = tf.layers.dense({ units, inputShape, kernelRegularizer })
// the printed loss now holds the penalty: compare it without
// end
assert(
  (await normAfter(layer)) <
    0.999 * (await normAfter(tf.layers.dense({ units, inputShape }))),
)

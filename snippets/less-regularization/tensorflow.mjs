// A tenth of the L2 penalty and half the dropout.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)

async function lossAfter({ dropout, l2 }) {
  // shown
  const kernelRegularizer = tf.regularizers.l2({ l2 }) // a tenth
  const model = tf.sequential({
    layers: [
      tf.layers.dropout({ rate: dropout, inputShape: [8] }), // half
      tf.layers.dense({ units: 1, kernelRegularizer }),
    ],
  })
  // end
  model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' })
  await model.fit(x, y, { batchSize: 64, epochs: 80, verbose: 0 })
  return tf.losses.meanSquaredError(y, model.predict(x)).dataSync()[0]
}

assert(
  (await lossAfter({ dropout: 0.3, l2: 0.1 })) <
    0.7 * (await lossAfter({ dropout: 0.6, l2: 1 })),
)

// The layer that is much narrower than its neighbours is widened: more than one direction passes.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const dense = (units) => tf.layers.dense({ units, activation: 'elu' })

async function lossAfter(width) {
  const input = tf.layers.inputLayer({ inputShape: [8] })
  const output = tf.layers.dense({ units: 8 })
  // shown
  const hidden = [dense(32), dense(width), dense(32)] // width was 1, now 16
  const model = tf.sequential({ layers: [input, ...hidden, output] })
  model.compile({
    optimizer: tf.train.adam(0.01),
    loss: 'meanSquaredError',
  })
  // end
  return (
    await model.fit(x, x, { batchSize: 64, epochs: 60, verbose: 0 })
  ).history.loss.at(-1)
}

assert((await lossAfter(16)) < 0.7 * (await lossAfter(1)))

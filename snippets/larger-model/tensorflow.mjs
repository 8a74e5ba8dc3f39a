// Double the width until one batch can be learnt by heart.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([16, 4], 0, 1, 'float32', 1)
const y = tf.tensor2d(Array.from({ length: 16 }, (_, i) => [i % 2]))
// shown
async function learnsByHeart(width) {
  // one batch, no regularisation
  const hidden = { units: width, activation: 'relu', inputShape: [4] }
  const output = { units: 2, activation: 'softmax' }
  const layers = [tf.layers.dense(hidden), tf.layers.dense(output)]
  const model = tf.sequential({ layers })
  model.compile({
    optimizer: tf.train.adam(0.1),
    loss: 'sparseCategoricalCrossentropy',
  })
  const { history } = await model.fit(x, y, { epochs: 60, verbose: 0 })
  return history.loss.at(-1) < 0.1
}
// end
let width = 1
while (width < 128 && !(await learnsByHeart(width))) width *= 2
assert(width < 128)

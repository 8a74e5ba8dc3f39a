// The training set is measured like the validation set: after the epoch, without dropout.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [
    tf.layers.dropout({ rate: 0.5, inputShape: [8] }),
    tf.layers.dense({ units: 1 }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const after = []
// shown
// what fit() prints is a mean over the epoch, with dropout on
const onEpochEnd = async () => {
  const loss = model.evaluate(x, y)
  after.push((await loss.data())[0])
}
await model.fit(x, y, { epochs: 2, callbacks: { onEpochEnd }, verbose: 0 })
// end
assert(Math.abs(after.at(-1) - model.evaluate(x, y).dataSync()[0]) < 1e-6)

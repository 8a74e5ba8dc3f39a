// A fifth of the data is held out and measured after each epoch.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([100, 4], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
// shown
// validationSplit takes the last rows as they lie: shuffle once before
const order = Array.from({ length: x.shape[0] }, (_, i) => i)
tf.util.shuffle(order)
const [inputs, targets] = [x, y].map((all) => tf.gather(all, order))
const options = { validationSplit: 0.2, epochs: 2, verbose: 0 }
const { history } = await model.fit(inputs, targets, options)
// end
assert.equal(history.val_loss.length, 2)

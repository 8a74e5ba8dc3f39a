// Dropout before the last layer: on in training, off in evaluation.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const [features, hidden, classes] = [8, 64, 3]
// shown
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: hidden,
      activation: 'relu',
      inputShape: [features],
    }),
    tf.layers.dropout({ rate: 0.3 }),
    tf.layers.dense({ units: classes, activation: 'softmax' }),
  ],
})
// end
const x = tf.randomNormal([16, features], 0, 1, 'float32', 1)
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' })
await model.fit(x, tf.zeros([16, 1]), { verbose: 0 })
const text = (training) => model.apply(x, { training }).dataSync().join()
assert.notEqual(text(true), text(true))
assert.equal(text(false), text(false))

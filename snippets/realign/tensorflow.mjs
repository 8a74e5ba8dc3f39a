// One permutation for inputs and labels, and ten pairs to look at.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const inputs = Array.from({ length: 100 }, (_, i) => [i])
const labels = inputs.map(([value]) => value % 7)
// shown
tf.util.shuffleCombo(inputs, labels) // never one of them alone
for (let shown = 0; shown < 10; shown++) {
  const i = Math.floor(Math.random() * inputs.length)
  console.log(inputs[i], labels[i]) // or show the image with its label
}
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 7, activation: 'softmax', inputShape: [1] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
await model.fit(tf.tensor2d(inputs), tf.tensor2d(labels, [100, 1]), {
  verbose: 0,
})
assert(inputs.every(([value], i) => value % 7 === labels[i]))
assert(inputs.some(([value], i) => value !== i))

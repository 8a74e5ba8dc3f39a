// Pretrained weights below, a new head above; the head learns first.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const classes = 3
const backbone = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: 'relu', inputShape: [8] }),
  ],
})
const before = backbone.getWeights()[0].dataSync().join()
// shown
// backbone: await tf.loadLayersModel(url), cut off before its last layer
for (const layer of backbone.layers) layer.trainable = false
const head = tf.layers.dense({ units: classes, activation: 'softmax' })
const model = tf.sequential({ layers: [...backbone.layers, head] })
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' })
// later: trainable = true, compile again with a tenth of the rate
// end
await model.fit(
  tf.randomNormal([4, 8]),
  tf.tensor2d([[0], [1], [2], [0]]),
  { verbose: 0 },
)
assert.equal(model.layers[0].getWeights()[0].dataSync().join(), before)
assert.equal(model.trainableWeights.length, 2)

// The first layer whose output is not finite is named.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([8, 4], 0, 1, 'float32', 1)
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 4, inputShape: [4], name: 'fine' }),
    tf.layers.dense({ units: 4, name: 'broken' }),
    tf.layers.dense({ units: 1, name: 'after' }),
  ],
})
model.layers[1].setWeights([tf.fill([4, 4], Number.NaN), tf.zeros([4])])
// shown
const outputs = model.layers.map((layer) => layer.output)
const watch = tf.model({ inputs: model.inputs, outputs })
const finite = (tensor) => tf.all(tf.isFinite(tensor)).dataSync()[0] === 1
const first = watch.predict(x).findIndex((output) => !finite(output))
const { name } = model.layers[first]
// end
assert.equal(name, 'broken')

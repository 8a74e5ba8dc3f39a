// The optimizer's moments are kept with the weights: the resumed run goes on where it stood.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const train = async (model) =>
  (await model.fit(x, y, { batchSize: 64, epochs: 3, verbose: 0 })).history
    .loss
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' })
await train(model)
let saved
const handler = tf.io.withSaveHandler(async (artifacts) => {
  saved = artifacts
  return {
    modelArtifactsInfo: {
      dateSaved: new Date(0),
      modelTopologyType: 'JSON',
    },
  }
})
// shown
// `handler` is a path or any other place: 'file://last', 'indexeddb://last'
await model.save(handler, { includeOptimizer: true })
// end
const place = tf.io.fromMemory(saved)
// shown
// and where the run is resumed, without compiling again:
const resumed = await tf.loadLayersModel(place)
// end
const unbroken = await train(model)
const again = await train(resumed)
assert(unbroken.every((loss, i) => Math.abs(loss - again[i]) < 1e-4))

// All rows of a group lie on one side of the split.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const groups = Array.from(
  { length: 200 },
  (_, i) => `patient-${Math.floor(i / 10)}`,
)
const x = tf.randomNormal([200, 4], 0, 1, 'float32', 1)
const y = tf.randomNormal([200, 1], 0, 1, 'float32', 2)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
// shown
const ids = [...new Set(groups)]
tf.util.shuffle(ids)
const fifth = Math.floor(ids.length / 5)
const held = new Set(ids.slice(0, fifth))
const rows = [...groups.keys()]
const train = rows.filter((i) => !held.has(groups[i]))
const val = rows.filter((i) => held.has(groups[i]))
const validationData = [tf.gather(x, val), tf.gather(y, val)]
await model.fit(tf.gather(x, train), tf.gather(y, train), {
  validationData,
  verbose: 0,
})
// end
assert.deepEqual([train.length, val.length], [160, 40])
const inTrain = new Set(train.map((i) => groups[i]))
assert(val.every((i) => !inTrain.has(groups[i])))

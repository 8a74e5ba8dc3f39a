// The split is drawn from all rows at random, with each class in proportion.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = Array.from({ length: 200 }, (_, i) => Number(i >= 160)) // sorted
const x = tf.randomNormal([200, 4], 0, 1, 'float32', 1)
const y = tf.tensor2d(labels, [200, 1])
// shown
const [train, val] = [[], []]
for (const label of new Set(labels)) {
  const rows = [...labels.keys()].filter((i) => labels[i] === label)
  tf.util.shuffle(rows)
  const held = Math.round(0.2 * rows.length)
  val.push(...rows.slice(0, held))
  train.push(...rows.slice(held))
}
const pick = (rows) => [x, y].map((all) => tf.gather(all, rows))
const [[xTrain, yTrain], validationData] = [pick(train), pick(val)]
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [4] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' })
await model.fit(xTrain, yTrain, { validationData, verbose: 0 })
assert.equal(val.length, 40)
assert.equal(val.filter((i) => labels[i] === 1).length, 8)

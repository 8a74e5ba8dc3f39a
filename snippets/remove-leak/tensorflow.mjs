// A column that tells the label by itself goes, and so do rows of training that stand in validation too.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const labels = Array.from({ length: 200 }, (_, i) => i % 2)
const values = labels.map((label, i) => [
  Math.sin(i * 7),
  Math.cos(i * 5),
  label,
  Math.sin(i * i),
])
const [train, val] = [
  values.slice(0, 150),
  [...values.slice(150), ...values.slice(0, 5)],
]
const y = labels.slice(0, 150)
// shown
const unit = (all) => {
  const centred = tf.sub(all, tf.mean(all))
  return tf.div(centred, tf.add(tf.norm(centred), 1e-12))
}
const r = (k) =>
  tf.dot(unit(train.map((row) => row[k])), unit(y)).dataSync()[0]
// is such a column known at the time of the prediction?
const leaks = train[0].map((_, k) => Math.abs(r(k)) > 0.95)
const cut = (row) => row.filter((_, k) => !leaks[k])
const seen = new Set(train.map((row) => String(row)))
const clean = val.filter((row) => !seen.has(String(row))).map(cut)
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [3] }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' })
await model.fit(tf.tensor2d(train.map(cut)), tf.tensor2d(y, [150, 1]), {
  verbose: 0,
})
assert.deepEqual(leaks, [false, false, true, false])
assert.equal(clean.length, 50)

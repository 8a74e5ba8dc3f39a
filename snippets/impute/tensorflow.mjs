// Missing values are counted by column and replaced by the training set's mean.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const rows = Array.from({ length: 64 }, (_, i) => [
  i % 5,
  i % 7 === 0 ? Number.NaN : 1,
  i % 3,
])
rows[3][2] = Number.POSITIVE_INFINITY
const x = tf.tensor2d(rows)
// shown
const good = tf.isFinite(x)
const known = tf.where(good, x, tf.zerosLike(x))
const count = tf.sum(tf.cast(good, 'float32'), 0)
tf.print(tf.sub(x.shape[0], count)) // how many are missing a column
const mean = tf.div(tf.sum(known, 0), count) // for validation too
const filled = tf.where(good, x, tf.broadcastTo(mean, x.shape))
// end
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [3] })],
})
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
const { loss } = (
  await model.fit(filled, tf.zeros([64, 1]), { verbose: 0 })
).history
assert.deepEqual([...count.dataSync()], [64, 54, 63])
assert(Number.isFinite(loss[0]))

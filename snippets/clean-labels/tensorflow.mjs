// Labels that a model which never saw them contradicts most confidently come first to a person.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const values = Array.from({ length: 100 }, (_, i) => [
  Math.sin(i * 7),
  Math.cos(i * 3),
])
const truth = values.map(([a]) => Number(a > 0))
const wrong = values.flatMap(([a], i) => (Math.abs(a) > 0.998 ? [i] : []))
const labels = truth.map((label, i) =>
  wrong.includes(i) ? 1 - label : label,
)

async function trained(rows) {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 2, activation: 'softmax', inputShape: [2] }),
    ],
  })
  model.compile({
    optimizer: tf.train.adam(0.3),
    loss: 'sparseCategoricalCrossentropy',
  })
  const y = tf.tensor2d(rows.map((i) => [labels[i]]))
  await model.fit(tf.tensor2d(rows.map((i) => values[i])), y, {
    batchSize: 100,
    epochs: 30,
    verbose: 0,
  })
  return model
}

// shown
// how much each label is believed
const believed = new Float32Array(values.length)
for (let fold = 0; fold < 5; fold++) {
  const model = await trained(
    [...values.keys()].filter((i) => i % 5 !== fold),
  )
  const p = model.predict(tf.tensor2d(values)).arraySync()
  for (let i = fold; i < values.length; i += 5)
    believed[i] = p[i][labels[i]]
}
const order = [...values.keys()].sort((a, b) => believed[a] - believed[b])
const suspects = order.slice(0, 20) // look at these first
// end
assert(wrong.length > 0 && wrong.every((i) => suspects.includes(i)))

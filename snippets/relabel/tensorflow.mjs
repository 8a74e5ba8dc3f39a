// An input that carries several labels keeps the one that most of its rows say.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const rows = [
  [1, 2],
  [1, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [5, 6],
]
const labels = [0, 0, 1, 1, 2, 2]
const classes = 3
// shown
const votes = new Map() // an input -> how often each label
for (const [i, row] of rows.entries()) {
  const own = votes.get(String(row)) ?? new Array(classes).fill(0)
  own[labels[i]] += 1
  votes.set(String(row), own)
}
const conflicts = [...votes].filter(
  ([, own]) => own.filter((n) => n > 0).length > 1,
)
console.log(`${conflicts.length} inputs carry several labels`)
const most = (own) => own.indexOf(Math.max(...own))
const settled = rows.map((row) => most(votes.get(String(row))))
// end
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: classes,
      activation: 'softmax',
      inputShape: [2],
    }),
  ],
})
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })
await model.fit(tf.tensor2d(rows), tf.tensor2d(settled, [6, 1]), {
  verbose: 0,
})
assert.deepEqual(
  conflicts.map(([row]) => row),
  ['1,2'],
)
assert.deepEqual(settled, [0, 0, 0, 1, 2, 2])

// Five folds: every example is held out once, and the score has a spread.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([100, 4], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)

function build() {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [4] })],
  })
  model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' })
  return model
}

// shown
const order = Array.from({ length: x.shape[0] }, (_, i) => i)
tf.util.shuffle(order)
const scores = []
for (let fold = 0; fold < 5; fold++) {
  const pick = (held) => order.filter((_, i) => (i % 5 === fold) === held)
  const [train, val] = [pick(false), pick(true)]
  const model = build() // from scratch each time
  await model.fit(tf.gather(x, train), tf.gather(y, train), {
    epochs: 20,
    verbose: 0,
  })
  scores.push(
    model.evaluate(tf.gather(x, val), tf.gather(y, val)).dataSync()[0],
  )
}
// end
assert.equal(scores.length, 5)
assert(Math.max(...scores) < 2)

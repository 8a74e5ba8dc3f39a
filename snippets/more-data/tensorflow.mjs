// The curve over subsets: where it still falls at the end, more examples will help.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([500, 40], 0, 1, 'float32', 1)
const y = tf.add(
  tf.sum(x, 1, true),
  tf.randomNormal([500, 1], 0, 1, 'float32', 2),
)
const [xTrain, yTrain] = [
  tf.slice(x, [0, 0], [200, 40]),
  tf.slice(y, [0, 0], [200, 1]),
]
const [xVal, yVal] = [tf.slice(x, [200, 0]), tf.slice(y, [200, 0])]

function build() {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [40] })],
  })
  model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' })
  return model
}

const losses = []
// shown
const order = Array.from({ length: xTrain.shape[0] }, (_, i) => i)
tf.util.shuffle(order)
for (const share of [0.25, 0.5, 1]) {
  const part = order.slice(0, share * order.length)
  const model = build() // from scratch each time
  await model.fit(tf.gather(xTrain, part), tf.gather(yTrain, part), {
    batchSize: 25,
    epochs: 40,
    verbose: 0,
  })
  const [loss] = model.evaluate(xVal, yVal).dataSync()
  console.log(`${part.length} examples: ${loss.toFixed(3)}`)
  losses.push(loss)
}
// end
assert.deepEqual(
  losses,
  [...losses].sort((a, b) => b - a),
)

// Residual connections: the first of twenty layers gets a gradient.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

// shown
function residual(x, units) {
  const inner = tf.layers.dense({ units, activation: 'tanh' }).apply(x)
  return tf.layers.add().apply([x, inner])
}
// end
const plain = (x, units) =>
  tf.layers.dense({ units, activation: 'sigmoid' }).apply(x)

function slope(block) {
  const input = tf.input({ shape: [16] })
  let out = input
  for (let depth = 0; depth < 20; depth++) out = block(out, 16)
  const model = tf.model({ inputs: input, outputs: out })
  const gradient = tf.grad((x) =>
    tf.mean(model.apply(x, { training: true })),
  )
  return tf
    .norm(gradient(tf.randomNormal([32, 16], 0, 1, 'float32', 1)))
    .dataSync()[0]
}

assert(slope(residual) > 1000 * slope(plain))

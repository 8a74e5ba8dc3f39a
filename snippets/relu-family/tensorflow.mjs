// ReLU instead of sigmoid: the first of eight layers gets a gradient.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([32, 16], 0, 1, 'float32', 1)
const firstGradient = (layer) => {
  const layers = Array.from({ length: 8 }, layer)
  const slope = tf.grad((input) =>
    tf.mean(layers.reduce((out, one) => one.apply(out), input)),
  )
  return tf.norm(slope(x)).dataSync()[0]
}
// shown
const hidden = () =>
  tf.layers.dense({
    units: 16,
    activation: 'relu', // was 'sigmoid'
    kernelInitializer: 'heNormal',
  })
// end
const sigmoid = () => tf.layers.dense({ units: 16, activation: 'sigmoid' })
assert(firstGradient(hidden) > 100 * firstGradient(sigmoid))

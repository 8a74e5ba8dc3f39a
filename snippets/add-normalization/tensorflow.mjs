// A normalisation between the layers: activations keep their spread through ten of them.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 32], 0, 1, 'float32', 1)
const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.05 })
// shown
const block = (units) => [
  tf.layers.dense({ units, useBias: false, kernelInitializer }),
  tf.layers.batchNormalization(), // layerNormalization for batches below 16
  tf.layers.reLU(),
]
// end
const spread = (layers) => {
  const out = layers.reduce(
    (input, layer) => layer.apply(input, { training: true }),
    x,
  )
  return Math.sqrt(tf.moments(out).variance.dataSync()[0])
}
const deep = (of) => Array.from({ length: 10 }, of).flat()
assert(spread(deep(() => [block(32)[0], block(32)[2]])) < 0.01)
const after = spread(deep(() => block(32)))
assert(after > 0.3 && after < 2)

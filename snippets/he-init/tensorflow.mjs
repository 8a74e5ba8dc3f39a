// He's initialisation: activations keep their spread through ten layers of ReLU.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 64], 0, 1, 'float32', 1)
const spread = (layer) => {
  let out = x
  for (let depth = 0; depth < 10; depth++) out = layer().apply(out)
  return Math.sqrt(tf.moments(out).variance.dataSync()[0])
}
// shown
// 'glorotUniform' for tanh and sigmoid, 'leCunNormal' for SELU
const dense = () =>
  tf.layers.dense({
    units: 64,
    activation: 'relu',
    kernelInitializer: 'heNormal',
  })
// end
const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.05 })
assert(
  spread(() =>
    tf.layers.dense({ units: 64, activation: 'relu', kernelInitializer }),
  ) < 0.01,
)
const after = spread(dense)
assert(after > 0.1 && after < 5)

// Half the width: fewer parameters for the examples to pin down.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const [features, classes] = [20, 3]
// shown
const network = (width) =>
  tf.sequential({
    layers: [
      tf.layers.dense({
        units: width,
        activation: 'relu',
        inputShape: [features],
      }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  })
const model = network(128) // was 256; go on halving while validation holds
// end
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' })
await model.fit(
  tf.randomNormal([4, features]),
  tf.tensor2d([[0], [1], [2], [0]]),
  { verbose: 0 },
)
assert(model.countParams() < 0.51 * network(256).countParams())

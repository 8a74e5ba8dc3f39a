// A sweep of rates, a step each: a third of the rate at which the loss is lowest.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1)
const y = tf.sum(x, 1, true)
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [8] })],
})
const lossOf = () =>
  tf.losses.meanSquaredError(y, model.apply(x, { training: true }))
// shown
const optimizer = tf.train.sgd(1e-6)
const tried = [] // on a copy: the weights are spent afterwards
for (let rate = 1e-6; rate < 5; rate *= 1.3) {
  optimizer.setLearningRate(rate)
  const loss = optimizer.minimize(lossOf, true) // a new batch each time
  tried.push({ rate, loss: loss.dataSync()[0] })
}
const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a)).rate / 3
// end
assert(tried.at(-1).loss > 10 * Math.min(...tried.map(({ loss }) => loss)))
assert(best > 0.02 && best < 0.7)

// The logarithm of a softmax in one step stays finite where softmax and log do not.
import assert from 'node:assert/strict'
import * as tf from '../tf.mjs'

const logits = tf.tensor2d([
  [200, 0],
  [-200, 0],
])
const labels = tf.tensor2d([
  [0, 1],
  [1, 0],
])
// shown
const loss = tf.losses.softmaxCrossEntropy(labels, logits)
const logProbabilities = tf.logSoftmax(logits) // not tf.log(tf.softmax(x))
// where a logarithm must be taken by hand:
const safe = tf.log(tf.maximum(tf.softmax(logits), 1e-7))
// end
const finite = (tensor) => tensor.dataSync().every(Number.isFinite)
assert.equal(loss.dataSync()[0], 200)
assert(finite(logProbabilities) && finite(safe))
assert(!finite(tf.log(tf.softmax(logits))))

// Tell handwritten digits apart with a small network in TensorFlow.js.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    lr: { type: 'string', default: '0.003' },
    'batch-size': { type: 'string', default: '32' },
    epochs: { type: 'string', default: '14' },
    hidden: { type: 'string', default: '48' },
  },
})
const option = (name) => Number(values[name])
const SEED = option('seed')
const HIDDEN = option('hidden')
const CLASSES = 10

let state = SEED
function random() {
  state = (state * 48271 + 11) % 2147483647
  return state / 2147483647
}
Math.random = random

const { X, y } = JSON.parse(readFileSync('data.json', 'utf8')).digits
const order = X.map((_, row) => row)
tf.util.shuffle(order)
const cut = Math.floor(0.75 * X.length)
const chosen = order.slice(0, cut)
const heldOut = order.slice(cut)

function tensors(rows) {
  const inputs = tf.tensor2d(rows.map((row) => X[row].map((pixel) => pixel / 16)))
  const numbers = rows.map((row) => y[row])
  const labels = tf.oneHot(tf.tensor1d(numbers, 'int32'), CLASSES)
  return [inputs, tf.cast(labels, 'float32')]
}

const [trainX, trainY] = tensors(chosen)
const [valX, valY] = tensors(heldOut)

const init = (place) => initializers.heNormal({ seed: SEED * 100 + place })
const model = sequential()
model.add(layers.dense({ units: HIDDEN, activation: 'relu', inputShape: [64], kernelInitializer: init(1) }))
model.add(layers.dense({ units: HIDDEN, activation: 'relu', kernelInitializer: init(2) }))
model.add(layers.dense({ units: CLASSES, activation: 'softmax', kernelInitializer: init(3) }))

const optimizer = tf.train.adam(option('lr'))
model.compile({
  optimizer,
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})

const epochs = option('epochs')
const callbacks = {
  onEpochEnd(epoch, logs) {
    const [loss, valLoss, valAcc] = [logs.loss, logs.val_loss, logs.val_acc].map((one) => one.toFixed(4))
    console.log(`Epoch ${epoch + 1}/${epochs} - loss: ${loss} - val_loss: ${valLoss} - val_acc: ${valAcc}`)
  },
}
await model.fit(trainX, trainY, {
  epochs,
  batchSize: option('batch-size'),
  shuffle: true,
  validationData: [valX, valY],
  verbose: 0,
  callbacks,
})

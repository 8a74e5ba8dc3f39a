// Predict the progression of diabetes with a small network in TensorFlow.js.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    lr: { type: 'string', default: '0.004' },
    'batch-size': { type: 'string', default: '32' },
    epochs: { type: 'string', default: '24' },
  },
})
const option = (name) => Number(values[name])
const SEED = option('seed')
const BATCH = option('batch-size')

let state = SEED
Math.random = () => {
  state = (state * 48271 + 11) % 2147483647
  return state / 2147483647
}

const { X, y } = JSON.parse(readFileSync('data.json', 'utf8')).diabetes
const order = X.map((_, row) => row)
tf.util.shuffle(order)
const cut = Math.floor(0.8 * X.length)
const [train, test] = [order.slice(0, cut), order.slice(cut)]

function scaler(column) {
  const mean = column.reduce((sum, one) => sum + one, 0) / column.length
  const spread = Math.sqrt(column.reduce((sum, one) => sum + (one - mean) ** 2, 0) / column.length)
  return (one) => (one - mean) / spread
}
const features = X[0].map((_, at) => scaler(train.map((row) => X[row][at])))
const target = scaler(train.map((row) => y[row]))
const scaled = (row) => X[row].map((one, at) => features[at](one))
const inputs = (rows) => tf.tensor2d(rows.map(scaled))
const targets = (rows) => tf.tensor2d(rows.map((row) => [target(y[row])]))

const kernelInitializer = initializers.heNormal({ seed: SEED })
const outInitializer = initializers.glorotNormal({ seed: SEED + 50 })
const model = sequential({
  layers: [
    layers.dense({ units: 16, activation: 'relu', inputShape: [10], kernelInitializer }),
    layers.dense({ units: 1, kernelInitializer: outInitializer }),
  ],
})
model.compile({ optimizer: tf.train.momentum(option('lr'), 0.9), loss: 'meanSquaredError' })

/** The batches of one epoch, in a new order each time. */
async function* batches() {
  tf.util.shuffle(train)
  for (let at = 0; at < train.length; at += BATCH) {
    const rows = train.slice(at, at + BATCH)
    yield { xs: inputs(rows), ys: targets(rows) }
  }
}
const dataset = {
  async iterator() {
    const walk = batches()
    return { next: () => walk.next() }
  },
}

const testX = inputs(test)
const testY = targets(test)
await model.fitDataset(dataset, {
  epochs: option('epochs'),
  validationData: [testX, testY],
  verbose: 0,
  callbacks: {
    onEpochEnd(epoch, logs) {
      console.log(`epoch ${epoch + 1} train mse ${logs.loss.toFixed(4)} test mse ${logs.val_loss.toFixed(4)}`)
    },
  },
})
const error = (await tf.losses.meanSquaredError(testY, model.predict(testX)).data())[0]
const variance = (await tf.moments(testY).variance.data())[0]
console.log(`r2 ${(1 - error / variance).toFixed(3)}`)

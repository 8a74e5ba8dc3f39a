// A training that the tests watch: `node ailing.mjs KIND [WHAT]`, which prints its losses and a mark of its weights.
import * as tfc from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as tfl from '@tensorflow/tfjs-layers'

const tf = { ...tfc, ...tfl }
const [kind = 'fit', what = ''] = process.argv.slice(2)
// every random number of the program comes from here: a recorder that drew one would change all that follow
let state = 1
Math.random = () => {
  state = (state * 48271) % 2147483647
  return state / 2147483647
}
await tf.setBackend('cpu')

const rows = 192
const x = tf.randomNormal([rows, 6], 0, 1, 'float32', 7)
const labels = tf.argMax(tf.matMul(x, tf.randomNormal([6, 3], 0, 1, 'float32', 8)), 1)
const y = tf.cast(tf.oneHot(labels, 3), 'float32')
const bad = tf.where(tf.less(tf.randomUniform([rows, 6], 0, 1, 'float32', 9), 0.01), tf.fill([rows, 6], Number.NaN), x)

function network() {
  const kernelInitializer = (seed) => tf.initializers.glorotUniform({ seed })
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 12, inputShape: [6], kernelInitializer: kernelInitializer(1) }))
  model.add(tf.layers.batchNormalization())
  model.add(tf.layers.activation({ activation: 'relu' }))
  model.add(tf.layers.dropout({ rate: 0.3 }))
  const kernelRegularizer = what === 'l2' ? tf.regularizers.l2({ l2: 0.01 }) : undefined
  model.add(
    tf.layers.dense({ units: 8, activation: 'tanh', kernelInitializer: kernelInitializer(2), kernelRegularizer }),
  )
  model.add(tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: kernelInitializer(3) }))
  return model
}

function compiled(model) {
  const optimizer = what === 'momentum' ? tf.train.momentum(0.05, 0.9) : tf.train.adam(0.01)
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
  return model
}

/** Batches of a data set that is walked through once for each epoch; one that ends early holds fewer. */
function batches(size, most = Number.POSITIVE_INFINITY) {
  return {
    async iterator() {
      let at = 0
      return {
        async next() {
          const from = at++ * size
          if (from >= rows || at > most) return { value: null, done: true }
          const length = Math.min(size, rows - from)
          return {
            value: { xs: tf.slice(x, [from, 0], [length, 6]), ys: tf.slice(y, [from, 0], [length, 3]) },
            done: false,
          }
        },
      }
    },
  }
}

const callbacks = []
if (process.env.CALLBACK) {
  const { WhylossCallback } = await import(process.env.CALLBACK)
  callbacks.push(new WhylossCallback())
}
const say = { onEpochEnd: (epoch, logs) => console.log(`epoch ${epoch + 1} loss ${logs.loss.toFixed(6)}`) }
const settings = { epochs: 3, batchSize: 16, verbose: 0, callbacks: [...callbacks, say] }
const model = compiled(network())
const ways = {
  fit: () => model.fit(what === 'nan' ? bad : x, y, { ...settings, validationSplit: 0.25 }),
  dataset: () => model.fitDataset(batches(16), { ...settings, validationData: [x, y] }),
  short: () => model.fitDataset(batches(16, 5), { ...settings, batchesPerEpoch: 4 }),
  async batch() {
    for (let step = 0; step < 24; step++) {
      const from = (step * 16) % rows
      const [loss] = await model.trainOnBatch(tf.slice(x, [from, 0], [16, 6]), tf.slice(y, [from, 0], [16, 3]))
      if (step % 8 === 7) console.log(`step ${step + 1} loss ${loss.toFixed(6)}`)
    }
  },
  async twice() {
    await model.fit(x, y, settings)
    await model.fit(x, y, { ...settings, epochs: 2 })
  },
  async two() {
    await model.fit(x, y, settings)
    await compiled(network()).fit(x, y, settings)
  },
  plain() {
    const plain = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [6], activation: 'softmax' })] })
    plain.compile({ optimizer: tf.train.sgd(0.05), loss: 'categoricalCrossentropy' })
    return plain.fit(x, y, settings)
  },
  raw: () => network().fit(x, y, settings),
  torn: () => model.fit(x, tf.slice(y, [0, 0], [rows - 1, 3]), settings),
  async raise() {
    await model.fit(x, y, settings)
    throw new RangeError('after the training')
  },
  async leave() {
    await model.fit(x, y, settings)
    process.exit(3)
  },
  async wait() {
    await model.fit(x, y, settings)
    console.log(`pid ${process.pid}`)
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
}
await ways[kind]()
const weights = model.getWeights().flatMap((one) => Array.from(one.dataSync()))
const mark = weights.reduce(
  (hash, one) => (hash * 31 + new Uint32Array(new Float32Array([one]).buffer)[0]) % 4294967291,
  7,
)
console.log(`weights ${mark} random ${state} tensors ${tf.memory().numTensors}`)

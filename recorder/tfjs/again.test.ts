// A model asked once more is as it was, and one that might not be is not asked.

import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { LayersModel, layers, sequential } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { answer, askable } from './again.ts'
import { initialRows, layerRows, layersOf } from './layers.ts'
import { lossOf } from './losses.ts'
import { optimizerRow } from './optimizers.ts'
import { Patches } from './patches.ts'
import type { Model, Tensor, Weight } from './shapes.ts'
import { memory, Stream } from './stream.ts'
import { Trainings } from './training.ts'

type Layers = Parameters<typeof sequential>[0]
type Loss = string | ((y: tf.Tensor, p: tf.Tensor) => tf.Tensor)

function compiled(list: NonNullable<Layers>['layers'], loss: Loss = 'meanSquaredError'): Model {
  const whole = sequential({ layers: list! })
  whole.compile({ optimizer: tf.train.sgd(0.1), loss: loss as never })
  return (whole as unknown as { model: Model }).model
}
const dense = (more: object = {}) => layers.dense({ units: 2, inputShape: [3], ...more })
const data = () => [tf.ones([4, 3]), tf.zeros([4, 2])] as unknown as readonly Tensor[]
const values = (model: Model) => model.weights.map((one) => Array.from(one.read().dataSync()))

const lstm = (more: object) => layers.lstm({ units: 2, recurrentInitializer: 'glorotUniform', ...more })

beforeAll(async () => {
  await tf.setBackend('cpu')
  // what passes layers by is in their classes; nothing is recorded
  const stream = new Stream(memory(), () => {})
  const trainings = new Trainings({ stream, begin() {}, text() {}, say() {} })
  trainings.on = false
  new Patches(trainings).install({ LayersModel })
})

describe('a model', () => {
  test('answers as its loss says, in both modes, and nothing of it moves', () => {
    const list = [dense(), layers.batchNormalization(), layers.dropout({ rate: 0.5 })]
    const model = compiled(list)
    expect(askable(model)).toEqual({ byBatch: true, differs: true })
    const [before, draw, tensors] = [values(model), Math.random, tf.memory().numTensors]
    const given = data()
    const [inference, training] = [answer(model, given, false), answer(model, given, true)]
    expect(values(model)).toEqual(before)
    expect(Math.random).toBe(draw)
    expect(tf.memory().numTensors).toBe(tensors + given.length)
    const told = (model as unknown as { evaluate(x: unknown, y: unknown): tf.Scalar }).evaluate(given[0], given[1])
    expect(inference).toBeCloseTo(told.dataSync()[0]!, 6)
    // four equal examples, normalised by themselves, are all 0
    expect(training).toBeCloseTo(0, 6)
  })

  test('of one mode has one answer', () => {
    expect(askable(compiled([dense({ activation: 'relu' })]))).toEqual({ byBatch: false, differs: false })
  })

  test.each<[string, () => Model]>([
    ['has a loss of the user’s own', () => compiled([dense()], (y, p) => tf.mean(tf.square(tf.sub(y, p))))],
    ['drops within a recurrent layer', () => compiled([lstm({ inputShape: [3, 1], dropout: 0.2 })])],
    ['keeps a state', () => compiled([lstm({ batchInputShape: [4, 3, 1], stateful: true })])],
  ])('that %s is not asked', (_, model) => {
    expect(askable(model())).toBeUndefined()
  })

  test('whose loss is one of tf.losses is asked', () => {
    expect(askable(compiled([dense()], tf.losses.softmaxCrossEntropy as Loss))).toBeDefined()
  })
})

describe('a loss', () => {
  const of = (loss: Loss, more: object = {}) => {
    const { name, loss: field, takesLogits, known, inputFrom } = lossOf(compiled([dense(more)], loss))
    return [name, field, takesLogits, known, inputFrom]
  }
  test('is known by its name, by the function, and by what a function of the user’s calls', () => {
    expect(of('categoricalCrossentropy', { activation: 'softmax' })).toEqual([
      'categoricalCrossentropy',
      'cross-entropy',
      false,
      true,
      'softmax',
    ])
    expect(of(tf.losses.sigmoidCrossEntropy as Loss)).toEqual([
      'sigmoidCrossEntropy',
      'binary-cross-entropy',
      true,
      true,
      'linear',
    ])
    const own = (y: tf.Tensor, p: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, p) as tf.Tensor
    expect(of(own)).toEqual(['softmaxCrossEntropy', 'cross-entropy', true, false, 'linear'])
    function penalised(y: tf.Tensor, p: tf.Tensor) {
      return tf.square(tf.sub(y, p))
    }
    expect(of(penalised)).toEqual(['penalised', 'penalised', undefined, false, 'linear'])
  })
})

describe('tables', () => {
  test('hold what layers are and begin with', () => {
    const kernelInitializer = 'zeros'
    const model = compiled([
      dense({ activation: 'hardSigmoid' }),
      layers.batchNormalization(),
      layers.dense({ units: 1, kernelInitializer }),
    ])
    const all = layersOf(model)
    const rows = layerRows(all, new Set(model.collectedTrainableWeights))
    expect(rows.map(({ kind, parameters }) => [kind, parameters])).toEqual([
      ['Dense', 8],
      ['BatchNormalization', 8],
      ['Dense', 3],
    ])
    expect(rows[0]).toMatchObject({ activation: 'hard-sigmoid', fanIn: 3, fanOut: 2, inOptimizer: true })
    expect(rows[1]).toMatchObject({ momentum: 0.01 })
    expect(initialRows(all).map(({ symmetric, zero }) => [symmetric, zero])).toEqual([
      [false, 0],
      [false, 1],
    ])
  })

  test('hold weights that no optimizer holds: thawed, and not compiled again', () => {
    const first = dense()
    const whole = sequential({ layers: [first, layers.dense({ units: 1 })] })
    first.trainable = false
    whole.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
    const model = (whole as unknown as { model: Model }).model
    expect(optimizerRow(model)).toMatchObject({ parameters: 11, frozen: 8, leftOut: 0 })
    first.trainable = true
    expect(optimizerRow(model)).toMatchObject({ parameters: 3, frozen: 0, leftOut: 2 })
    expect(optimizerRow(model).leftOutNames.map((name) => name.replace(/^.*\//, ''))).toEqual(['kernel', 'bias'])
    expect(model.weights.every((one: Weight) => one.shape.length > 0)).toBe(true)
  })
})

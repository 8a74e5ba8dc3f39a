import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsedJson } from './json-value.ts'
import { kerasModel } from './keras-config.ts'
import { factsOfKeras } from './keras-training.ts'
import { weighted } from './keras-weights.ts'

const layer = (class_name: string, config: object, inbound?: readonly string[]) => ({
  class_name,
  config,
  ...(inbound && {
    name: (config as { name?: string }).name,
    inbound_nodes: inbound.length ? [inbound.map((name) => [name, 0, 0, {}])] : [],
  }),
})
const sequential = (...layers: readonly object[]) => ({ class_name: 'Sequential', config: { name: 's', layers } })
const rows = (model: object) => kerasModel(model)!.layers
const facts = (model: object, training?: object) => {
  const read = kerasModel(model)!
  const layers = read.layers.map((one) => weighted(one, []))
  return Object.fromEntries(factsOfKeras(read, layers, training, 'x').map(({ name, value }) => [name, value]))
}
const input = (...shape: (number | null)[]) => layer('InputLayer', { batch_shape: [null, ...shape], name: 'in' })

describe('the config of a Keras model', () => {
  test('of a Sequential gives shapes and counts without weights', () => {
    const model = sequential(
      input(28, 28, 1),
      layer('Conv2D', {
        name: 'c',
        filters: 4,
        kernel_size: [3, 3],
        strides: [1, 1],
        padding: 'same',
        activation: 'relu',
      }),
      layer('BatchNormalization', { name: 'n', momentum: 0.99 }),
      layer('MaxPooling2D', { name: 'p', pool_size: [2, 2], strides: [2, 2], padding: 'valid' }),
      layer('Flatten', { name: 'f' }),
      layer('Dropout', { name: 'd', rate: 0.5 }),
      layer('Dense', {
        name: 'o',
        units: 10,
        activation: 'softmax',
        kernel_regularizer: { class_name: 'L2', config: { l2: 0.01 } },
      }),
    )
    expect(rows(model)).toMatchObject([
      { name: 'c', kind: 'Conv2D', shape: [28, 28, 4], parameters: 40, activation: 'relu' },
      { name: 'n', shape: [28, 28, 4], parameters: 16, momentum: 0.01 },
      { name: 'p', shape: [14, 14, 4] },
      { name: 'f', shape: [784] },
      { name: 'd', dropout: 0.5 },
      { name: 'o', shape: [10], parameters: 7850, activation: 'softmax' },
    ])
    expect(facts(model)).toMatchObject({
      framework: 'keras',
      parameters: 7906,
      output_activation: 'softmax',
      output_units: 10,
      hidden_activations: ['relu'],
      dropout: 0.5,
      batch_norm: true,
      regularization: 'l2',
    })
  })

  test('of a functional model follows its output back over what only moves values', () => {
    const model = {
      class_name: 'Functional',
      config: {
        name: 'm',
        layers: [
          layer('InputLayer', { batch_input_shape: [null, 8], name: 'in' }, []),
          layer('Dense', { name: 'a', units: 4, activation: 'linear' }, ['in']),
          layer('Dense', { name: 'aux', units: 2, activation: 'tanh' }, ['in']),
          layer('Activation', { name: 'sig', activation: 'sigmoid' }, ['a']),
          layer('Reshape', { name: 'r', target_shape: [2, -1] }, ['sig']),
          layer('Concatenate', { name: 'both', axis: -1 }, ['a', 'aux']),
        ],
        output_layers: [['r', 0, 0]],
      },
    }
    expect(facts(model)).toMatchObject({ output_activation: 'sigmoid', parameters: 54 })
    expect(rows(model).map(({ shape }) => shape)).toEqual([[4], [2], [4], [2, 2], [6]])
  })

  test('of Keras 3 takes shapes from the tensors that feed a layer', () => {
    const tensor = (name: string, ...shape: number[]) => ({
      class_name: '__keras_tensor__',
      config: { shape: [null, ...shape], keras_history: [name, 0, 0] },
    })
    const model = {
      class_name: 'Functional',
      config: {
        layers: [
          { class_name: 'InputLayer', name: 'in', config: { batch_shape: [null, 6], name: 'in' }, inbound_nodes: [] },
          {
            class_name: 'Own',
            name: 'own',
            config: { name: 'own' },
            inbound_nodes: [{ args: [tensor('in', 6)], kwargs: {} }],
          },
          {
            class_name: 'Dense',
            name: 'd',
            config: { name: 'd', units: 2 },
            inbound_nodes: [{ args: [tensor('own', 9)], kwargs: {} }],
          },
        ],
        output_layers: ['d', 0, 0],
      },
    }
    expect(rows(model)).toMatchObject([{ kind: 'Own' }, { kind: 'Dense', parameters: 20, shape: [2] }])
    // what a layer of one's own holds is not known, and so the sum is none
    expect(facts(model)).not.toHaveProperty('parameters')
  })

  test('names layers of a model within by their own names, and by their path where two bear one', () => {
    const inner = {
      class_name: 'Sequential',
      config: { name: 'enc', layers: [layer('Dense', { name: 'd', units: 2 })] },
    }
    expect(rows(sequential(input(3), inner, layer('Dense', { name: 'd', units: 1 }))).map(({ name }) => name)).toEqual([
      'enc/d',
      'd',
    ])
  })

  test.each([
    ['a word', 'swish', 'silu'],
    ['nothing', null, 'linear'],
    ['a function', { class_name: 'function', config: 'log_softmax' }, 'log-softmax'],
    ['a layer', { class_name: 'LeakyReLU', config: { negative_slope: 0.1 } }, 'leaky-relu'],
    ['a registered function', { class_name: 'function', config: 'my>mish', registered_name: 'my>mish' }, 'mish'],
  ])('reads an activation written as %s', (_, activation, word) => {
    expect(rows(sequential(layer('Dense', { units: 1, activation })))[0]!.activation).toBe(word)
  })

  test.each([
    [
      { optimizer: { class_name: 'Custom>Adam', config: { learning_rate: 0.0010000000474974513 } }, loss: 'mse' },
      { optimizer: 'adam', learning_rate: 0.001, loss_function: 'mse' },
    ],
    [
      { optimizer_config: { class_name: 'SGD', config: { lr: 0.1, momentum: 0.9 } }, loss: ['binary_crossentropy'] },
      {
        optimizer: 'sgd',
        learning_rate: 0.1,
        momentum: 0.9,
        loss_function: 'binary-cross-entropy',
        from_logits: false,
      },
    ],
    [
      { loss: { class_name: 'SparseCategoricalCrossentropy', config: { from_logits: true } } },
      { loss_function: 'cross-entropy', from_logits: true },
    ],
    [
      {
        optimizer: {
          class_name: 'AdamW',
          config: {
            learning_rate: { class_name: 'CosineDecay', config: { initial_learning_rate: 0.02 } },
            weight_decay: 0.004,
            clipnorm: 1,
          },
        },
      },
      { schedule: 'CosineDecay', learning_rate: 0.02, weight_decay: 0.004, gradient_clip: 1 },
    ],
    [
      {
        optimizer: {
          class_name: 'LossScaleOptimizer',
          config: { inner_optimizer: { class_name: 'RMSprop', config: { learning_rate: 0.01 } } },
        },
      },
      { optimizer: 'rmsprop', learning_rate: 0.01 },
    ],
    [{ loss: { class_name: 'function', config: 'my_loss' } }, { loss_function: 'my_loss' }],
  ])('tells of the training: %j', (training, told) => {
    expect(facts(sequential(layer('Dense', { units: 1 })), training)).toMatchObject(told)
  })

  test('holds code that is never run', () => {
    expect(kerasModel(sequential(layer('Lambda', { name: 'l', function: ['4wEAAAA=', null, null] })))).toMatchObject({
      lambdas: 1,
    })
  })

  test('of any JSON gives a model or none, and ends', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value = parsedJson(text)
        for (const one of [
          value,
          { class_name: 'Sequential', config: value },
          { class_name: 'Functional', config: { layers: value } },
          sequential({ class_name: 'Dense', config: value as object }),
        ]) {
          const model = kerasModel(one)
          if (model)
            factsOfKeras(
              model,
              model.layers.map((row) => weighted(row, [])),
              value,
              'x',
            )
        }
      }),
      { numRuns: 200 },
    )
    let deep: unknown = []
    for (let depth = 0; depth < 2000; depth++)
      deep = { class_name: 'Sequential', config: { layers: [deep], name: 'x' } }
    expect(kerasModel(deep)?.layers.length).toBeLessThan(2)
    expect(parsedJson('['.repeat(100_000))).toBeUndefined()
    expect(parsedJson('{"a": NaN, "b": -Infinity, "c": "NaN"}')).toEqual({ a: null, b: null, c: 'NaN' })
  })
})

// Models that frameworks really train and write for the tests of the readers: Python that says what is in them, and the comparison.
import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import type { OpenedModel } from '../src/model/opened.ts'

/** What a framework says of a model that it wrote. */
export interface Said {
  readonly parameters: number
  /** sum and sum of squares of all values */
  readonly sum: number
  readonly squares: number
  /** the layers that hold weights: name and number of values */
  readonly layers: readonly (readonly [name: string, count: number])[]
}

export function python(interpreter: string, program: string, out: string): Record<string, Said> {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '', OMP_NUM_THREADS: '1' }
  const run = spawnSync(interpreter, ['-c', program, out], { encoding: 'utf8', timeout: 400_000, env })
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000))
  return JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Record<string, Said>
}

export function figures(model: OpenedModel): { sum: number; squares: number; count: number } {
  const total = { sum: 0, squares: 0, count: 0 }
  for (const tensor of model.tensors)
    for (const piece of tensor.pieces?.() ?? [])
      for (const value of piece) {
        total.sum += value
        total.squares += value * value
        total.count++
      }
  return total
}

export function agrees(model: OpenedModel, said: Said): void {
  const { sum, squares, count } = figures(model)
  expect(count).toBe(said.parameters)
  expect(sum).toBeCloseTo(said.sum, 3)
  expect(squares).toBeCloseTo(said.squares, 3)
  expect(factsOf(model).parameters).toBe(said.parameters)
}

export const weightedLayers = (model: OpenedModel) =>
  model.layers.filter(({ weights }) => weights.length > 0).map(({ name, parameters }) => [name, parameters])
export const factsOf = (model: OpenedModel) => Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))

/** Begins a Python program: `say` keeps what is in a model, `said` is printed as the last line. */
export const FIGURES = `
import json, math, os, sys
import numpy as np
out = sys.argv[1]
said = {}
def say(name, arrays, layers=()):
    arrays = [np.asarray(a, dtype=np.float64) for a in arrays]
    said[name] = {"parameters": int(sum(a.size for a in arrays)), "sum": float(sum(a.sum() for a in arrays)),
                  "squares": float(sum((a * a).sum() for a in arrays)), "layers": list(layers)}
`
/** The same four models in both: perceptron, convolutions, recurrent, and a model within a model. */
export const MODELS = `
def flat(layer):
    inner = getattr(layer, "layers", None)
    return [one for child in inner for one in flat(child)] if inner else [layer]
def models(L, keras):
    m = keras.Sequential([L.Input((8,)), L.Dense(16, activation="relu", kernel_regularizer="l2"), L.BatchNormalization(momentum=0.9),
                          L.Dropout(0.3), L.Dense(3, activation="softmax")])
    m.compile(keras.optimizers.SGD(0.05, momentum=0.9), "sparse_categorical_crossentropy")
    m.fit(np.random.rand(32, 8), np.arange(32) % 3, verbose=0)
    yield "mlp", m
    i = L.Input((16, 16, 3))
    x = L.Activation("relu")(L.Conv2D(4, 3, padding="same")(i))
    x = L.SeparableConv2D(6, 3, activation="gelu")(L.DepthwiseConv2D(3)(x))
    x = L.Add()([x, L.Conv2D(6, 1)(x)])
    x = L.GlobalAveragePooling2D()(L.LeakyReLU()(L.Conv2DTranspose(5, 2, strides=2)(x)))
    m = keras.Model(i, L.Dense(1)(L.LayerNormalization()(x)))
    m.compile(keras.optimizers.Adam(0.002), keras.losses.BinaryCrossentropy(from_logits=True))
    yield "cnn", m
    i = L.Input((7,))
    x = L.Bidirectional(L.LSTM(5, return_sequences=True))(L.Embedding(50, 8)(i))
    m = keras.Model(i, L.Softmax()(L.Dense(4)(L.GRU(6)(x))))
    m.compile("rmsprop", keras.losses.Huber())
    yield "rnn", m
    encoder = keras.Sequential([L.Input((6,)), L.Dense(5, activation="tanh"), L.Dense(2)], name="encoder")
    i, j = L.Input((6,)), L.Input((6,))
    x = L.Dense(3, name="head")(L.Concatenate()([encoder(i), encoder(j)]))
    m = keras.Model([i, j], L.Dense(1, activation="sigmoid")(x))
    m.compile("adam", "mse")
    yield "nest", m
def tell(name, m):
    say(name, [w.numpy() for w in m.weights], [(l.name, l.count_params()) for l in flat(m) if l.weights])
`
/** What each of those models must tell of itself. */
export const FACTS: Readonly<Record<string, object>> = {
  mlp: {
    framework: 'keras',
    optimizer: 'sgd',
    learning_rate: 0.05,
    momentum: 0.9,
    loss_function: 'cross-entropy',
    from_logits: false,
    output_activation: 'softmax',
    output_units: 3,
    hidden_activations: ['relu'],
    dropout: 0.3,
    batch_norm: true,
    regularization: 'l2',
  },
  cnn: {
    optimizer: 'adam',
    learning_rate: 0.002,
    loss_function: 'binary-cross-entropy',
    from_logits: true,
    output_activation: 'linear',
    output_units: 1,
    hidden_activations: ['relu', 'gelu', 'leaky-relu'],
  },
  rnn: { optimizer: 'rmsprop', loss_function: 'huber', output_activation: 'softmax', output_units: 4 },
  nest: { optimizer: 'adam', loss_function: 'mse', output_activation: 'sigmoid', hidden_activations: ['tanh'] },
}

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { DAMAGE, damagedBytes, isHonest, scratch, valuesOfTensor } from './files.fixture.ts'
import { type Branch, hdf5 } from './hdf5.fixture.ts'
import { readKeras } from './keras.ts'

const { put, rid } = scratch()
afterAll(rid)
let made = 0
const fresh = (bytes: Uint8Array | string) => put(`${made++}.model`, bytes)

const values = (count: number) => Array.from({ length: count }, (_, i) => i / 4 - 1)
const data = (...shape: number[]) => ({ shape, values: values(shape.reduce((all, size) => all * size, 1)) })
const CONFIG = {
  class_name: 'Sequential',
  config: {
    name: 'sequential',
    layers: [
      { class_name: 'InputLayer', config: { batch_shape: [null, 2], name: 'input' } },
      { class_name: 'Dense', config: { name: 'first', units: 3, activation: 'relu', use_bias: true } },
      { class_name: 'BatchNormalization', config: { name: 'norm', momentum: 0.9, scale: true, center: true } },
      { class_name: 'Dense', config: { name: 'last', units: 1, activation: 'sigmoid', use_bias: true } },
    ],
  },
}
const TRAINING = { loss: 'binary_crossentropy', optimizer: { class_name: 'Adam', config: { learning_rate: 0.01 } } }
const LAYERS = [
  {
    name: 'first',
    kind: 'Dense',
    activation: 'relu',
    parameters: 9,
    fanIn: 2,
    fanOut: 3,
    weights: [{ role: 'kernel', outAxis: 1, inAxis: 0 }, { role: 'bias' }],
  },
  {
    name: 'norm',
    momentum: 0.1,
    parameters: 12,
    weights: [{ role: 'scale' }, { role: 'shift' }, { role: 'mean' }, { role: 'variance' }],
  },
  { name: 'last', kind: 'Dense', activation: 'sigmoid', parameters: 4, shape: [1] },
]

const vars = (...shapes: number[][]): Branch => ({
  groups: { vars: { datasets: Object.fromEntries(shapes.map((shape, at) => [String(at), data(...shape)])) } },
})
const WEIGHTS: Branch = {
  groups: {
    layers: {
      groups: {
        dense: vars([2, 3], [3]),
        batch_normalization: vars([3], [3], [3], [3]),
        dense_1: vars([3, 1], [1]),
        dropout: { groups: { seed_generator: vars([2]) } },
      },
    },
    optimizer: vars([2, 3]),
  },
}
const named = (layer: string, words: Readonly<Record<string, number[]>>): Branch => ({
  attributes: { weight_names: Object.keys(words).map((word) => `${layer}/${word}:0`) },
  groups: {
    [layer]: {
      datasets: Object.fromEntries(Object.entries(words).map(([word, shape]) => [`${word}:0`, data(...shape)])),
    },
  },
})
const WHOLE: Branch = {
  attributes: {
    model_config: JSON.stringify(CONFIG),
    training_config: JSON.stringify(TRAINING),
    keras_version: '2.12.0',
  },
  groups: {
    model_weights: {
      attributes: { layer_names: ['first', 'norm', 'last'] },
      groups: {
        first: named('first', { kernel: [2, 3], bias: [3] }),
        norm: named('norm', { gamma: [3], beta: [3], moving_mean: [3], moving_variance: [3] }),
        last: named('last', { kernel: [3, 1], bias: [1] }),
      },
    },
    optimizer_weights: { datasets: { m: data(2, 3) } },
  },
}
const archive = async () =>
  zipSync({
    'metadata.json': strToU8('{"keras_version": "3.0"}'),
    'config.json': strToU8(JSON.stringify({ ...CONFIG, compile_config: TRAINING })),
    'model.weights.h5': [await hdf5(WEIGHTS), { level: 0 }],
  })

describe('a Keras model', () => {
  test('as .keras is its config with the weights of its archive', async () => {
    const model = await readKeras(fresh(await archive()))
    expect(model).toMatchObject({ format: 'keras', ordered: true, layers: LAYERS, notes: [] })
    expect(model.tensors).toHaveLength(8)
    expect(valuesOfTensor(model.layers[0]!.weights[0]!.tensor)).toEqual(values(6))
    expect(Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      optimizer: 'adam',
      learning_rate: 0.01,
      loss_function: 'binary-cross-entropy',
      from_logits: false,
      output_activation: 'sigmoid',
      parameters: 25,
    })
    model.close()
    model.close()
  })

  test('as .h5 has its weights by name', async () => {
    const model = await readKeras(fresh(await hdf5(WHOLE)))
    expect(model).toMatchObject({ format: 'keras-h5', ordered: true, layers: LAYERS })
    expect(model.tensors.map(({ name }) => name)).toContain('first/kernel')
    expect(model.facts).toContainEqual(expect.objectContaining({ name: 'optimizer', value: 'adam' }))
    model.close()
  })

  test('as weights alone has the classes that its groups tell', async () => {
    const model = await readKeras(fresh(await hdf5(WEIGHTS)))
    expect(model.ordered).toBe(false)
    expect(model.layers).toMatchObject([
      { name: 'batch_normalization', kind: 'BatchNormalization', parameters: 12 },
      { name: 'dense', kind: 'Dense', parameters: 9 },
      { name: 'dense_1', kind: 'Dense', parameters: 4 },
    ])
    model.close()
  })

  test('as JSON has layers without weights', async () => {
    const model = await readKeras(fresh(JSON.stringify(CONFIG)))
    expect(model).toMatchObject({ format: 'keras-json', tensors: [], notes: [{ id: 'note.model.no-weights' }] })
    expect(model.layers.map(({ parameters }) => parameters)).toEqual([9, 12, 4])
  })

  test('that is none, is cut off or is a bomb is refused in one line', async () => {
    const whole = await hdf5(WHOLE)
    const bomb = zipSync({ 'config.json': [new Uint8Array(2 ** 22), { level: 9 }] })
    // a directory that claims 2 GB for the same bytes
    const claims = bomb.slice()
    new DataView(claims.buffer).setUint32(
      Buffer.from(claims).indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24,
      2 ** 31 - 1,
      true,
    )
    for (const bytes of [
      whole.slice(0, 3000),
      bomb,
      claims,
      strToU8('{}'),
      strToU8('hello'),
      zipSync({ a: strToU8('b') }),
    ])
      await expect(readKeras(fresh(bytes))).rejects.toMatchObject({
        id: expect.stringMatching(/^model\.error\.(damaged|kind|limit)$/),
      })
  })

  test('that is damaged is refused or read honestly', async () => {
    const files = [await archive(), await hdf5(WHOLE), strToU8(JSON.stringify(CONFIG))]
    await fc.assert(
      fc.asyncProperty(DAMAGE, fc.constantFrom(...files), async (damage, file) =>
        isHonest(() => readKeras(fresh(damagedBytes(file, damage)))),
      ),
      { numRuns: 150 },
    )
  }, 120_000)
})

import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  DAMAGE,
  damagedBytes,
  floats,
  isHonest,
  joinBytes,
  readWhole,
  scratch,
  valuesOfTensor,
} from './files.fixture.ts'
import { readTfjs } from './tfjs.ts'

const { put, rid } = scratch()
afterAll(rid)
let made = 0
const write = (model: object, shards: Readonly<Record<string, Uint8Array>> = {}) => {
  const folder = String(made++)
  for (const [name, bytes] of Object.entries(shards)) put(`${folder}/${name}`, bytes)
  return put(`${folder}/model.json`, JSON.stringify(model))
}
const values = (count: number) => Array.from({ length: count }, (_, i) => i / 4 - 1)
const TOPOLOGY = {
  class_name: 'Sequential',
  config: {
    name: 's',
    layers: [
      {
        class_name: 'Dense',
        config: { name: 'a', units: 3, activation: 'relu', use_bias: true, batch_input_shape: [null, 2] },
      },
      { class_name: 'Dense', config: { name: 'b', units: 1, activation: 'linear', use_bias: false } },
    ],
  },
}
const weight = (name: string, shape: readonly number[], more: object = {}) => ({
  name,
  shape,
  dtype: 'float32',
  ...more,
})
const manifest = (...weights: object[]) => [{ paths: ['one.bin', 'two.bin'], weights }]
const WEIGHTS = manifest(weight('a/kernel', [2, 3]), weight('a/bias', [3]), weight('b/kernel', [3, 1]))
const DATA = floats(values(12))
// a value lies across the two shards
const SHARDS = { 'one.bin': DATA.slice(0, 10), 'two.bin': DATA.slice(10) }

const GRAPH = {
  format: 'graph-model',
  convertedBy: 'TensorFlow.js Converter v3.18.0',
  signature: { outputs: { y: { name: 'Identity:0', tensorShape: { dim: [{ size: '-1' }, { size: '3' }] } } } },
  modelTopology: {
    node: [
      { name: 'm/a/kernel', op: 'Const' },
      { name: 'm/a/bias', op: 'Const' },
      { name: 'x', op: 'Placeholder' },
      {
        name: 'm/a/Relu',
        op: '_FusedMatMul',
        input: ['x', 'm/a/kernel', 'm/a/bias', '^x'],
        attr: { fused_ops: { list: { s: ['Qmlhc0FkZA==', 'UmVsdQ=='] } }, transpose_b: { b: false } },
      },
      { name: 'm/b/MatMul', op: 'MatMul', input: ['m/a/Relu', 'm/b/kernel'], attr: { transpose_b: { b: true } } },
      { name: 'm/b/Softmax', op: 'Softmax', input: ['m/b/MatMul:0'] },
      { name: 'Identity', op: 'Identity', input: ['m/b/Softmax'] },
    ],
  },
  weightsManifest: [
    {
      paths: ['w.bin'],
      weights: [weight('m/a/kernel', [2, 4]), weight('m/a/bias', [4]), weight('m/b/kernel', [3, 4])],
    },
  ],
}

describe('a TensorFlow.js model', () => {
  test('of layers has the weights of its shards', () => {
    const model = readTfjs(write({ modelTopology: TOPOLOGY, weightsManifest: WEIGHTS }, SHARDS))
    expect(model).toMatchObject({
      format: 'tfjs',
      ordered: true,
      notes: [],
      layers: [
        { name: 'a', kind: 'Dense', activation: 'relu', parameters: 9, shape: [3], fanIn: 2, fanOut: 3 },
        { name: 'b', kind: 'Dense', activation: 'linear', parameters: 3, shape: [1] },
      ],
    })
    expect(model.tensors.flatMap(valuesOfTensor)).toEqual(values(12))
    expect(model.facts).toContainEqual(expect.objectContaining({ name: 'framework', value: 'tensorflow-js' }))
    model.close()
    model.close()
  })

  test('of a graph has the layers of its operations', () => {
    const model = readTfjs(write(GRAPH, { 'w.bin': floats(values(24)) }))
    expect(model.layers).toMatchObject([
      { name: 'm/a', kind: 'Dense', activation: 'relu', parameters: 12, fanIn: 2, fanOut: 4 },
      { name: 'm/b', kind: 'Dense', activation: 'softmax', parameters: 12, fanIn: 4, fanOut: 3 },
    ])
    expect(Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))).toEqual({
      framework: 'tensorflow',
      output_activation: 'softmax',
      parameters: 24,
      output_units: 3,
      hidden_activations: ['relu'],
    })
    model.close()
  })

  test('decodes what is quantised', () => {
    const half = new Uint8Array(Uint16Array.from([0x3c00, 0xc000]).buffer)
    const file = write(
      {
        modelTopology: TOPOLOGY,
        weightsManifest: [
          {
            paths: ['q.bin'],
            weights: [
              weight('a/kernel', [2, 2], { quantization: { dtype: 'uint8', scale: 0.5, min: -1 } }),
              weight('a/bias', [2], { quantization: { dtype: 'float16' } }),
              weight('b/kernel', [1, 1], { quantization: { dtype: 'uint16', scale: 2, min: 1 } }),
            ],
          },
        ],
      },
      { 'q.bin': joinBytes([Uint8Array.from([0, 1, 2, 255]), half, new Uint8Array(Uint16Array.from([300]).buffer)]) },
    )
    const model = readTfjs(file)
    expect(model.tensors.map(valuesOfTensor)).toEqual([[-1, -0.5, 0, 126.5], [1, -2], [601]])
    model.close()
  })

  test('without its shards says so and has its layers', () => {
    const model = readTfjs(
      write({ modelTopology: TOPOLOGY, weightsManifest: WEIGHTS }, { 'one.bin': SHARDS['one.bin'] }),
    )
    expect(model).toMatchObject({
      notes: [{ id: 'note.model.shards', values: { shard: 'two.bin' } }],
      layers: [{ parameters: 9 }, { parameters: 3 }],
    })
    expect(readWhole(model)).toBe(0)
  })

  test.each([
    ['that follows a path', { weightsManifest: [{ paths: ['../secret.bin'], weights: [] }] }, 'damaged'],
    [
      'whose weights are more than its shards',
      { weightsManifest: [{ paths: ['one.bin'], weights: [weight('a/kernel', [2 ** 29])] }] },
      'damaged',
    ],
    [
      'whose shapes overflow',
      { weightsManifest: [{ paths: ['one.bin'], weights: [weight('a/kernel', [2 ** 40, 2 ** 40])] }] },
      'damaged',
    ],
    ['that is none', {}, 'kind'],
    [
      'that runs in a circle',
      {
        modelTopology: {
          node: [
            { name: 'a', op: 'Relu', input: ['b'] },
            { name: 'b', op: 'Relu', input: ['a'] },
          ],
        },
      },
      'damaged',
    ],
  ])('%s is refused in one line', (_, model, id) => {
    const path = write(model, SHARDS)
    expect(() => readTfjs(path)).toThrow(expect.objectContaining({ id: `model.error.${id}` }))
  })

  test('that is damaged is refused or read honestly', async () => {
    const files = [{ modelTopology: TOPOLOGY, weightsManifest: WEIGHTS }, GRAPH].map((one) =>
      new TextEncoder().encode(JSON.stringify(one)),
    )
    for (const [name, bytes] of Object.entries({ ...SHARDS, 'w.bin': floats(values(24)) }))
      put(`damaged/${name}`, bytes)
    await fc.assert(
      fc.asyncProperty(DAMAGE, fc.constantFrom(...files), async (damage, file) =>
        isHonest(() => readTfjs(put('damaged/model.json', damagedBytes(file, damage)))),
      ),
      { numRuns: 300 },
    )
  })
})

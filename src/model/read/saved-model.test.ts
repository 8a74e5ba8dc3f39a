import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { DAMAGE, damagedBytes, field, isHonest, message, readWhole, scratch, valuesOfTensor } from './files.fixture.ts'
import { readSavedModel } from './saved-model.ts'
import { checkpoint, type Written } from './sstable.fixture.ts'

const { put, rid, folder } = scratch()
afterAll(rid)
let made = 0
const values = (count: number) => Array.from({ length: count }, (_, i) => i / 4 - 1)
const variable = (key: string, name: string, ...shape: number[]): Written => ({
  key,
  name,
  shape,
  values: values(shape.reduce((all, size) => all * size, 1)),
})
const VARIABLES = [
  variable('layer_with_weights-0/kernel', 'first/kernel', 2, 3),
  variable('layer_with_weights-0/bias', 'first/bias', 3),
  variable('layer_with_weights-10/kernel', 'last/kernel', 3, 1),
  variable('layer_with_weights-2/gamma', 'norm/gamma', 3),
  variable('layer_with_weights-2/moving_mean', 'norm/moving_mean', 3),
  variable('optimizer/_variables/1', 'Adam/m/first/kernel', 2, 3),
  variable('layer_with_weights-0/kernel/.OPTIMIZER_SLOT/optimizer/m', 'first/kernel/m', 2, 3),
  variable('save_counter', 'save_counter'),
]
const CONFIG = {
  class_name: 'Sequential',
  config: {
    name: 's',
    layers: [
      {
        class_name: 'InputLayer',
        config: { batch_input_shape: { class_name: '__tuple__', items: [null, 2] }, name: 'in' },
      },
      { class_name: 'Dense', config: { name: 'first', units: 3, activation: 'tanh' } },
      { class_name: 'BatchNormalization', config: { name: 'norm', momentum: 0.9 } },
      { class_name: 'Dense', config: { name: 'last', units: 1, activation: 'sigmoid', use_bias: false } },
    ],
  },
  training_config: { loss: 'mse', optimizer_config: { class_name: 'Adam', config: { learning_rate: 0.01 } } },
}
const metadata = message(
  field(1, message(field(2, 0), field(3, 'root'), field(4, '_tf_keras_sequential'), field(5, JSON.stringify(CONFIG)))),
)

function write({ index, data }: { index: Uint8Array; data?: Uint8Array }, keras?: Uint8Array): string {
  const name = String(made++)
  put(`${name}/variables/variables.index`, index)
  if (data) put(`${name}/variables/variables.data-00000-of-00001`, data)
  if (keras) put(`${name}/keras_metadata.pb`, keras)
  return join(folder, name)
}

describe('a SavedModel', () => {
  test('has its variables by their own names, without those of the optimizer', () => {
    const model = readSavedModel(write(checkpoint(VARIABLES)))
    expect(model.tensors.map(({ name }) => name)).toEqual([
      'first/bias',
      'first/kernel',
      'norm/gamma',
      'norm/moving_mean',
      'last/kernel',
    ])
    expect(model.layers).toMatchObject([
      { name: 'first', kind: 'Dense', parameters: 9, fanIn: 2, fanOut: 3 },
      { name: 'norm', kind: 'BatchNormalization', parameters: 6 },
      { name: 'last', kind: 'Dense', parameters: 3 },
    ])
    expect(valuesOfTensor(model.tensors[1])).toEqual(values(6))
    model.close()
    model.close()
  })

  test('of Keras has classes, activations and the training', () => {
    const model = readSavedModel(write(checkpoint(VARIABLES), metadata))
    expect(model).toMatchObject({
      ordered: true,
      layers: [
        { name: 'first', activation: 'tanh', shape: [3], parameters: 9 },
        { name: 'norm', momentum: 0.1 },
        { name: 'last', activation: 'sigmoid', parameters: 3 },
      ],
    })
    expect(Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      framework: 'keras',
      optimizer: 'adam',
      loss_function: 'mse',
      output_activation: 'sigmoid',
    })
    model.close()
  })

  test('keeps each variable once, which an export of Keras 3 holds twice', () => {
    const twice = ['variables/0', '_all_variables/0'].map((key) => variable(key, 'dense/kernel', 2, 3))
    const model = readSavedModel(write(checkpoint(twice)))
    expect(model.layers).toMatchObject([{ name: 'dense', kind: 'Dense', parameters: 6 }])
    model.close()
  })

  test('as a checkpoint is found by its index, in its folder by the newest', () => {
    const of = (units: number) => checkpoint([variable('dense/kernel', '', 2, units)])
    for (const [name, units] of [
      ['model-9', 4],
      ['model-10', 5],
      ['model-8', 3],
    ] as const) {
      put(`ckpt/${name}.index`, of(units).index)
      put(`ckpt/${name}.data-00000-of-00001`, of(units).data)
    }
    const units = (path: string) => readSavedModel(path).tensors[0]!.shape[1]
    expect(units(join(folder, 'ckpt'))).toBe(5)
    expect(units(join(folder, 'ckpt/model-8.index'))).toBe(3)
    put('ckpt/checkpoint', 'model_checkpoint_path: "model-9"\n')
    expect(units(join(folder, 'ckpt'))).toBe(4)
  })

  test('without its data has shapes and says so', () => {
    const model = readSavedModel(write({ index: checkpoint(VARIABLES.slice(0, 2)).index }))
    expect(model.notes).toMatchObject([{ id: 'note.model.shards' }])
    expect(model.tensors.map(({ shape }) => shape)).toEqual([[3], [2, 3]])
    expect(readWhole(model)).toBe(0)
  })

  test('that is none, empty, or claims more than it has, is refused in one line', () => {
    put('nothing/readme.txt', 'x')
    expect(() => readSavedModel(join(folder, 'nothing'))).toThrow(expect.objectContaining({ id: 'model.error.folder' }))
    expect(() => readSavedModel(join(folder, 'not-there'))).toThrow(expect.objectContaining({ id: 'model.error.none' }))
    const { index, data } = checkpoint(VARIABLES)
    expect(() => readSavedModel(write({ index, data: data.slice(0, 20) }))).toThrow(
      expect.objectContaining({ id: 'model.error.damaged' }),
    )
    expect(() => readSavedModel(write({ index: data }))).toThrow(expect.objectContaining({ id: 'model.error.damaged' }))
  })

  test('that is damaged is refused or read honestly', async () => {
    const { index, data } = checkpoint(VARIABLES)
    await fc.assert(
      fc.asyncProperty(DAMAGE, fc.integer({ min: 0, max: 2 }), async (damage, which) => {
        const parts = [index, data, metadata].map((one, at) => (at === which ? damagedBytes(one, damage) : one))
        return isHonest(() => readSavedModel(write({ index: parts[0]!, data: parts[1]! }, parts[2]!)))
      }),
      { numRuns: 300 },
    )
  })
})

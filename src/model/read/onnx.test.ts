import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ModelError } from '../model-error.ts'
import { DAMAGE, damagedBytes, field, isHonest, message, scratch, valuesOfTensor } from './files.fixture.ts'
import { node, onnx, port, tensor } from './onnx.fixture.ts'
import { onnxSignature, readOnnx } from './onnx.ts'

const { put, rid } = scratch()
afterAll(rid)
let made = 0
const write = (bytes: Uint8Array) => put(`${made++}.onnx`, bytes)
const open = (bytes: Uint8Array) => readOnnx(write(bytes))
const range = (count: number) => Array.from({ length: count }, (_, i) => i / 4)
const errorOf = (act: () => unknown): ModelError => {
  try {
    act()
  } catch (error) {
    if (error instanceof ModelError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const MLP = onnx({
  nodes: [
    node('Gemm', ['x', 'fc1.weight', 'fc1.bias'], ['h'], { transB: 1 }),
    node('Relu', ['h'], ['r']),
    node('MatMul', ['r', 'onnx::MatMul_9'], ['m']),
    node('Add', ['fc2.bias', 'm'], ['a']),
    node('Softmax', ['a'], ['y'], { axis: 1 }),
  ],
  tensors: [
    tensor('fc1.weight', [3, 2], range(6)),
    tensor('fc1.bias', [3], [1, 2, 3]),
    tensor('onnx::MatMul_9', [3, 4], range(12)),
    tensor('fc2.bias', [4], range(4)),
  ],
  inputs: [port('x', [null, 2])],
  outputs: [port('y', [null, 4])],
})

describe('an ONNX file', () => {
  test('gives layers with weights, activations, axes and facts', () => {
    const model = open(MLP)
    expect(model.layers).toMatchObject([
      { name: 'fc1', kind: 'Linear', parameters: 9, activation: 'relu', fanIn: 2, fanOut: 3 },
      { name: 'fc2', kind: 'Linear', parameters: 16, activation: 'softmax', fanIn: 3, fanOut: 4, shape: [4] },
    ])
    expect(model.layers[0]!.weights).toMatchObject([{ role: 'kernel', outAxis: 0, inAxis: 1 }, { role: 'bias' }])
    expect(model.layers[1]!.weights).toMatchObject([{ role: 'kernel', outAxis: 1, inAxis: 0 }, { role: 'bias' }])
    expect(valuesOfTensor(model.layers[0]!.weights[0]!.tensor)).toEqual(range(6))
    expect(Object.fromEntries(model.facts.map(({ name, value }) => [name, value]))).toEqual({
      framework: 'pytorch',
      output_activation: 'softmax',
      parameters: 25,
      output_units: 4,
      hidden_activations: ['relu'],
    })
    model.close()
    model.close()
  })

  test('tells a runner what goes in and comes out', () => {
    expect(onnxSignature(write(MLP))).toEqual({
      inputs: [{ name: 'x', type: 'float32', shape: [null, 2] }],
      outputs: [{ name: 'y', type: 'float32', shape: [null, 4] }],
    })
  })

  test('is put in order where its nodes are not', () => {
    const file = onnx({
      nodes: [node('Relu', ['h'], ['y']), node('Gemm', ['x', 'w'], ['h'])],
      tensors: [tensor('w', [2, 2], range(4))],
      outputs: [port('y', [1, 2])],
    })
    expect(open(file).layers).toMatchObject([{ kind: 'Linear', activation: 'relu' }])
  })

  test.each([
    ['transB', 1, 1, { outAxis: 0, inAxis: 1 }],
    ['none', 1, 0, { outAxis: 1, inAxis: 0 }],
  ] as const)('counts units along the right axis: %s', (_, at, transB, axes) => {
    const file = onnx({
      nodes: [node('Gemm', ['x', 'w'], ['y'], { transB })],
      tensors: [tensor('w', [2, 3], range(6))],
    })
    expect(open(file).layers[0]!.weights[at - 1]).toMatchObject(axes)
  })

  test('knows convolutions, norms, recurrent layers and embeddings', () => {
    const file = onnx({
      nodes: [
        node('Conv', ['x', 'c.weight', 'c.bias'], ['a']),
        node('BatchNormalization', ['a', 'n.weight', 'n.bias', 'n.mean', 'n.var'], ['b'], { momentum: { float: 0.9 } }),
        node('Clip', ['b', 'zero', 'six'], ['d']),
        node('GlobalAveragePool', ['d'], ['e']),
        node('Gather', ['table', 'ids'], ['f']),
        node('LSTM', ['f', 'w', 'r', 'bias'], ['g']),
      ],
      tensors: [
        ...[tensor('c.weight', [2, 1, 3, 3], range(18)), tensor('c.bias', [2], [0, 0])],
        ...['n.weight', 'n.bias', 'n.mean', 'n.var'].map((name) => tensor(name, [2], [1, 1])),
        ...[tensor('zero', [], [0]), tensor('six', [], [6]), tensor('table', [5, 2], range(10))],
        ...[tensor('w', [1, 12, 2], range(24)), tensor('r', [1, 12, 3], range(36)), tensor('bias', [1, 24], range(24))],
      ],
    })
    expect(open(file).layers).toMatchObject([
      { name: 'c', kind: 'Conv2d', parameters: 20, fanIn: 9, fanOut: 18 },
      { name: 'n', kind: 'BatchNorm2d', parameters: 4, momentum: 0.1, activation: 'relu6' },
      { kind: 'AdaptiveAvgPool2d' },
      { kind: 'Embedding', parameters: 10 },
      { kind: 'LSTM', parameters: 84, weights: [{ role: 'kernel' }, { role: 'recurrent' }, { role: 'bias' }] },
    ])
  })

  test('keeps values in a file beside it, and nowhere else', () => {
    put('weights.bin', new Uint8Array(Float32Array.from(range(6)).buffer))
    const external = (location: string) => {
      const place = message(field(1, 'location'), field(2, location))
      const stored = message(field(1, 2), field(1, 3), field(2, 1), field(8, 'w'), field(13, place), field(14, 1))
      return onnx({ nodes: [node('MatMul', ['x', 'w'], ['y'])], tensors: [stored] })
    }
    const model = open(external('weights.bin'))
    expect(valuesOfTensor(model.tensors[0])).toEqual(range(6))
    model.close()
    for (const elsewhere of ['../weights.bin', '/etc/passwd', 'a/b', '..', ''])
      expect(errorOf(() => open(external(elsewhere)))).toMatchObject({ id: 'model.error.damaged' })
    expect(errorOf(() => open(external('not-there.bin')))).toMatchObject({
      id: 'model.error.shard',
      values: { shard: 'not-there.bin' },
    })
  })

  test.each([
    ['runs in a circle', [node('Relu', ['b'], ['a']), node('Relu', ['a'], ['b'])], []],
    ['claims 2 GB', [], [message(field(1, 2 ** 29), field(2, 1), field(8, 'w'), field(9, new Uint8Array(8)))]],
    ['overflows', [], [message(field(1, 2 ** 40), field(1, 2 ** 40), field(2, 1), field(9, new Uint8Array(8)))]],
    ['has a size below 0', [], [message(field(1, -1), field(2, 1), field(9, new Uint8Array(8)))]],
  ])('is refused in one line where it %s', (_, nodes, tensors) => {
    const error = errorOf(() => open(onnx({ nodes, tensors })))
    expect(error.id).toBe('model.error.damaged')
    expect(String(error.values.what).length).toBeLessThan(200)
  })

  test('of nested graphs is not followed into them', () => {
    let inner = onnx({ nodes: [] })
    for (let depth = 0; depth < 2000; depth++) inner = message(field(1, message(field(5, message(field(6, inner))))))
    const model = open(message(field(7, inner)))
    expect(model.layers).toEqual([])
    expect(model.notes).toMatchObject([{ id: 'note.model.subgraphs' }])
  })

  test('gives back any float32 values', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
        const model = open(onnx({ nodes: [], tensors: [tensor('w', [values.length], values)] }))
        expect(valuesOfTensor(model.tensors[0])).toEqual(values)
        model.close()
      }),
      { numRuns: 30 },
    )
  })

  test('that is damaged is refused or read honestly', async () => {
    await fc.assert(
      fc.asyncProperty(DAMAGE, async (damage) => isHonest(() => open(damagedBytes(MLP, damage)))),
      { numRuns: 300 },
    )
  })
})

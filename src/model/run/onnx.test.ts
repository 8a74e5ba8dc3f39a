import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ModelError } from '../model-error.ts'
import { external, type Graph, node, onnx, raw, tensor, value } from './onnx.fixture.ts'
import { openOnnx, type RunOptions } from './onnx.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-onnx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

function write(graph: Graph): string {
  const path = join(folder, `${files++}.onnx`)
  writeFileSync(path, onnx(graph))
  return path
}

async function ran(graph: Graph, rows: readonly number[], count: number, options: RunOptions = {}) {
  const runner = await openOnnx(write(graph), options)
  const given = [...(await runner.run(Float32Array.from(rows), count))]
  await runner.close()
  await runner.close()
  return { inputs: runner.inputs, outputs: runner.outputs, given }
}

async function refusal(open: Promise<unknown>): Promise<ModelError> {
  const error = await open.then(
    () => undefined,
    (one: unknown) => one,
  )
  expect(error).toBeInstanceOf(ModelError)
  return error as ModelError
}

/** y = x W + b with two inputs and three outputs. */
const W = tensor('w', [2, 3], [1, 2, 3, 10, 20, 30])
const B = tensor('b', [3], [0, 0, 0.5])
const gemm = (batch: number | string, features: number | string = 2): Graph => ({
  nodes: [node('Gemm', ['x', 'w', 'b'], ['y'])],
  inputs: [value('x', 'float32', [batch, features])],
  outputs: [value('y', 'float32', [batch, 3])],
  weights: [W, B],
})
const THREE = [1, 0, 0, 1, 1, 1]
const NINE = [1, 2, 3.5, 10, 20, 30.5, 11, 22, 33.5]

describe('a model is run', () => {
  test('with any number of rows, none too', async () => {
    expect(await ran(gemm('n'), THREE, 3)).toEqual({ inputs: 2, outputs: 3, given: NINE })
    expect((await ran(gemm('n'), [], 0)).given).toEqual([])
    const many = await ran(
      gemm('n'),
      Array.from({ length: 20_000 }, (_, i) => i % 7),
      10_000,
    )
    for (let row = 0; row < 10_000; row++) {
      const [a, b] = [(2 * row) % 7, (2 * row + 1) % 7]
      expect(many.given[row * 3 + 2]).toBe(3 * a + 30 * b + 0.5)
    }
  })

  test('where the graph fixes the number of rows', async () => {
    for (const batch of [1, 2, 3, 5]) expect(await ran(gemm(batch), THREE, 3)).toMatchObject({ given: NINE })
  })

  test('where the graph does not say what a row is, the data does', async () => {
    expect(await ran(gemm('n', 'f'), THREE, 3, { features: 2 })).toMatchObject({ inputs: 2, given: NINE })
    const open = await refusal(openOnnx(write(gemm('n', 'f'))))
    expect(open.values.message).toBe('how many values a row has is left open: x [?, ?]')
    const wrong = await refusal(openOnnx(write(gemm('n', 'f')), { features: 5 }))
    expect(wrong.id).toBe('model.error.run')
  })

  test('whose shape is fixed inside the graph alone, a row at a time', async () => {
    const graph: Graph = {
      nodes: [node('Reshape', ['x', 'shape'], ['row']), node('Gemm', ['row', 'w', 'b'], ['y'])],
      inputs: [value('x', 'float32', ['n', 2])],
      outputs: [value('y', 'float32', ['m', 3])],
      weights: [W, B],
    }
    const shape = [
      ...[8, 2, 16, 7, 66, 5],
      ...Buffer.from('shape'),
      74,
      16,
      ...[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
    ]
    expect(await ran({ ...graph, weights: [W, B, shape] }, THREE, 3)).toMatchObject({ given: NINE })
  })

  test('with pictures, whose rows are flattened', async () => {
    const graph: Graph = {
      nodes: [node('ReduceSum', ['x', 'axes'], ['y'], { keepdims: 0 })],
      inputs: [value('x', 'float32', ['n', 1, 2, 2])],
      outputs: [value('y', 'float32', ['n', 1, 2])],
      weights: [[...[8, 1, 16, 7, 66, 4], ...Buffer.from('axes'), 74, 8, 3, 0, 0, 0, 0, 0, 0, 0]],
    }
    expect(await ran(graph, [1, 2, 3, 4, 5, 6, 7, 8], 2)).toEqual({ inputs: 4, outputs: 2, given: [3, 7, 11, 15] })
  })

  test('with one input a column, of several types', async () => {
    const graph: Graph = {
      nodes: [
        node('Cast', ['b'], ['c'], { to: 1 }),
        node('Cast', ['d'], ['e'], { to: 1 }),
        node('Concat', ['a', 'c', 'e'], ['y'], { axis: 1 }),
      ],
      inputs: [value('a', 'float32', ['n', 1]), value('b', 'int64', ['n', 2]), value('d', 'float64', ['n', 1])],
      outputs: [value('y', 'float32', ['n', 4])],
    }
    const { inputs, given } = await ran(graph, [0.5, 1.4, -2, 0.25, 1.5, 7, 8, 9], 2)
    expect([inputs, given]).toEqual([4, [0.5, 1, -2, 0.25, 1.5, 7, 8, 9]])
  })

  test('in half precision', async () => {
    const graph: Graph = {
      nodes: [node('Identity', ['x'], ['y'])],
      inputs: [value('x', 'float16', ['n', 3])],
      outputs: [value('y', 'float16', ['n', 3])],
    }
    expect((await ran(graph, [1.5, -1e-5, 1e6], 1)).given).toEqual([
      1.5,
      -1.0013580322265625e-5,
      Number.POSITIVE_INFINITY,
    ])
  })

  test('and its probabilities are taken, not the classes before them', async () => {
    const graph: Graph = {
      nodes: [node('ArgMax', ['x'], ['label'], { axis: 1, keepdims: 0 }), node('Softmax', ['x'], ['p'], { axis: 1 })],
      inputs: [value('x', 'float32', ['n', 2])],
      outputs: [value('label', 'int64', ['n']), value('p', 'float32', ['n', 2])],
    }
    const { outputs, given } = await ran(graph, [5, 5, 0, 1000], 2)
    expect([outputs, given]).toEqual([2, [0.5, 0.5, 0, 1]])
    const alone = await ran({ ...graph, outputs: graph.outputs.slice(0, 1) }, [5, 4, 0, 1], 2)
    expect([alone.outputs, alone.given]).toEqual([1, [0, 1]])
  })

  test('with weights in a file beside it', async () => {
    writeFileSync(join(folder, 'w.bin'), Uint8Array.from(raw([1, 2, 3, 10, 20, 30])))
    const graph = { ...gemm('n'), weights: [external('w', [2, 3], 'w.bin'), B] }
    expect((await ran(graph, THREE, 3)).given).toEqual(NINE)
  })
})

describe('a model is refused in one line', () => {
  test('whose weights are said to lie elsewhere', async () => {
    for (const name of ['../w.bin', '/etc/passwd', 'missing.bin', 'a\\b', '..', '', '.']) {
      const error = await refusal(openOnnx(write({ ...gemm('n'), weights: [external('w', [2, 3], name), B] })))
      expect([error.id, error.values.shard]).toEqual(['model.error.shard', JSON.stringify(name)])
    }
  })

  test('that is damaged, wherever it is cut', async () => {
    const whole = onnx(gemm('n'))
    const path = join(folder, 'cut.onnx')
    for (let length = 1; length < whole.length - 20; length += 7) {
      writeFileSync(path, whole.subarray(0, length))
      const error = await refusal(openOnnx(path))
      expect(error.id).toBe('model.error.run')
      expect(error.values.message).toMatch(/^[^\n]{1,300}[^.\n]$/)
    }
  })

  test('that asks for words, or gives none but words', async () => {
    const words: Graph = {
      nodes: [node('Identity', ['x'], ['y'])],
      inputs: [value('x', 'string', ['n', 1])],
      outputs: [value('y', 'string', ['n', 1])],
    }
    expect((await refusal(openOnnx(write(words)))).values.message).toBe('its input x holds strings, no numbers')
  })

  test('whose rows are said to be longer than memory', async () => {
    const error = await refusal(openOnnx(write(gemm('n', 2 ** 31))))
    expect(error.id).toMatch(/limit|run/)
    const rows = { nodes: [node('Identity', ['x'], ['y'])], outputs: [value('y', 'float32', ['n', 2 ** 31])] }
    const bare = await refusal(openOnnx(write({ ...rows, inputs: [value('x', 'float32', ['n', 2 ** 31])] })))
    expect([bare.id, bare.values.most]).toEqual(['model.error.limit', 2 ** 24])
  })

  test('that needs an operator nobody knows', async () => {
    const error = await refusal(openOnnx(write({ ...gemm('n'), nodes: [node('Evil\n\u001b[31m', ['x'], ['y'])] })))
    expect(error.values.message).toMatch(/^[\x20-\x7e]+$/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import type { Tensor } from '../opened.ts'
import { bytesOf } from './file.ts'
import { ggufIn } from './gguf.ts'

interface Row {
  readonly name: string
  /** the fastest axis first, as ggml counts */
  readonly dims: readonly number[]
  readonly type: number
  readonly data: Uint8Array
}

/** Writes numbers of any width and texts one after another. */
function writer(little: boolean, wide: 4 | 8) {
  const bytes: number[] = []
  const number = (value: number, width: number) => {
    const digits = Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** i) % 256)
    bytes.push(...(little ? digits : digits.reverse()))
  }
  const text = (value: string) => {
    const encoded = new TextEncoder().encode(value)
    number(encoded.length, wide)
    bytes.push(...encoded)
  }
  return { bytes, number, text, size: (value: number) => number(value, wide) }
}

function written(rows: readonly Row[], version = 3, little = true): Uint8Array {
  const to = writer(little, version === 1 ? 4 : 8)
  to.bytes.push(...new TextEncoder().encode('GGUF'))
  to.number(version, 4)
  to.size(rows.length)
  to.size(3)
  to.text('general.architecture')
  to.number(8, 4)
  to.text('llama')
  to.text('tokenizer.ggml.tokens')
  to.number(9, 4)
  to.number(8, 4)
  to.size(2)
  to.text('<s>')
  to.text('a')
  to.text('llama.rope')
  to.number(6, 4)
  to.number(0, 4)
  let offset = 0
  for (const { name, dims, type, data } of rows) {
    to.text(name)
    to.number(dims.length, 4)
    for (const size of dims) to.size(size)
    to.number(type, 4)
    to.number(offset, 8)
    offset += Math.ceil(data.length / 32) * 32
  }
  while (to.bytes.length % 32) to.bytes.push(0)
  for (const { data } of rows) {
    to.bytes.push(...data)
    while (to.bytes.length % 32) to.bytes.push(0)
  }
  return Uint8Array.from(to.bytes)
}

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer)
const valuesOf = (one: Tensor | undefined) => [...(one?.pieces?.() ?? [])].flatMap((piece) => [...piece])
const ROWS: readonly Row[] = [
  { name: 'token_embd.weight', dims: [2, 3], type: 0, data: floats(1, 2, 3, 4, 5, 6) },
  { name: 'blk.0.attn_q.weight', dims: [32, 1], type: 2, data: new Uint8Array(18) },
  { name: 'output_norm.weight', dims: [2], type: 0, data: floats(7, 8) },
]

describe('GGUF', () => {
  it.each([1, 2, 3])('of version %d is read, its shapes turned and its packed blocks left', (version) => {
    const model = ggufIn(bytesOf(written(ROWS, version)))
    expect(model.layers.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'token_embd Embedding',
      'blk.0.attn_q Linear',
      'output_norm RMSNorm',
    ])
    expect(model.tensors.map(({ type, shape }) => [type, shape])).toEqual([
      ['float32', [3, 2]],
      ['q4_0', [1, 32]],
      ['float32', [2]],
    ])
    expect(model.tensors.map(valuesOf)).toEqual([[1, 2, 3, 4, 5, 6], [], [7, 8]])
    expect(model.facts).toMatchObject([
      { name: 'model', value: 'llama' },
      { name: 'parameters', value: 40 },
    ])
    expect(model.notes).toMatchObject([{ values: { why: 'packed', count: 1 } }])
  })

  it('of the other byte order is read too', () => {
    const data = Uint8Array.from([...floats(1, 2)].reverse())
    const model = ggufIn(bytesOf(written([{ name: 'a.weight', dims: [2], type: 0, data }], 3, false)))
    expect(model.tensors.map(valuesOf)).toEqual([[2, 1]])
  })

  it('is a model or one line, wherever it is cut or changed', () => {
    const whole = written(ROWS)
    const safe = (bytes: Uint8Array) => {
      try {
        for (const one of ggufIn(bytesOf(bytes)).tensors) valuesOf(one)
      } catch (error) {
        expect(error).toBeInstanceOf(ModelError)
      }
    }
    for (let end = 0; end < whole.length; end++) safe(whole.slice(0, end))
    expect(() => ggufIn(bytesOf(whole.slice(0, -40)))).toThrow('output_norm.weight ends at byte')
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = whole.slice()
        changed[at]! ^= flip
        safe(changed)
      }),
      { numRuns: 2000 },
    )
  })

  it('gets no memory for what it claims', () => {
    const claims = (at: number) => {
      const bytes = written(ROWS)
      bytes.fill(0xff, at, at + 7)
      return () => ggufIn(bytesOf(bytes))
    }
    expect(claims(8)).toThrow('more than it can hold')
    expect(claims(16)).toThrow('more than it can hold')
    expect(claims(24)).toThrow('it claims')
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ModelError } from '../model-error.ts'
import type { Tensor } from '../opened.ts'
import { bytesOf } from './file.ts'
import { readSafetensors, safetensorsIn } from './safetensors.ts'

const folder = mkdtempSync(join(tmpdir(), 'whyloss-safetensors-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Row = { readonly shape: readonly number[]; readonly values: readonly number[] }

function written(rows: Readonly<Record<string, Row>>, metadata?: Readonly<Record<string, string>>): Uint8Array {
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {}
  let at = 0
  for (const [name, { shape, values }] of Object.entries(rows)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + values.length * 4] }
    at += values.length * 4
  }
  const data = Float32Array.from(Object.values(rows).flatMap(({ values }) => values))
  return framed(JSON.stringify(header), new Uint8Array(data.buffer))
}

function framed(header: string, data: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(header)
  const length = new Uint8Array(new BigUint64Array([BigInt(text.length)]).buffer)
  return Uint8Array.from([...length, ...text, ...data])
}

const valuesOf = (one: Tensor | undefined) => [...(one?.pieces?.() ?? [])].flatMap((piece) => [...piece])
const rows = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,5}\.(weight|bias)$/),
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }).map((shape) => ({
    shape,
    values: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i / 4),
  })),
  { maxKeys: 5 },
)

describe('safetensors', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const { tensors } = safetensorsIn(bytesOf(written(rows)))
        expect(
          Object.fromEntries(tensors.map((one) => [one.name, { shape: one.shape, values: valuesOf(one) }])),
        ).toEqual({ ...rows })
      }),
    )
  })

  it('are a model or one line, wherever they are cut or changed', () => {
    const whole = written({
      'a.weight': { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
      'a.bias': { shape: [2], values: [1, 2] },
    })
    const safe = (bytes: Uint8Array) => {
      try {
        for (const one of safetensorsIn(bytesOf(bytes)).tensors) valuesOf(one)
        return true
      } catch (error) {
        expect(error).toBeInstanceOf(ModelError)
        return false
      }
    }
    for (let end = 0; end < whole.length; end++) expect(safe(whole.slice(0, end))).toBe(false)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = whole.slice()
        changed[at]! ^= flip
        safe(changed)
      }),
      { numRuns: 1000 },
    )
  })

  it.each<[string, unknown]>([
    ['no type', { a: { shape: [1], data_offsets: [0, 4] } }],
    ['no sensible shape', { a: { dtype: 'F32', shape: [2 ** 53, 8], data_offsets: [0, 4] } }],
    ['no sensible shape', { a: { dtype: 'F32', shape: [-1], data_offsets: [0, 4] } }],
    ['no place', { a: { dtype: 'F32', shape: [1], data_offsets: [4, 0] } }],
    ['ends at byte', { a: { dtype: 'F32', shape: [250], data_offsets: [0, 1000] } }],
    ['does not fit its shape', { a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }],
    ['no JSON object', [1]],
  ])('are refused with: %s', (what, header) => {
    expect(() => safetensorsIn(bytesOf(framed(JSON.stringify(header), new Uint8Array(8))))).toThrow(what)
  })

  it('in parts are one model, in whatever way they are asked for', () => {
    const first = 'model-00001-of-00002.safetensors'
    writeFileSync(join(folder, first), written({ 'h.10.weight': { shape: [2, 1], values: [1, 2] } }, { format: 'pt' }))
    const second = 'model-00002-of-00002.safetensors'
    writeFileSync(join(folder, second), written({ 'h.2.weight': { shape: [1, 2], values: [3, 4] } }))
    const alone = readSafetensors(join(folder, first))
    expect(alone.notes).toMatchObject([{ id: 'note.model.one-shard', values: { of: 2 } }])
    alone.close()
    const index = join(folder, 'model.safetensors.index.json')
    writeFileSync(index, JSON.stringify({ weight_map: { 'h.10.weight': first, 'h.2.weight': second } }))
    for (const path of [index, join(folder, second)]) {
      const model = readSafetensors(path)
      expect(model.layers.map(({ name }) => name)).toEqual(['h.2', 'h.10'])
      expect(model.tensors.map(valuesOf)).toEqual([
        [1, 2],
        [3, 4],
      ])
      expect(model.facts).toMatchObject([
        { name: 'framework', value: 'pytorch' },
        { name: 'parameters', value: 4 },
      ])
      model.close()
      model.close()
    }
  })

  it('never lead elsewhere, and say which part is missing', () => {
    const index = join(folder, 'other.safetensors.index.json')
    const opened = (name: unknown) => () => {
      writeFileSync(index, JSON.stringify({ weight_map: { a: name } }))
      return readSafetensors(index)
    }
    for (const name of ['../secret', '/etc/passwd', 'a/b', 'a\\b', '..', '', 7])
      expect(opened(name)).toThrow('not beside it')
    expect(opened('gone.safetensors')).toThrow(/model\.error\.shard .*gone\.safetensors/)
    writeFileSync(index, '{"weight_map": 3}')
    expect(() => readSafetensors(index)).toThrow(ModelError)
  })
})

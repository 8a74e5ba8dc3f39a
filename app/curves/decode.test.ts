import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackedColumn } from '../../src/diagnosis/page.ts'
import type { RunRecord } from '../../src/record/run.ts'
import type { Series } from '../../src/record/series.ts'
import { extremes } from '../../src/view/html/extremes.ts'
import { pack } from '../../src/view/html/pack.ts'
import { decode } from './decode.ts'

function series(value: readonly number[], step = value.map((_, i) => i)): Series {
  const nothing = Float64Array.from(value, () => Number.NaN)
  return {
    ...{ name: 'loss', metric: 'loss', split: 'train', axis: 'step', mean: 'unknown' },
    ...{ step: Float64Array.from(step), epoch: nothing, value: Float64Array.from(value) },
  }
}

function record(...all: readonly Series[]): RunRecord {
  return { name: 'run', sources: [], series: all, facts: [], events: [], tables: {}, notes: [] }
}

async function unpacked(column: PackedColumn, rows: number, texts: ReadonlyMap<string, string>): Promise<number[]> {
  if (column.kind === 'even') return Array.from({ length: rows }, (_, i) => column.start + i * column.step)
  return [...(await decode(texts.get(column.id)!, column.type))]
}

describe('packed curves', () => {
  it('come back to the last bit, whatever they hold', async () => {
    const values = fc.array(fc.double(), { maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(values, fc.boolean(), async (given, single) => {
        const value = single ? given.map(Math.fround) : given
        const { curves, columns } = pack([record(series(value))])
        const texts = new Map(columns.map(({ id, text }) => [id, text]))
        const packed = curves[0]![0]!
        expect(packed.rows).toBe(value.length)
        expect(await unpacked(packed.value, packed.rows, texts)).toEqual(value)
      }),
    )
  })

  it('carry equal columns once, even steps and single precision cheaply', () => {
    const value = Array.from({ length: 1000 }, (_, i) => Math.fround(Math.sin(i)))
    const { curves, columns } = pack([record(series(value), series(value))])
    expect(columns).toHaveLength(1)
    expect(curves[0]![0]!.step).toEqual({ kind: 'even', start: 0, step: 1 })
    expect(curves[0]![0]!.value).toMatchObject({ kind: 'bytes', type: 'float32' })
    expect(curves[0]![0]!.epoch).toBeUndefined()
  })

  it('above the limit keep every extreme and every edge of what is not finite', () => {
    const value = Array.from({ length: 100_000 }, (_, i) => Math.sin(i / 5000))
    value[54_321] = 2650
    value[70_000] = Number.NaN
    const { curves } = pack([record(series(value))], 10_000)
    const { rows, points } = curves[0]![0]!
    expect(points).toBe(100_000)
    expect(rows).toBeLessThan(12_000)
    const kept = extremes(Float64Array.from(value), 10_000)
    expect([...kept]).toEqual([...kept].sort((a, b) => a - b))
    for (const row of [0, 54_321, 69_999, 70_000, 70_001, 99_999]) expect(kept).toContain(row)
  })

  it('rejects a damaged column', async () => {
    await expect(decode('AAAA', 'float64')).rejects.toThrow()
  })
})

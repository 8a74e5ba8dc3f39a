// `whyloss audit` on every format of data that it reads: the same rows give the same answer.
import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { encode as encodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { describe, expect, test } from 'vitest'
import { openDuckDB } from '../../src/data/engine/duckdb.ts'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import { uniform } from '../../src/signal/generator.ts'
import { at, audit, causes, csv, found, HEAD, npy, put, TRAIN, train, VAL, val } from '../audit.ts'

/** A picture of one class: stripes of its own width, with noise. */
function picture(label: number, seed: number): { width: number; height: number; data: Uint8Array } {
  const [width, height] = [24, 24]
  const next = uniform(seed)
  const shift = Math.floor(next() * 8)
  const data = Uint8Array.from({ length: width * height }, (_, i) => {
    const stripe = Math.floor(((i % width) + shift) / (label + 2)) % 2
    return Math.max(0, Math.min(255, 60 + 120 * stripe + Math.floor(40 * next())))
  })
  return { width, height, data }
}

describe('the formats', () => {
  const same = (run: ExaminedRun) => {
    expect(run.data?.parts.map((one) => [one.split, one.rows])).toEqual([
      ['train', 400],
      ['val', 120],
    ])
    expect(causes(run)).toEqual([])
    expect(run.verdict).toBe('healthy')
  }

  test('CSV, with either line end, packed', () => {
    same(audit('--train', train, '--val', val, '--label', 'y'))
    same(
      audit(
        '--train',
        put('crlf.csv', csv(TRAIN, '\r\n')),
        '--val',
        put('val.csv.gz', gzipSync(csv(VAL))),
        '--label',
        'y',
      ),
    )
  })

  test('TSV, and lines of JSON', () => {
    const tsv = put('train.tsv', csv(TRAIN).replaceAll(',', '\t'))
    const lines = VAL.map((row) => JSON.stringify(Object.fromEntries(row.map((one, i) => [HEAD[i], one])))).join('\n')
    same(audit('--train', tsv, '--val', put('val.jsonl', lines), '--label', 'y'))
  })

  test('Parquet, whole folders of it, and patterns', async () => {
    const engine = await openDuckDB()
    mkdirSync(at('parquet'), { recursive: true })
    for (const [path, name] of [
      [train, 'train-0'],
      [val, 'val-0'],
    ])
      await engine.query(
        `COPY (SELECT * FROM read_csv('${path}')) TO '${at(`parquet/${name}.parquet`)}' (FORMAT parquet)`,
      )
    await engine.close()
    same(audit(at('parquet'), '--label', 'y'))
    same(audit('--train', 'parquet/tr*.parquet', '--val', 'parquet/{val,dev}-?.parquet', '--label', 'y'))
  })

  test('Arrow, as the data sets of the Hub lie on a disk', () => {
    mkdirSync(at('hub/train'), { recursive: true })
    mkdirSync(at('hub/validation'), { recursive: true })
    for (const [list, split] of [
      [TRAIN, 'train'],
      [VAL, 'validation'],
    ] as const) {
      const column = (i: number) => list.map((row) => row[i]!)
      const numbers = Object.fromEntries(['a', 'b', 'c'].map((name, i) => [name, Float64Array.from(column(i))]))
      const table = tableFromArrays({ ...numbers, y: Int32Array.from(column(3)) })
      writeFileSync(at(`hub/${split}/data-00000-of-00001.arrow`), tableToIPC(table, 'stream'))
      writeFileSync(at(`hub/${split}/dataset_info.json`), '{}')
    }
    writeFileSync(at('hub/dataset_dict.json'), '{"splits": ["train", "validation"]}')
    same(audit(at('hub'), '--label', 'y'))
  })

  test('arrays of NumPy, features and labels beside each other', () => {
    mkdirSync(at('arrays'), { recursive: true })
    for (const [list, split] of [
      [TRAIN, 'train'],
      [VAL, 'val'],
    ] as const) {
      put(`arrays/x_${split}.npy`, npy(list.map((row) => row.slice(0, 3))))
      put(
        `arrays/y_${split}.npy`,
        npy(
          list.map((row) => [row[3]!]),
          true,
        ),
      )
    }
    same(audit(at('arrays'), '--label', 'y'))
  })

  test('pictures of IDX, and their labels', () => {
    mkdirSync(at('idx'), { recursive: true })
    const idx = (axes: readonly number[], data: Uint8Array) => {
      const head = new Uint8Array(4 + 4 * axes.length)
      head.set([0, 0, 8, axes.length])
      axes.forEach((size, i) => {
        new DataView(head.buffer).setUint32(4 + 4 * i, size)
      })
      return Buffer.concat([head, data])
    }
    for (const [name, count] of [
      ['train', 120],
      ['t10k', 40],
    ] as const) {
      const labels = Uint8Array.from({ length: count }, (_, i) => (i * 7) % 3)
      const pixels = Buffer.concat([...labels].map((label, i) => picture(label, count + i).data))
      put(`idx/${name}-images-idx3-ubyte`, idx([count, 24, 24], pixels))
      put(`idx/${name}-labels-idx1-ubyte`, idx([count], labels))
    }
    const run = audit(at('idx'))
    expect(run.data?.parts.map((one) => [one.split, one.rows])).toEqual([
      ['train', 120],
      ['test', 40],
    ])
    expect(run.facts).toContainEqual(expect.objectContaining({ name: 'classes', value: 3 }))
  })

  test('a folder of pictures: copies across the splits, near ones, damaged ones', () => {
    for (const split of ['train', 'val'])
      for (const label of [0, 1]) {
        mkdirSync(at(`pictures/${split}/class${label}`), { recursive: true })
        for (let i = 0; i < 30; i++) {
          const own = picture(label, (split === 'val' && i < 5 ? 0 : split === 'val' ? 500 : 0) + label * 100 + i)
          put(`pictures/${split}/class${label}/${i}.png`, encodePng({ ...own, channels: 1 }))
        }
      }
    const rgba = new Uint8Array(24 * 24 * 4).map((_, i) => picture(1, 107).data[Math.floor(i / 4)]!)
    put('pictures/val/class1/again.jpg', encodeJpeg({ width: 24, height: 24, data: rgba }, 92).data)
    put('pictures/val/class0/broken.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]))
    put('pictures/val/class0/empty.jpg', new Uint8Array(0))
    const run = audit(at('pictures'))
    expect(run.data?.parts.map((one) => [one.split, one.rows])).toEqual([
      ['train', 60],
      ['val', 61],
    ])
    expect(causes(run)).toContain('data-leakage')
    expect(found(run)).toEqual(expect.arrayContaining(['rows-in-both', 'pictures-unreadable']))
    expect(run.findings.find((one) => one.id === 'rows-in-both')?.values).toMatchObject({ rows: 10, of: 61 })
  })
})

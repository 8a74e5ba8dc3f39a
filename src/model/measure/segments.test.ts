import { describe, expect, test } from 'vitest'
import type { Frame, FrameColumn } from '../../data/sample.ts'
import { gaussian, uniform } from '../../signal/generator.ts'
import { called, labelled, mean, quantities } from '../predictions/predicted.fixture.ts'
import { weakSegments } from './segments.ts'

const column = (name: string, values: ArrayLike<number>, more: Partial<FrameColumn> = {}): FrameColumn => ({
  name,
  kind: 'number',
  role: 'feature',
  numberInText: false,
  values: Float64Array.from(values),
  words: [],
  ...more,
})
const frame = (...columns: FrameColumn[]): Frame => {
  const rows = columns[0]!.values.length
  return {
    rows,
    splits: ['test'],
    split: new Uint8Array(rows),
    row: Float64Array.from({ length: rows }, (_, i) => i + 1),
    file: new Float64Array(rows),
    columns,
    parts: [{ split: 'test', rows, sampled: rows }],
  }
}
const same = (row: number) => row
const random = (count: number, seed: number) => {
  const next = uniform(seed)
  return Array.from({ length: count }, () => next())
}

describe('weak segments', () => {
  test('name the range where classes are missed', () => {
    const x = random(800, 1)
    const truth = x.map(() => 0)
    const own = called(
      truth,
      x.map((one, i) => (one > 0.75 && i % 2 === 0 ? 1 : 0)),
      2,
    )
    const [worst] = weakSegments(own, frame(column('x', x), column('noise', random(800, 2))), same)
    const inside = own.predicted.filter((_, i) => x[i]! >= [...x].sort((a, b) => a - b)[599]!)
    expect(worst).toMatchObject({ split: 'test', column: 'x', measure: 'accuracy', rest: 1 })
    expect(worst!.where).toMatch(/^0\.7\d* … (?:1|0\.99\d*)$/)
    expect(worst!.score).toBeCloseTo(1 - mean([...inside]), 1)
    expect(worst!.z).toBeGreaterThan(5)
  })

  test('name the word where a quantity is missed', () => {
    const code = Array.from({ length: 600 }, (_, i) => i % 3)
    const draw = gaussian(3)
    const own = quantities(
      code.map(() => 0),
      code.map((one) => draw() * (one === 2 ? 5 : 1)),
    )
    const words = ['red', 'green', 'blue']
    const found = weakSegments(
      own,
      frame(column('colour', code, { kind: 'category', words } as Partial<FrameColumn>)),
      same,
    )
    expect(found.map((one) => one.where)).toEqual(['blue'])
    expect(found[0]).toMatchObject({ rows: 200, measure: 'mae' })
    const sizes = own.predicted.map(Math.abs)
    expect(found[0]!.score).toBeCloseTo(mean([...sizes.filter((_, i) => code[i] === 2)]), 10)
    expect(found[0]!.rest).toBeCloseTo(mean([...sizes.filter((_, i) => code[i] !== 2)]), 10)
  })

  test('name missing values as a part', () => {
    const x = random(400, 5).map((one, i) => (i % 5 === 0 ? Number.NaN : one))
    const own = called(
      x.map(() => 0),
      x.map((one) => Number(Number.isNaN(one))),
      2,
    )
    expect(weakSegments(own, frame(column('x', x)), same)[0]).toMatchObject({ where: '–', rows: 80, score: 0, rest: 1 })
  })

  test('find nothing where errors fall by chance over many columns', () => {
    const columns = Array.from({ length: 30 }, (_, i) => column(`x${i}`, random(500, 10 + i)))
    const wrong = random(500, 99).map((one) => Number(one < 0.2))
    const found = weakSegments(
      called(
        wrong.map(() => 0),
        wrong,
        2,
      ),
      frame(...columns),
      same,
    )
    for (const one of found) expect(one.z).toBeLessThan(2)
  })

  test('take the row of the frame that a prediction is of', () => {
    const x = random(400, 7)
    const back = (row: number) => 399 - row
    const own = called(
      x.map(() => 0),
      x.map((_, i) => Number(x[back(i)]! > 0.75)),
      2,
    )
    const [worst] = weakSegments(own, frame(column('x', x)), back)
    expect(worst!.score).toBeLessThan(0.2)
  })

  test('leave out constants, text, other roles, several labels and few rows', () => {
    const x = random(200, 8)
    const own = called(
      x.map(() => 0),
      x.map((one) => Number(one > 0.75)),
      2,
    )
    for (const more of [{ kind: 'text' }, { kind: 'constant' }, { role: 'label' }, { role: 'id' }])
      expect(weakSegments(own, frame(column('x', x, more as Partial<FrameColumn>)), same)).toEqual([])
    expect(
      weakSegments(
        own,
        frame(
          column(
            'x',
            x.map(() => 3),
          ),
          column(
            'y',
            x.map(() => Number.NaN),
          ),
        ),
        same,
      ),
    ).toEqual([])
    expect(
      weakSegments(
        labelled(
          x.map(() => [0.1]),
          x.map(() => [0]),
        ),
        frame(column('x', x)),
        same,
      ),
    ).toEqual([])
    expect(weakSegments(called([0], [1], 2), frame(column('x', [1])), same)).toEqual([])
  })
})

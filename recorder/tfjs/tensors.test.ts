// Tensors in a few numbers, and the order of labels.

import { expect, describe as group, test } from 'vitest'
import { eachLoss } from './example-losses.ts'
import { type Call, hits, labelsOf } from './losses.ts'
import { Order } from './order.ts'
import { number, plain } from './stream.ts'
import { describe, moments } from './tensors.ts'

const batch = (shape: readonly number[], values: readonly number[], dtype = 'float32') => ({
  shape,
  dtype,
  values: dtype === 'int32' ? Int32Array.from(values) : Float32Array.from(values),
})
const call = (name: string, loss: string, takesLogits?: boolean): Call => ({
  name,
  loss,
  known: true,
  quote: name,
  inputFrom: 'linear',
  ...(takesLogits !== undefined && { takesLogits }),
})

group('a tensor', () => {
  test('is told by its range, its features, and what is not finite', () => {
    const row = describe(batch([2, 3], [0.5, 2, 7, 1.5, 2, Number.NaN]), 4, 'train', 'x')!
    expect(row).toMatchObject({ step: 4, split: 'train', name: 'x', type: 'float', shape: [2, 3], min: 0.5, max: 7 })
    expect(row.nonFinite).toBeCloseTo(1 / 6)
    // the mean of what is finite in a column, a gap counted as 0, as the recorder of PyTorch counts it
    expect(row.features).toEqual({ count: 3, means: [1, 3.5], spreads: [0.5, 3.5], constant: 1 })
    expect('distinct' in row).toBe(false)
  })

  test('of outputs tells whether rows sum to one, agree, and which class leads', () => {
    const even = describe(batch([2, 2], [0.25, 0.75, 0.25, 0.75]), 1, 'train', 'p', true)!
    expect(even).toMatchObject({ sumsToOne: true, acrossRows: 0, topShare: 1 })
    const logits = describe(batch([2, 2], [-1, 3, 2, 0]), 1, 'train', 'z', true)!
    expect(logits).toMatchObject({ sumsToOne: false, topShare: 0.5, acrossRows: 1.5 })
    const lost = describe(batch([2, 2], [Number.NaN, Number.NaN, Number.NaN, Number.NaN]), 1, 'train', 'z', true)!
    expect(lost).toMatchObject({ nonFinite: 1, acrossRows: 'NaN' })
  })

  test('of class numbers tells how many there are; one of words or of nothing is none', () => {
    expect(describe(batch([4], [0, 2, 2, 9], 'int32'), 1, 'train', 'y')).toMatchObject({ type: 'integer', distinct: 3 })
    expect(describe(batch([0], []), 1, 'train', 'y')).toBeUndefined()
    expect(describe({ ...batch([1], [1]), dtype: 'complex64' }, 1, 'train', 'y')).toBeUndefined()
    expect(Object.values(moments([Number.NaN])).map(String)).toEqual(['NaN', 'NaN', 'NaN', 'NaN', '1'])
  })
})

test('numbers stand as JSON can hold them, and what is private only as its kind', () => {
  expect([1 / 3, Number.NaN, Number.NEGATIVE_INFINITY].map((one) => number(one))).toEqual([
    0.333333,
    'NaN',
    '-Infinity',
  ])
  expect(plain({ secret: 1 })).toBe('Object')
  expect(plain([() => 1, null, 'a'])).toEqual(['function', null, 'a'])
})

group('labels', () => {
  test('are numbers, or the places of the ones', () => {
    expect(labelsOf(batch([3], [2, 0, 1]), 3)).toEqual([2, 0, 1])
    expect(labelsOf(batch([2, 3], [0, 0, 1, 1, 0, 0]), 3)).toEqual([2, 0])
    for (const soft of [
      [0.1, 0.9, 0],
      [1, 1, 0],
      [0, 0, 0],
      [Number.NaN, 1, 0],
    ])
      expect(labelsOf(batch([1, 3], soft), 3)).toBeUndefined()
    expect(labelsOf(batch([2, 1], [0.5, 1]), 1)).toBeUndefined()
  })

  test('are counted where they are met', () => {
    const cross = call('categoricalCrossentropy', 'cross-entropy', false)
    expect(hits(cross, batch([2, 2], [0.9, 0.1, 0.3, 0.7]), batch([2, 2], [1, 0, 1, 0]))).toEqual([1, 2])
    const logits = call('sigmoidCrossEntropy', 'binary-cross-entropy', true)
    expect(hits(logits, batch([3, 1], [-1, 2, 0.2]), batch([3, 1], [0, 1, 0]))).toEqual([2, 3])
    expect(hits(logits, batch([1, 1], [2]), batch([1, 1], [0.4]))).toBeUndefined()
    expect(hits(call('meanSquaredError', 'mse'), batch([1, 1], [2]), batch([1, 1], [2]))).toBeUndefined()
  })

  test('in runs and batches that come again are seen, also where they are rows with one 1', () => {
    const values = Float32Array.of()
    const sorted = new Order()
    for (let label = 0; label < 4; label++) sorted.batch(values, Array(16).fill(label))
    expect(sorted.rows()[0]).toMatchObject({ classes: 4, labelRun: 16, pureBatches: 4, repeated: 0 })
    const again = new Order()
    const mixed = Array.from({ length: 16 }, (_, i) => i % 4)
    for (let time = 0; time < 3; time++) again.batch(values, mixed)
    expect(again.rows()[0]).toMatchObject({ labelRun: 1, repeated: 2 })
    again.epoch()
    again.batch(values, mixed)
    expect(again.rows()[0]).toMatchObject({ repeated: 2 })
    expect(new Order().rows()).toEqual([])
  })
})

test('single examples have the loss that their batch averages', () => {
  const [p, q] = [0.2, 0.7]
  const cross = eachLoss(
    call('categoricalCrossentropy', 'cross-entropy', false),
    batch([2, 2], [p, 1 - p, q, 1 - q]),
    batch([2, 2], [1, 0, 0, 1]),
  )!
  expect(cross[0]).toBeCloseTo(-Math.log(p))
  expect(cross[1]).toBeCloseTo(-Math.log(1 - q))
  const logits = eachLoss(
    call('softmaxCrossEntropy', 'cross-entropy', true),
    batch([1, 2], [1000, 0]),
    batch([1], [1]),
  )!
  expect(logits[0]).toBeCloseTo(1000)
  const squares = eachLoss(call('meanSquaredError', 'mse'), batch([2, 2], [1, 2, 3, 4]), batch([2, 2], [0, 2, 3, 2]))!
  expect(squares).toEqual([0.5, 2])
  expect(eachLoss(call('meanSquaredError', 'mse'), batch([2, 1], [1, 2]), batch([1], [1]))).toBeUndefined()
})

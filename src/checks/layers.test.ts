import { describe, expect, it } from 'vitest'
import { isGated, isNorm, levelOf, levels, named, ofWeights, weightLayers } from './layers.ts'
import { run } from './run.fixture.ts'
import { sameSteps } from './same-steps.ts'
import { linear } from './watched.fixture.ts'

const built = run()
  .curve('grad_norm', [1, 1], { axis: 'step' })
  .curve('a', [1, 9, 9, 9, 9], { axis: 'step', layer: 'body.fc1' })
  .curve('b', [2, 2], { axis: 'step', layer: 'body.bn1' })
  .curve('c', [Number.NaN], { axis: 'step', layer: 'head' })
const { series } = built.record

describe('levels of layers', () => {
  it('are early, late and usual medians of finite values, of layers only', () => {
    expect(levels(series).map(({ layer, early, late, usual, top }) => ({ layer, early, late, usual, top }))).toEqual([
      { layer: 'body.fc1', early: 1, late: 9, usual: 9, top: 9 },
      { layer: 'body.bn1', early: 2, late: 2, usual: 2, top: 2 },
    ])
    expect(levelOf(series[0]!)).toMatchObject({ layer: '', steps: [1, 2] })
  })

  it('leave normalisation out, by the table of layers or by name', () => {
    const names = (list: ReturnType<typeof levels>) => list.map((one) => one.layer)
    expect(names(ofWeights(levels(series), undefined))).toEqual(['body.fc1'])
    const table = [linear('body.fc1', 2, 2), { name: 'body.bn1', kind: 'BatchNorm1d', parameters: 4 }]
    expect(names(ofWeights(levels(series), table))).toEqual(['body.fc1'])
  })
})

it('kinds of layers', () => {
  expect(['BatchNorm2d', 'LayerNorm', 'GroupNorm', 'Linear'].map((kind) => isNorm({ kind }))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(['LSTM', 'MultiheadAttention', 'Conv2d'].map((kind) => isGated({ kind }))).toEqual([true, true, false])
  const list = [linear('fc', 2, 2), { name: 'emb', kind: 'Embedding', parameters: 9 }, { name: 'act', kind: 'ReLU' }]
  expect(weightLayers(list).map((one) => one.name)).toEqual(['fc'])
  expect([named(['a', 'b']), named(['a', 'b', 'c', 'd', 'e'])]).toEqual(['a, b', 'a, b, c (+2)'])
})

it('both modes meet at equal steps', () => {
  const { series: list } = run()
    .curve('loss', [3, 2, Number.NaN, 1], { axis: 'step' })
    .curve('e', [9, 8, 7], { axis: 'step', split: 'train', at: [2, 3, 9] }).record
  expect(sameSteps(list[1], [list[0]!])).toEqual([{ step: 2, eval: 9, train: 2 }])
  expect(sameSteps(undefined, list)).toEqual([])
})

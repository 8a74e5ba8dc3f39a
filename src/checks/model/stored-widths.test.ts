import { expect, it } from 'vitest'
import { accuracy, dense, modelFile, stored } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { optimizer } from '../watched.fixture.ts'
import check from './stored-widths.ts'

/** 64 in, so many in the middle, 64 behind them, and ten classes. */
const waist = (units: number) =>
  stored(dense('fc1', 64, units), dense('fc2', units, 64), dense('fc3', 64, 64), dense('out', 64, 10))
const scored = (train: number) => waist(2).table('scores', ...accuracy('train', train), ...accuracy('test', train))

examines(check, {
  ill: {
    'two units between 64': {
      run: waist(2),
      finds: 'narrow-stored-layer',
      pointsTo: ['bottleneck', 'model-too-small'],
    },
    'one unit, of a model that learnt little': {
      run: scored(0.6),
      finds: 'narrow-stored-layer',
      pointsTo: ['bottleneck'],
    },
    'rows that score below guessing': { run: scored(0.3), finds: 'narrow-stored-layer' },
  },
  well: {
    'layers of one width': waist(64),
    'eight times narrower, no more': waist(8),
    'nothing is left to explain': scored(0.98),
    'layers whose sides do not meet': stored(dense('fc1', 64, 2), dense('fc2', 30, 64), dense('out', 64, 10)),
    'a narrow output is no waist': stored(dense('fc1', 64, 64), dense('fc2', 64, 64), dense('out', 64, 1)),
  },
  outside: {
    'an autoencoder': {
      run: stored(dense('in', 64, 2), dense('mid', 2, 2), dense('out', 2, 64)),
      because: 'narrow-on-purpose',
    },
    'two layers': { run: stored(dense('fc1', 64, 2), dense('out', 2, 10)), because: 'few-layers' },
    'a table of weights, whose order is not that of the computation': {
      run: waist(2).table('modelFile', modelFile({ ordered: false })),
      because: 'few-layers',
    },
    convolutions: {
      run: stored(...waist(2).record.tables.layers!.map((one) => ({ ...one, kind: 'Conv2d' }))),
      because: 'few-layers',
    },
    'no layers': { run: stored(), because: 'few-layers' },
    'an empty table of files': { run: waist(2).table('modelFile'), because: 'few-layers' },
    'a run that was watched': { run: waist(2).table('optimizers', optimizer()), because: 'loss-judged' },
    'layers of a run alone': { run: run().layers(dense('fc1', 64, 2), dense('out', 2, 10)), because: 'modelFile' },
  },
})

it('stored-widths is surer, and sees the layer at its own place, where the training is known to score low', () => {
  const found = (built: ReturnType<typeof waist>) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const [alone, beside] = [found(waist(2))!, found(scored(0.6))!]
  expect(beside.points.bottleneck!).toBeGreaterThan(alone.points.bottleneck!)
  expect([alone.sees, beside.sees]).toEqual([undefined, 'bottleneck'])
  expect(alone).toMatchObject({ where: { layers: ['fc1'] }, values: { units: 2, times: 32, reached: null } })
})

// The reader of JSON documents: columns, rows, and what null means.

import { describe, expect, it } from 'vitest'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf } from './contract.fixture.ts'
import history from './json-history.ts'

const KERAS = '{"loss": ["2.5", 1.5, NaN], "val_loss": [2.25, 1.25, Infinity], "params": {"lr": 0.01, "epochs": 3}}'
const BOOSTING = '{"training": {"l2": [1, 0.5]}, "valid_1": {"l2": [2, 1.5]}}'
const ROWS =
  '[{"epoch": 1, "lr": [0.1, 0.1], "train": {"loss": 1.5}, "val": {"loss": 2}},\n {"epoch": 2, "train": {"loss": 1}}]'
const PANDAS = '{"loss":{"0":1.5,"1":1.25},"val_loss":{"0":1.75,"1":null}}'

function read(text: string): string[] {
  return pointsOf(entriesOf(history, bytesOf(text), 'history.json'))
}

describe('json-history', () => {
  it("reads Keras' History, numbers as strings too, and the settings beside it", () => {
    const entries = entriesOf(history, bytesOf(KERAS), 'history.json')
    expect(pointsOf(entries)).toEqual([
      'loss 2.5',
      'loss 1.5',
      'loss NaN',
      'val_loss 2.25',
      'val_loss 1.25',
      'val_loss Infinity',
    ])
    expect(entries.filter((entry) => entry.kind === 'fact').map(({ fact }) => [fact.name, fact.value])).toEqual([
      ['learning_rate', 0.01],
      ['epochs', 3],
    ])
  })

  it('reads evaluation results of boosting, the set before the metric', () => {
    expect(read(BOOSTING)).toEqual(['training/l2 1', 'training/l2 0.5', 'valid_1/l2 2', 'valid_1/l2 1.5'])
  })

  it('reads arrays of rows, nested ones flattened', () => {
    expect(read(ROWS)).toEqual(
      ['train/loss epoch 1 1.5', 'val/loss epoch 1 2', 'lr epoch 1 0.1', 'train/loss epoch 2 1'].sort(
        (a, b) => order(a) - order(b),
      ),
    )
    function order(point: string): number {
      return read(ROWS).indexOf(point)
    }
  })

  it('reads the columns of pandas, which count their rows', () => {
    expect(read(PANDAS)).toEqual([
      'loss epoch 0 1.5',
      'loss epoch 1 1.25',
      'val_loss epoch 0 1.75',
      'val_loss epoch 1 NaN',
    ])
  })

  it('takes null between numbers for not logged, and null to the end of a full column for NaN', () => {
    expect(read('{"loss":[3,2,1,null],"val_loss":[2,null,1,null]}')).toEqual([
      'loss epoch 1 3',
      'loss epoch 2 2',
      'loss epoch 3 1',
      'loss epoch 4 NaN',
      'val_loss epoch 1 2',
      'val_loss epoch 3 1',
    ])
  })

  it('begins a run at each history of a list', () => {
    const kinds = entriesOf(history, bytesOf('[{"loss":[3,2]},{"loss":[3,1]}]'), 'folds.json').map((one) => one.kind)
    expect(kinds).toEqual(['point', 'point', 'run', 'point', 'point'])
  })

  it('uses the epochs beside the columns', () => {
    expect(read('{"history":{"epoch":[5,6],"loss":[2,1]}}')).toEqual(['loss epoch 5 2', 'loss epoch 6 1'])
  })

  it('reads rows that a comma joins without brackets, as they are pasted', () => {
    expect(read('{"loss": 2, "step": 10},\n{"loss": 1, "step": 20},\n')).toEqual(['loss step 10 2', 'loss step 20 1'])
  })

  it('leaves models, notebooks and settings alone', () => {
    const is = (text: string) => history.recognises(headFor(bytesOf(text), 'some.json'))
    expect(is('{"format":"graph-model","weightsManifest":[{"weights":[{"shape":[3,3]}]}]}')).toBe(false)
    expect(is('{"cells":[],"nbformat":4}')).toBe(false)
    expect(is('{"lr": 0.1, "layers": [64, 32]}')).toBe(false)
  })

  it('names the byte that cannot stand there', () => {
    expect(() => read('{"loss": [1, 2}')).toThrowError(
      expect.objectContaining({ id: 'error.malformed-json', values: { byte: 14 } }),
    )
  })
})

holdsContract(history, {
  'history.json': bytesOf(KERAS),
  'evals.json': bytesOf(BOOSTING),
  'rows.json': bytesOf(ROWS),
  'pandas.json': bytesOf(PANDAS),
})

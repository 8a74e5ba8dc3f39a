// The reader of headerless results.txt.

import { describe, expect, it } from 'vitest'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf } from './contract.fixture.ts'
import results from './ultralytics-results.ts'

const TEXT = `     0/29     2.64G    0.125   0.0625      nan     0.25        20       640      0.5     0.25    0.125   0.0625      0.5     0.25      nan
     1/29     2.64G     0.25   0.0625   0.0625    0.375        18       640        0        0        0        0      0.5     0.25    0.125
`

describe('ultralytics-results', () => {
  it('knows the columns by their places; the scores are of the validation', () => {
    const entries = entriesOf(results, bytesOf(TEXT), 'results.txt')
    expect(pointsOf(entries).slice(0, 11)).toEqual([
      'train:train/box_loss epoch 0 0.125',
      'train:train/obj_loss epoch 0 0.0625',
      'train:train/cls_loss epoch 0 NaN',
      'train:train/total_loss epoch 0 0.25',
      'val:metrics/precision epoch 0 0.5',
      'val:metrics/recall epoch 0 0.25',
      'val:metrics/mAP_0.5 epoch 0 0.125',
      'val:metrics/mAP_0.5:0.95 epoch 0 0.0625',
      'val:val/box_loss epoch 0 0.5',
      'val:val/obj_loss epoch 0 0.25',
      'val:val/cls_loss epoch 0 NaN',
    ])
    expect(entries[0]).toMatchObject({ fact: { name: 'epochs', value: 30 } })
  })

  it('leaves rows of other widths alone', () => {
    expect(results.recognises(headFor(bytesOf('0/29 2.64G 0.1 0.2 0.3\n'), 'results.txt'))).toBe(false)
  })
})

holdsContract(results, { 'results.txt': bytesOf(TEXT) })

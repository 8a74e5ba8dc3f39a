// The CSV reader: layouts as trainers write them, and what is no history.

import { describe, expect, it } from 'vitest'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf } from './contract.fixture.ts'
import csv from './csv.ts'

const KERAS = 'epoch,accuracy,loss,val_accuracy,val_loss\r\r\n0,0.5,0.75,0.5,0.8\r\r\n1,0.625,0.5,NA,nan\r\r\n'
const LIGHTNING =
  'epoch,step,train_loss_step,train_loss_epoch,valid_loss\n0,4,1.5,,\n0,9,1.25,,\n0,9,,1.375,\n0,9,,,1.75\n1,14,1e-3,,\n'
const ULTRALYTICS =
  '      epoch,  train/box_loss,   metrics/mAP_0.5,    val/box_loss,   x/lr0\n          0,          0.125,   0,    0.25,  0.08\n'
const DVC = 'step\tloss\n0\t0.5\n1\t-inf\n'
const SEMICOLON = 'epoch;loss;val_loss\n1;0,5;0,75\n2;0,25;1,5\n'
const QUOTED = '\ufeff"epoch","train, loss","val ""loss"""\n"1","0.5","0.25"\n"2",0.125,inf\n'

function read(text: string, name = 'log.csv'): string[] {
  return pointsOf(entriesOf(csv, bytesOf(text), name))
}

function isHistory(text: string, name = 'log.csv'): boolean {
  return csv.recognises(headFor(bytesOf(text), name))
}

describe('csv', () => {
  it('reads Keras CSVLogger with its doubled line ends; NA is not logged, nan is NaN', () => {
    expect(read(KERAS)).toEqual([
      'accuracy epoch 0 0.5',
      'loss epoch 0 0.75',
      'val_accuracy epoch 0 0.5',
      'val_loss epoch 0 0.8',
      'accuracy epoch 1 0.625',
      'loss epoch 1 0.5',
      'val_loss epoch 1 NaN',
    ])
  })

  it('reads the sparse rows of Lightning: an empty cell is no value', () => {
    expect(read(LIGHTNING)).toEqual([
      'train_loss_step step 4 epoch 0 1.5',
      'train_loss_step step 9 epoch 0 1.25',
      'train_loss_epoch step 9 epoch 0 1.375',
      'valid_loss step 9 epoch 0 1.75',
      'train_loss_step step 14 epoch 1 0.001',
    ])
  })

  it('knows that metrics/ beside val/ is of the validation', () => {
    expect(read(ULTRALYTICS)).toEqual([
      'train/box_loss epoch 0 0.125',
      'val:metrics/mAP_0.5 epoch 0 0',
      'val/box_loss epoch 0 0.25',
      'x/lr0 epoch 0 0.08',
    ])
  })

  it('reads tabs, semicolons with decimal commas, quotes and a byte order mark', () => {
    expect(read(DVC)).toEqual(['loss step 0 0.5', 'loss step 1 -Infinity'])
    expect(read(SEMICOLON)).toEqual([
      'loss epoch 1 0.5',
      'val_loss epoch 1 0.75',
      'loss epoch 2 0.25',
      'val_loss epoch 2 1.5',
    ])
    expect(read(QUOTED)).toEqual([
      'train, loss epoch 1 0.5',
      'val "loss" epoch 1 0.25',
      'train, loss epoch 2 0.125',
      'val "loss" epoch 2 Infinity',
    ])
  })

  it('gives bare scores beside train_loss and valid_loss to the validation, as fastai means them', () => {
    expect(read('epoch,train_loss,valid_loss,accuracy,time\n0,0.5,0.75,0.875,00:12\n')).toEqual([
      'train_loss epoch 0 0.5',
      'valid_loss epoch 0 0.75',
      'val:accuracy epoch 0 0.875',
    ])
  })

  it('takes rows without a coordinate for epochs where there is a validation', () => {
    const [point] = entriesOf(csv, bytesOf('val_loss,loss\n1.5,2\n'), 'history.csv')
    expect(point).toMatchObject({ name: 'val_loss', axis: 'epoch', step: undefined, epoch: undefined })
  })

  it('begins a run where rows without coordinates meet the header again', () => {
    const kinds = entriesOf(csv, bytesOf('loss,val_loss\n1,2\nloss,val_loss\n3,4\n'), 'h.csv').map(
      (entry) => entry.kind,
    )
    expect(kinds).toEqual(['point', 'point', 'run', 'point', 'point'])
  })

  it('takes the name of the run off an export of Weights & Biases, and leaves its bounds out', () => {
    const text =
      '"Step","calm-sea-3 - val/loss","calm-sea-3 - val/loss__MIN","calm-sea-3 - val/loss__MAX"\n0,0.5,0.5,0.5\n'
    expect(read(text)).toEqual(['val/loss step 0 0.5'])
  })

  it('takes the tag of a download of TensorBoard from the name of the file', () => {
    const text = 'Wall time,Step,Value\n1700000000.5,0,0.5\n1700000001.5,10,0.25\n'
    expect(isHistory(text, 'run-.-tag-val_loss.csv')).toBe(true)
    expect(read(text, 'run-.-tag-val_loss.csv')).toEqual(['val_loss step 0 0.5', 'val_loss step 10 0.25'])
    expect(isHistory(text, 'prices.csv')).toBe(false)
  })

  it('knows the sets of CatBoost by the names of their files', () => {
    expect(read('iter\tRMSE\n0\t0.5\n', 'learn_error.tsv')).toEqual(['train:RMSE step 0 0.5'])
    expect(read('iter\tRMSE\n0\t0.5\n', 'test_error.tsv')).toEqual(['val:RMSE step 0 0.5'])
  })

  it('leaves tables of data alone', () => {
    expect(isHistory('MPG,Cylinders,Weight\n18.0,8,3504\n15,8,3693\n')).toBe(false)
    expect(isHistory('6,148,72\n1,85,66\n')).toBe(false)
    expect(isHistory('is_label_issue,label_score\nFalse,0.5\nTrue,0.25\n')).toBe(false)
    expect(isHistory('ground_truth,prediction,correct\na,b,0\nb,b,1\n')).toBe(false)
    expect(isHistory('iter\tPassed\tRemaining\n0\t240\t192\n')).toBe(false)
  })

  it('leaves lines of a log alone', () => {
    expect(isHistory('Epoch: [0][1170/1200]\tTime 0.709 (0.417)\tLoss nan(nan)\n', 'train.log')).toBe(false)
    expect(isHistory('epoch 1, loss 0.5\nepoch 2, loss 0.25\n', 'train.log')).toBe(false)
  })
})

holdsContract(csv, {
  'keras.csv': bytesOf(KERAS),
  'metrics.csv': bytesOf(LIGHTNING),
  'results.csv': bytesOf(ULTRALYTICS),
  'loss.tsv': bytesOf(DVC),
  'semicolon.csv': bytesOf(SEMICOLON),
  'quoted.csv': bytesOf(QUOTED),
})

// Rows of results without a log, and all that looks like them and is none.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { places, told } from '../../../test/unit/told.ts'
import { openLeftover } from './leftover.ts'
import { isSentence } from './sentence.ts'
import { openSink } from './sink.ts'

/** Series by name, each as its values in order. */
function read(...lines: readonly string[]): Record<string, string> {
  return Object.fromEntries([...told(lines.join('\n')).series].map(([name, points]) => [name, places(points)]))
}

function factsOf(...lines: readonly string[]): Record<string, unknown> {
  const facts = told(lines.join('\n')).entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []))
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]))
}

/** What is read of lines that no dialect wants. */
function rowsOf(lines: readonly string[]): string[] {
  const out: string[] = []
  const leftover = openLeftover()
  for (const line of lines) leftover.line(line)
  leftover.end(openSink((entry) => entry.kind === 'point' && out.push(`${entry.name} ${entry.value}`)))
  return out
}

describe('rows of results', () => {
  it('are read where there is nothing else', () => {
    expect(read('scale=[0,255]  epochs=20  accuracy=0.975', 'scale=[0,1]  epochs=20  accuracy=0.918')).toEqual({
      'accuracy -': '0.975@ 0.918@',
    })
    expect(
      read(
        'model=small  recall_before=0.47  recall_after=0.97  acc_before=0.95',
        'model=large  recall_before=0.00  recall_after=0.71  acc_before=0.93',
      ),
    ).toEqual({
      'recall_before -': '0.47@ 0@',
      'recall_after -': '0.97@ 0.71@',
      'acc_before -': '0.95@ 0.93@',
    })
  })

  it('wait for the end: where a log follows they are no series of it', () => {
    const rows = ['net=a lr=0.1 accuracy=0.5', 'net=b lr=0.1 accuracy=0.6']
    expect(read(...rows, 'Epoch 1: loss 0.9', 'Epoch 2: loss 0.8')).toEqual({ 'loss -': '0.9@e1 0.8@e2' })
  })

  it.each([
    ['one row', ['net=a accuracy=0.5']],
    ['a row twice', ['net=a accuracy=0.5', 'net=a accuracy=0.5']],
    ['shares of a confusion matrix', ['split=train tn=0.88 fp=0.1', 'split=val tn=0.7 fp=0.2']],
    ['whole numbers', ['net=a errors=3', 'net=b errors=4']],
    ['settings', ["loss='mse', lr=0.1", "loss='mae', lr=0.2"]],
    ['code', ['loss = 0.5; best = 0.1', 'loss = 0.6; best = 0.2']],
    ['calls', ['fit(x, loss=0.5, accuracy=0.1)', 'fit(x, loss=0.6, accuracy=0.2)']],
    ['YAML', ['accuracy: 0.5', 'model: small', 'threshold: 0.6']],
    ['a data table', ['0.1 0.2 0.3', '0.4 0.5 0.6']],
    ['prose', ['I get net a, accuracy=0.5 or so.', 'I get net b, accuracy=0.6 or so.']],
  ])('%s: nothing is read', (_, lines) => {
    expect(rowsOf(lines)).toEqual([])
  })
  it('are told in order, a value each', () => {
    expect(rowsOf(['net=a accuracy=0.5', 'net=b accuracy=nan'])).toEqual(['accuracy 0.5', 'accuracy NaN'])
  })
})

describe('regions of Darknet', () => {
  const region = (number: number, iou: string, count: number) =>
    `Region ${number} Avg IOU: ${iou}, Class: ${iou}, Obj: ${iou}, No Obj: 0.49, .5R: 0.3, .75R: 0.0,  count: ${count}`
  it('count where they hold objects and no iteration is told', () => {
    expect(read(region(82, '-nan', 0), region(106, '0.33', 2), region(106, '0.35', 1))).toEqual({
      'Region 106 Avg IOU -': '0.33@ 0.35@',
      'Region 106 Class -': '0.33@ 0.35@',
      'Region 106 Obj -': '0.33@ 0.35@',
      'Region 106 No Obj -': '0.49@ 0.49@',
    })
  })
  it('are details beside iterations', () => {
    const iteration = ' 12: 2.5, 2.75 avg loss, 0.001 rate, 1.9 seconds, 768 images'
    expect(Object.keys(read(region(82, '0.5', 3), iteration))).toEqual(['loss -', 'avg loss -', 'rate (lr) -'])
  })
})

describe('held-out sets', () => {
  it('keep their names where there are several', () => {
    expect(
      read(
        '##Test Photo: Epoch: 12, avg_loss: 0.25, Accuracy: 90/100 (90%)',
        '##Test Sketch: Epoch: 12, avg_loss: 2.5, Accuracy: 30/100 (30%)',
      ),
    ).toEqual({
      'Test Photo avg_loss test': '0.25@e12',
      'Test Photo Accuracy test': '0.9@e12',
      'Test Sketch avg_loss test': '2.5@e12',
      'Test Sketch Accuracy test': '0.3@e12',
    })
  })
  it.each(['Test set: ', 'Test Epoch: 3, ', 'Validation loss: 0.5, ', 'Val results: '])('%s names none', (start) => {
    const names = Object.keys(read(`${start}Average loss: 0.25`))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).not.toMatch(/^(?:Test set|Test Epoch|Val results)/)
  })
})

describe('sentences that state settings', () => {
  it.each([
    'MLP 64-64, CrossEntropyLoss, Adam lr=0.003, batch 32.',
    'What is wrong? Adam lr=0.003, batch 32, two classes',
    '这个训练过程有问题吗?Adam lr=0.003,batch 32。',
    'Adam lr=0.003, batch 32',
  ])('%s: facts and no series', (line) => {
    expect(read(line)).toEqual({})
    expect(factsOf(line)).toMatchObject({ optimizer: 'adam', learning_rate: 0.003, batch_size: 32 })
  })

  it('a rate at its place in the log stays a curve', () => {
    expect(read('Epoch 1: lr=0.1', 'Epoch 2: lr=0.01')).toEqual({ 'lr -': '0.1@e1 0.01@e2' })
    expect(read('batch 100/200 lr 0.1', 'batch 200/200 lr 0.05')).toEqual({ 'lr -': '0.1@s100 0.05@s200' })
  })

  it('an event told in a sentence does not hide the settings behind it', () => {
    const line = 'Stopped early with patience 6. MLP 64-64, dropout 0.2, Adam lr=0.002. Good enough?'
    expect(told(line).events).toEqual(['early-stop'])
    expect(factsOf(line)).toMatchObject({ optimizer: 'adam', learning_rate: 0.002 })
  })

  it.each([
    ['It is stuck.', true],
    ['SGD lr=0.1. It is stuck', true],
    ['Converged?', true],
    ['Loading ...', false],
    ['Epoch 1: loss=0.5', false],
    ['v1.2. build 3', false],
  ])('%s: %s', (text, sentence) => {
    expect(isSentence(text)).toBe(sentence)
  })

  it('are told in linear time from anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'binary' }), (text) => typeof isSentence(text) === 'boolean'),
    )
  })
})

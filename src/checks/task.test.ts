// What kind of task a run is, from facts, names and numbers.

import { describe, expect, it } from 'vitest'
import { run } from './run.fixture.ts'
import {
  chance,
  classCount,
  classifies,
  firstLoss,
  guessOf,
  hasBatchNorm,
  hasHeldOut,
  isCrossEntropy,
  lossKind,
  lossUnit,
} from './task.ts'

describe('the kind of the loss', () => {
  it.each([
    ['cross-entropy', 'cross-entropy'],
    ['sparse_categorical_crossentropy', 'cross-entropy'],
    ['nll', 'cross-entropy'],
    ['BCEWithLogitsLoss', 'binary-cross-entropy'],
    ['binary_crossentropy', 'binary-cross-entropy'],
    ['mse', 'regression'],
    ['mean_absolute_error', 'regression'],
    ['smooth l1', 'regression'],
    ['triplet', 'other'],
  ])('%s is %s', (name, kind) => {
    expect(lossKind(run().fact('loss_function', name).record)).toBe(kind)
  })

  it('comes from the names of curves where nothing is stated', () => {
    expect(lossKind(run().curve('val_binary_crossentropy', [1]).record)).toBe('binary-cross-entropy')
    expect(lossKind(run().curve('loss', [1]).curve('mae', [1]).record)).toBe('regression')
    expect(lossKind(run().curve('loss', [1]).record)).toBeUndefined()
  })

  it('what is stated wins over the names', () => {
    const named = run().curve('cross_entropy', [1]).fact('loss_function', 'mse')
    expect(lossKind(named.record)).toBe('regression')
  })

  it('comes from the task or the last layer', () => {
    expect(lossKind(run().fact('task', 'regression').record)).toBe('regression')
    expect(lossKind(run().fact('task', 'language-model').record)).toBe('cross-entropy')
    expect(lossKind(run().fact('output_activation', 'softmax').record)).toBe('cross-entropy')
  })
})

it('a cross-entropy is over two classes or many', () => {
  expect(
    (['cross-entropy', 'binary-cross-entropy', 'regression', 'other', undefined] as const).map(isCrossEntropy),
  ).toEqual([true, true, false, false, false])
})

describe('classes', () => {
  it('a run classifies by its loss or by an accuracy, and not when it is a regression', () => {
    expect(classifies(run().curve('loss', [1]).curve('accuracy', [0.5]).record)).toBe(true)
    expect(classifies(run().curve('loss', [1]).record)).toBe(false)
    expect(classifies(run().curve('accuracy', [0]).fact('loss_function', 'mse').record)).toBe(false)
  })

  it('a run of several stated classes classifies', () => {
    expect(classifies(run().curve('loss', [1]).fact('classes', 10).record)).toBe(true)
  })

  it('are counted as stated, from the units, or two for a binary loss', () => {
    expect(classCount(run().fact('classes', 7).fact('output_units', 10).record)).toBe(7)
    expect(classCount(run().fact('output_units', 10).record)).toBe(10)
    expect(classCount(run().fact('output_units', 10).fact('task', 'regression').record)).toBeUndefined()
    expect(classCount(run().fact('loss_function', 'bce').record)).toBe(2)
    expect(classCount(run().record)).toBeUndefined()
  })

  it('one stated class is no number of classes to guess among', () => {
    expect(classCount(run().fact('classes', 1).record)).toBeUndefined()
  })

  it('chance is one of them', () => {
    expect(chance(run().fact('classes', 4).record)).toBe(0.25)
    expect(chance(run().record)).toBeUndefined()
  })
})

describe('the cost of guessing', () => {
  it('is ln K of the stated classes only', () => {
    const ten = run().fact('classes', 10).record
    expect(guessOf(2.31, ten, 0.01)).toMatchObject({ classes: 10, level: Math.log(10) })
    expect(guessOf(Math.LN2, ten, 0.01)).toBeUndefined()
  })

  it('is the nearest common one where none is stated', () => {
    expect(guessOf(6.908, run().record, 0.01)?.classes).toBe(1000)
    expect(guessOf(1.0986, run().record, 0.01)?.classes).toBe(3)
    expect(guessOf(0.85, run().record, 0.05)).toBeUndefined()
  })

  it('is none of a value that is not finite', () => {
    expect(guessOf(Number.NaN, run().record, 0.05)).toBeUndefined()
    expect(guessOf(Number.POSITIVE_INFINITY, run().record, 0.05)).toBeUndefined()
  })
})

describe('where a run begins and what is held out', () => {
  it('the first loss is that of epoch 1 or of the first steps', () => {
    expect(firstLoss(run().curve('loss', [2.4, 2]).record)).toBe(2.4)
    expect(firstLoss(run().curve('loss', [2.4, 2], { at: [31, 32] }).record)).toBeUndefined()
    expect(firstLoss(run().curve('loss', [Number.NaN, 2]).record)).toBe(2)
    expect(firstLoss(run().curve('val_loss', [2]).record)).toBeUndefined()
  })

  it('any curve of validation or test is held out', () => {
    expect(hasHeldOut(run().curve('test_auc', [0.5]).record)).toBe(true)
    expect(hasHeldOut(run().curve('loss', [0.5]).record)).toBe(false)
  })
})

describe('the size of a difference that matters', () => {
  it('is what guessing costs, in a classification', () => {
    expect(lossUnit(run().fact('classes', 10).curve('accuracy', [0.1]).record, [40, 0.1])).toBe(Math.log(10))
  })

  it('is the first loss in a classification of unknown classes, within reason', () => {
    const unknown = run().curve('accuracy', [0.1]).record
    expect(lossUnit(unknown, [1.7, 0.1])).toBe(1.7)
    expect(lossUnit(unknown, [0.02, 0.01])).toBe(Math.LN2)
    expect(lossUnit(unknown, [5000, 0.1])).toBe(Math.log(1000))
  })

  it('is the level at which a regression begins', () => {
    expect(lossUnit(run().record, [Number.NaN, -40, 2])).toBe(40)
  })
})

describe('BatchNorm', () => {
  const known = { batchNormFact: undefined, pretrainedFact: undefined, layers: undefined }

  it('is there where it is said, listed, or part of what was pretrained', () => {
    expect(hasBatchNorm({ ...known, batchNormFact: true })).toBe(true)
    expect(hasBatchNorm({ ...known, pretrainedFact: true })).toBe(true)
    for (const kind of ['BatchNormalization', 'BatchNorm2d', 'batch_norm'])
      expect(hasBatchNorm({ ...known, layers: [{ name: 'a', kind }] }), kind).toBe(true)
  })

  it('is not assumed where nothing tells', () => {
    expect(hasBatchNorm(known)).toBe(false)
    expect(hasBatchNorm({ ...known, batchNormFact: false, layers: [{ name: 'a', kind: 'LayerNorm' }] })).toBe(false)
  })
})

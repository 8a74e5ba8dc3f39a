// The lexicon gives the names that people print the field's words.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, meaningOf } from './lexicon.ts'

const NAMES: readonly (readonly [string, string, string | undefined])[] = [
  ['loss', 'loss', undefined],
  ['val_loss', 'loss', 'val'],
  ['valid_loss', 'loss', 'val'],
  ['eval/loss', 'loss', 'val'],
  ['Test net output #1: loss', 'loss', 'test'],
  ['loss_train', 'loss', 'train'],
  ['epoch_loss', 'loss', undefined],
  ['trainLoss', 'loss', 'train'],
  ['SoftmaxWithLoss1', 'loss', undefined],
  ['train/box_loss', 'loss-part', 'train'],
  ['loss_box_reg', 'loss-part', undefined],
  ['stage1_pafs_loss', 'loss-part', undefined],
  ['损失', 'loss', undefined],
  ['验证损失', 'loss', 'val'],
  ['потери', 'loss', undefined],
  ['точность', 'accuracy', undefined],
  ['正确率', 'accuracy', undefined],
  ['验证准确率', 'accuracy', 'val'],
  ["valid_1's binary_logloss", 'loss', 'val'],
  ["training's auc", 'auc', 'train'],
  ['test-error', 'error', 'test'],
  ['validation_0-logloss', 'loss', 'val'],
  ['train_loss_step', 'loss', 'train'],
  ['lm loss', 'loss', undefined],
  ['nll_loss', 'loss', undefined],
  ['cross_entropy', 'loss', undefined],
  ['Prec@1', 'accuracy', undefined],
  ['Prec@5', 'top-k-accuracy', undefined],
  ['acc1', 'accuracy', undefined],
  ['dense_2_accuracy', 'accuracy', undefined],
  ['top_k_categorical_accuracy', 'top-k-accuracy', undefined],
  ['test_acc_top1', 'accuracy', 'test'],
  ['mAP@.5', 'map', undefined],
  ['metrics/mAP50-95(B)', 'map', undefined],
  ['mIoU', 'iou', undefined],
  ['val ppl', 'perplexity', 'val'],
  ['val_mean_absolute_error', 'mae', 'val'],
  ['lr-Adam', 'learning-rate', undefined],
  ['x/lr0', 'learning-rate', undefined],
  ['gnorm', 'gradient-norm', undefined],
  ['best test acc', 'best', 'test'],
  ['eval_samples_per_second', 'ignore', 'val'],
  ['GPU_mem', 'ignore', undefined],
  ['ETA', 'ignore', undefined],
  ['num_updates', 'ignore', undefined],
]

describe('meaningOf', () => {
  for (const [name, metric, split] of NAMES) {
    it(`reads ${name} as ${metric}`, () => {
      expect(meaningOf(name)).toMatchObject({ metric, split, known: true })
    })
  }

  it('tells parts, axes and averages', () => {
    expect(meaningOf('loss_cls').part).toBe(true)
    expect(meaningOf('loss').part).toBeUndefined()
    expect(meaningOf('train_loss_step')).toMatchObject({ axis: 'step', mean: 'batch' })
    expect(meaningOf('train_loss_epoch')).toMatchObject({ axis: 'epoch', mean: 'epoch' })
    expect(meaningOf('running_loss').mean).toBe('running')
  })

  it('leaves a name that it does not know as it is', () => {
    expect(meaningOf('crl')).toEqual({ metric: 'crl', split: undefined, known: false })
  })

  it('answers the same twice, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (name) => {
        const once = meaningOf(name)
        expect(meaningOf(name)).toEqual(once)
        expect(typeof once.metric).toBe('string')
      }),
    )
  })
})

describe('directionOf', () => {
  it('knows what is better', () => {
    expect(directionOf('loss')).toBe('down')
    expect(directionOf('accuracy')).toBe('up')
    expect(directionOf('learning-rate')).toBe('none')
    expect(directionOf('constructor')).toBe('none')
  })
})

// What askers state in one sentence, in three languages, and what they do not state.

import { describe, expect, it } from 'vitest'
import { factFinder } from './facts.ts'

function stated(line: string): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  const finder = factFinder((entry) => {
    if (entry.kind === 'fact') facts[entry.fact.name] ??= entry.fact.value
  })
  finder.line(line, 1)
  finder.end()
  return facts
}

const SAID: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['末层是 Dense(7),没有激活函数。', { output_units: 7, output_activation: 'linear' }],
  ['输出层不加激活函数,损失用 mse。', { output_activation: 'linear' }],
  ['There is no activation function on the output layer.', { output_activation: 'linear' }],
  ['My last layer is Dense(5) without any activation.', { output_units: 5, output_activation: 'linear' }],
  ['model.add(Dense(4)) без функции активации', { output_units: 4, output_activation: 'linear' }],
  ['На последнем слое softmax, без дропаута.', { dropout: 0 }],
  ['640 training images, 8 for validation.', { examples_train: 640, examples_val: 8 }],
  ['300 张图片用于训练,9 张用于验证。', { examples_train: 300, examples_val: 9 }],
  ['kernel_regularizer=l2(0.05)', { regularization: 'l2', weight_decay: 0.05 }],
  ['Dense(64, kernel_regularizer=L2(2))', { regularization: 'l2', weight_decay: 2 }],
  ['L2 正则化系数为 0.02', { regularization: 'l2', weight_decay: 0.02 }],
  ['L2-регуляризация с коэффициентом 3e-4', { regularization: 'l2', weight_decay: 3e-4 }],
  ['训练时做随机裁剪和随机翻转', { augmentation: true }],
  ['Без случайных поворотов и кадрирования', {}],
  ['Inputs get random crops and flips.', { augmentation: true }],
  ['Batch 4 or 8, depending on the memory.', { batch_size: 4 }],
  ['Сеть считается в fp16, softmax тоже', { precision: 'fp16' }],
  ["loss='sparse_categorical_crossentropy'", { loss_function: 'cross-entropy', from_logits: false }],
]

describe('a sentence', () => {
  it.each(SAID)('%s', (line, facts) => {
    expect(stated(line)).toMatchObject(facts)
  })
})

const UNSAID: readonly (readonly [string, string])[] = [
  ['softmax in the last layer, no activation in the hidden layers', 'linear'],
  ['After 3 epochs training stops.', 'examples_train'],
  ['The L2 loss 0.5 does not fall.', 'weight_decay'],
  ['ETA: 2:14:03', 'learning_rate'],
  ['Do you have any activation on the last layer?', 'output_activation'],
]

describe('no fact', () => {
  it.each(UNSAID)('%s: %s', (line, absent) => {
    const facts = stated(line)
    expect(facts).not.toHaveProperty(absent)
    expect(Object.values(facts)).not.toContain(absent)
  })
})

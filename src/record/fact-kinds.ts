// What values each fact takes, for whoever reads one from words or from a file.

import type { FactName } from './fact.ts'

/** What values a fact takes; a list is a choice among its words. */
export type FactKind = 'number' | 'count' | 'share' | 'yes' | 'text' | 'range' | 'numbers' | 'words' | readonly string[]

export const FACT_KINDS: { readonly [Name in FactName]: FactKind } = {
  optimizer: 'text',
  learning_rate: 'number',
  learning_rates_tried: 'numbers',
  batch_size: 'count',
  weight_decay: 'number',
  momentum: 'number',
  epochs: 'count',
  steps_per_epoch: 'count',
  loss_function: 'text',
  from_logits: 'yes',
  task: [
    'classification',
    'multilabel',
    'regression',
    'language-model',
    'detection',
    'segmentation',
    'generative',
    'ranking',
  ],
  framework: 'text',
  model: 'text',
  dataset: 'text',
  precision: ['fp16', 'bf16', 'fp32', 'mixed', 'int8'],
  classes: 'count',
  majority_share: 'share',
  target_range: 'range',
  target_spread: 'number',
  input_range: 'range',
  inputs_normalized: 'yes',
  examples_train: 'count',
  examples_val: 'count',
  examples_test: 'count',
  parameters: 'count',
  output_activation: 'text',
  output_units: 'count',
  hidden_activations: 'words',
  dropout: 'share',
  batch_norm: 'yes',
  regularization: 'text',
  augmentation: 'yes',
  pretrained: 'yes',
  frozen_layers: 'yes',
  gradient_clip: 'number',
  warmup_steps: 'count',
  schedule: 'text',
  initializer: 'text',
  shuffled: 'yes',
  stratified: 'yes',
  resumed: 'yes',
  class_weights: 'yes',
  complaint: 'words',
}
export const FACT_NAMES = Object.keys(FACT_KINDS) as readonly FactName[]

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_KINDS, name)
}

const LONGEST = 200
const MOST = 64

/** Whether a value of unknown origin is one that the fact may have. */
export function isFactValue(name: FactName, value: unknown): boolean {
  const kind = FACT_KINDS[name]
  if (typeof kind !== 'string') return kind.includes(value as string)
  switch (kind) {
    case 'number':
      return isNumber(value)
    case 'count':
      return isNumber(value) && Number.isInteger(value) && value >= 0
    case 'share':
      return isNumber(value) && value >= 0 && value <= 1
    case 'yes':
      return typeof value === 'boolean'
    case 'text':
      return isWord(value)
    case 'range':
      return Array.isArray(value) && value.length === 2 && value.every(isNumber) && Number(value[0]) <= Number(value[1])
    case 'numbers':
      return Array.isArray(value) && value.length <= MOST && value.every(isNumber)
    case 'words':
      return Array.isArray(value) && value.length <= MOST && value.every(isWord)
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST
}

// What is known of a run besides its curves: settings and properties, each with the words that said so.

/** Every fact that a check may ask for, with the type of its value. Numbers are in the field's usual units. */
export interface FactValues {
  optimizer: string
  learning_rate: number
  /** other rates that the asker tried without success */
  learning_rates_tried: readonly number[]
  batch_size: number
  weight_decay: number
  momentum: number
  epochs: number
  steps_per_epoch: number
  /** canonical name of the lexicon: cross-entropy, binary-cross-entropy, mse, mae, huber, hinge, kl, ctc, triplet, nll, ... */
  loss_function: string
  /** true where the loss takes logits, false where it takes probabilities */
  from_logits: boolean
  task:
    | 'classification'
    | 'multilabel'
    | 'regression'
    | 'language-model'
    | 'detection'
    | 'segmentation'
    | 'generative'
    | 'ranking'
  framework: string
  /** architecture or family as the asker names it: resnet, lstm, transformer, mlp, cnn, bert, yolo, gradient-boosting, ... */
  model: string
  dataset: string
  precision: 'fp16' | 'bf16' | 'fp32' | 'mixed' | 'int8'
  classes: number
  /** share of the largest class, 0..1 */
  majority_share: number
  target_range: readonly [number, number]
  target_spread: number
  input_range: readonly [number, number]
  /** whether the inputs were scaled, as far as stated */
  inputs_normalized: boolean
  examples_train: number
  examples_val: number
  examples_test: number
  parameters: number
  output_activation: string
  output_units: number
  hidden_activations: readonly string[]
  dropout: number
  batch_norm: boolean
  /** l1, l2, dropout, ... or 'none' where the asker says that there is none */
  regularization: string
  augmentation: boolean
  pretrained: boolean
  frozen_layers: boolean
  gradient_clip: number
  warmup_steps: number
  schedule: string
  initializer: string
  shuffled: boolean
  stratified: boolean
  resumed: boolean
  class_weights: boolean
  /** what is wrong in the asker's eyes, as ids: loss-nan, loss-flat, loss-rises, accuracy-flat, val-below-train, ... */
  complaint: readonly string[]
}
export type FactName = keyof FactValues

/** Where a fact comes from; a user's own correction wins over every reading, what the recorder saw over what was written. */
export type FactSource = 'text' | 'file' | 'summary' | 'user' | 'log' | 'recorder'

export type Fact = {
  [Name in FactName]: {
    readonly name: Name
    readonly value: FactValues[Name]
    /** the words that say so, at most 120 characters, as they stood */
    readonly quote: string
    /** `line 3`, `config.yaml line 7`, `--fact` */
    readonly where: string
    readonly from: FactSource
  }
}[FactName]

export function fact<Name extends FactName>(
  name: Name,
  value: FactValues[Name],
  quote: string,
  where: string,
  from: FactSource = 'text',
): Fact {
  return { name, value, quote: quote.trim().slice(0, 120), where, from } as Fact
}

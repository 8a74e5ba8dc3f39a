// Evidence that is a table: what a look inside a training, a model or a data set gives besides curves and facts.

import type { DataTables } from './data-tables.ts'
import type { ModelTables } from './model-tables.ts'
import type { Split } from './series.ts'
import type { Experiment } from './trials.ts'

/** One row of a model table; shapes without the batch axis. Fields that a source does not tell are absent. */
export interface Layer {
  readonly name: string
  /** the framework's class name, e.g. `Dense`, `Conv2d`, `BatchNormalization` */
  readonly kind: string
  readonly shape?: readonly (number | null)[]
  readonly parameters?: number
  readonly activation?: string
  readonly dropout?: number
  /** share of the newest batch in the running statistics of a normalisation, as PyTorch counts it */
  readonly momentum?: number
  readonly trainable?: boolean
  /** whether an optimizer holds its parameters; absent where it has none */
  readonly inOptimizer?: boolean
  /** units in and out of a layer that multiplies by a weight matrix */
  readonly fanIn?: number
  readonly fanOut?: number
}

/** The weights of one layer before the first step. */
export interface InitialWeights {
  readonly layer: string
  readonly kind: string
  readonly fanIn: number
  readonly fanOut: number
  readonly mean: number
  /** standard deviation */
  readonly spread: number
  /** share of weights that are exactly 0, 0..1 */
  readonly zero: number
  /** whether all units of the layer begin alike: equal rows, or one constant everywhere */
  readonly symmetric: boolean
  /** largest absolute bias; absent where the layer has none */
  readonly bias?: number
}

/** One tensor of a batch: an input of the root model, the targets, or the outputs as the loss function received them. */
export interface BatchTensor {
  readonly step: number
  readonly split: Split
  /** argument's name or place, e.g. `0`, `input_ids` */
  readonly name: string
  readonly type: 'float' | 'integer' | 'boolean'
  /** with the batch axis */
  readonly shape: readonly number[]
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly spread: number
  /** share of values that are NaN or Inf, 0..1 */
  readonly nonFinite: number
  /** smallest and largest mean and standard deviation of a feature (last axis, or channel of an image); at least two rows */
  readonly features?: {
    readonly count: number
    readonly means: readonly [number, number]
    readonly spreads: readonly [number, number]
    /** features without any spread in this batch */
    readonly constant: number
  }
  /** whether the rows sum to 1 and lie in 0..1 (last axis) */
  readonly sumsToOne?: boolean
  /** count of distinct values, of integers and of floats that are whole numbers */
  readonly distinct?: number
  /** standard deviation over the rows of the batch, averaged over units; 0 where every example gets the same output */
  readonly acrossRows?: number
  /** share of the rows whose largest entry is the most frequent class's, 0..1 */
  readonly topShare?: number
}

/** A loss function as it really ran, once a call site and phase. */
export interface LossCall {
  /** canonical name of the lexicon, e.g. cross-entropy */
  readonly loss: string
  /** the function's own name, e.g. `binary_cross_entropy_with_logits` */
  readonly name: string
  readonly split: Split
  /** whether its result was passed to backward */
  readonly trains: boolean
  readonly calls: number
  readonly takesLogits?: boolean
  /** what made its input: softmax, log-softmax, sigmoid, tanh, relu, linear, conv, or the framework's own name */
  readonly inputFrom: string
  /** the axis along which a softmax made it sum to 1, counted from the batch; absent where no softmax did */
  readonly inputAxis?: number
  readonly inputShape: readonly number[]
  readonly targetShape?: readonly number[]
  readonly reduction?: string
  /** arguments that differ from their defaults, e.g. `label_smoothing=0.1` */
  readonly settings: readonly string[]
}

/** What an optimizer holds. */
export interface OptimizerRow {
  readonly id: number
  /** canonical: sgd, adam, adamw, rmsprop, ... */
  readonly kind: string
  readonly learningRate: number
  readonly momentum?: number
  readonly weightDecay?: number
  readonly settings: Readonly<Record<string, number | boolean | string | null>>
  readonly groups: number
  readonly parameters: number
  /** of them, how many do not require a gradient */
  readonly frozen: number
  /** parameters that the loss reaches and that no optimizer holds */
  readonly leftOut: number
  readonly leftOutNames: readonly string[]
}

/** Loss of one example of a sampled batch. */
export interface ExampleLoss {
  readonly step: number
  readonly id: number
  readonly loss: number
  readonly split: Split
}

/** The order in which labels and batches passed by. */
export interface OrderRow {
  readonly split: Split
  readonly batches: number
  readonly examples: number
  readonly classes: number
  /** mean length of a run of equal labels, and what shuffled labels of these shares would give */
  readonly labelRun: number
  readonly expectedRun: number
  /** batches that hold a single class, where a shuffled order would mix them */
  readonly pureBatches: number
  /** batches that were seen before within the same epoch, and consecutive equal ones */
  readonly repeated: number
  /** labels of the most and of the least frequent class that was seen */
  readonly most?: number
  readonly least?: number
  /** whether the loader draws its order anew; absent where it was not seen */
  readonly shuffles?: boolean
}

/** Every table that a record may hold. */
export interface Tables extends DataTables, ModelTables {
  readonly layers?: readonly Layer[]
  readonly initialWeights?: readonly InitialWeights[]
  readonly inputs?: readonly BatchTensor[]
  readonly targets?: readonly BatchTensor[]
  readonly outputs?: readonly BatchTensor[]
  readonly lossCalls?: readonly LossCall[]
  readonly optimizers?: readonly OptimizerRow[]
  readonly exampleLoss?: readonly ExampleLoss[]
  readonly order?: readonly OrderRow[]
  /** what trials of remedies came to: one experiment, the newest of several last */
  readonly trial?: readonly Experiment[]
}
export type TableName = keyof Tables

/** Tables whose rows are added to those before; of any other the last writing counts. */
export const ADDED: ReadonlySet<TableName> = new Set(['inputs', 'targets', 'outputs', 'exampleLoss'])

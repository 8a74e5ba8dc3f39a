// Evidence that is a table of a trained model and of what it predicts: what the model exam finds when a training is over.

import type { DataSplit, RowRef } from './data-tables.ts'

export type PredictedTask = 'classification' | 'multilabel' | 'regression'

/** A file that a model was read from. */
export interface ModelFile {
  readonly path: string
  /** onnx, keras, keras-h5, keras-json, torch, safetensors, savedmodel, tfjs or gguf */
  readonly format: string
  readonly bytes: number
  readonly tensors: number
  /** values in all tensors that a training changes, as far as the file tells them apart */
  readonly parameters: number
  /** whether the order of the layers is that of the computation; tables of weights alone do not always keep it */
  readonly ordered: boolean
}

export type WeightRole =
  | 'kernel'
  | 'recurrent'
  | 'embedding'
  | 'bias'
  | 'scale'
  | 'shift'
  | 'mean'
  | 'variance'
  | 'other'

/** The values of one tensor of a stored model. Moments and bounds are over finite values. */
export interface WeightRow {
  readonly layer: string
  /** class of the layer, e.g. `Dense`, `Conv2d`, `BatchNorm`; `tensor` where the file does not tell */
  readonly kind: string
  readonly tensor: string
  readonly role: WeightRole
  readonly shape: readonly number[]
  readonly count: number
  readonly mean: number
  /** standard deviation */
  readonly spread: number
  readonly min: number
  readonly max: number
  /** share of values that are exactly 0, and that are NaN or Inf, 0..1 */
  readonly zero: number
  readonly nonFinite: number
  /** of kernels: inputs and outputs of a unit, as initialisers count them */
  readonly fanIn?: number
  readonly fanOut?: number
  /** of kernels: units whose weights are all 0, or all one value; and units that equal another unit */
  readonly deadUnits?: number
  readonly equalUnits?: number
  /** of kernels: inputs that no unit listens to */
  readonly deadInputs?: number
  readonly units?: number
  readonly inputs?: number
  /** distance of the values from a uniform distribution on [-bound, bound] and from a normal one (Kolmogorov and Smirnov), 0..1 */
  readonly uniformDistance?: number
  readonly normalDistance?: number
  readonly histogram?: { readonly edges: readonly number[]; readonly counts: readonly number[] }
}

export type Measure = 'accuracy' | 'balanced-accuracy' | 'log-loss' | 'r2' | 'rmse' | 'mae' | 'mse' | 'macro-f1' | 'auc'

/** What was predicted for one split. */
export interface PredictedPart {
  readonly split: DataSplit
  readonly source: string
  readonly rows: number
  /** rows whose truth or prediction is missing or not finite: they are in no score */
  readonly left: number
  readonly nonFinite: number
  readonly task: PredictedTask
  /** names of the classes; empty for a regression */
  readonly classes: readonly string[]
  /** what the outputs are */
  readonly outputs: 'probabilities' | 'logits' | 'classes' | 'values'
}

/** One score of one split, with a bootstrap interval of 95 %. */
export interface Score {
  readonly split: DataSplit
  /** `model`, or what needs no model: `constant` is the majority class, or the mean of the targets of training */
  readonly of: 'model' | 'constant'
  readonly measure: Measure
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The loss of each example of one split. */
export interface LossesOfSplit {
  readonly split: DataSplit
  /** log-loss in nats, or the squared error in squared units of the target */
  readonly measure: 'log-loss' | 'mse'
  readonly count: number
  readonly mean: number
  /** at 1, 5, 25, 50, 75, 95 and 99 % */
  readonly quantiles: readonly number[]
  /** part of the sum that the worst 1 % carry, 0..1 */
  readonly carried: number
  readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] }
  /** share of rows in the upper of two humps, and the loss at which they part; absent where there is one hump */
  readonly humps?: { readonly upper: number; readonly at: number }
  /** share of rows that the model gets wrong and is sure of (probability of its class above 0.9), 0..1 */
  readonly sureAndWrong: number
  readonly worst: readonly {
    readonly ref: RowRef
    readonly truth: string
    readonly predicted: string
    /** of the predicted class, 0..1; absent in a regression */
    readonly probability?: number
    readonly loss: number
  }[]
}

/** Rows of one split by true and predicted class. */
export interface Confusion {
  readonly split: DataSplit
  /** the most frequent first, at most 20 */
  readonly classes: readonly string[]
  /** [true][predicted] */
  readonly cells: readonly (readonly number[])[]
  readonly recall: readonly number[]
  readonly precision: readonly number[]
  /** shares over all rows, 0..1 */
  readonly trueShare: readonly number[]
  readonly predictedShare: readonly number[]
  readonly accuracy: number
  /** accuracy were the predicted classes renamed in the best way: far above `accuracy`, the names do not fit */
  readonly renamed: number
}

/** Whether probabilities mean what they say. */
export interface Calibration {
  readonly split: DataSplit
  readonly rows: number
  /** expected calibration error over 15 bins of equal width (Guo et al. 2017), 0..1 */
  readonly ece: number
  /** what that error would be of the same probabilities were they true: noise of so many rows */
  readonly eceByChance: number
  readonly confidence: number
  readonly accuracy: number
  readonly loss: number
  /** divides the logits; above 1 the model is too sure. Fitted on this split's log-loss */
  readonly temperature: number
  readonly lossThen: number
  readonly eceThen: number
  readonly bins: readonly { readonly confidence: number; readonly accuracy: number; readonly rows: number }[]
  /** share of rows whose largest probability is 1 up to single precision */
  readonly certain: number
  /** rows for the reader to play with: probability of each class (of two or three), and the true class */
  readonly rowsShown: readonly { readonly probabilities: readonly number[]; readonly truth: number }[]
}

/** What is left of the targets of a regression. */
export interface Residuals {
  readonly split: DataSplit
  readonly rows: number
  readonly r2: number
  readonly rmse: number
  readonly mae: number
  /** error over what the targets of this split span, and over their standard deviation */
  readonly ofRange: number
  readonly ofSpread: number
  readonly mean: number
  readonly range: readonly [number, number]
  readonly spread: number
  readonly predictedRange: readonly [number, number]
  readonly predictedSpread: number
  /** of truth = a + b * prediction by least squares: another scale or origin of the predictions, and R2 then */
  readonly intercept: number
  readonly slope: number
  readonly r2Then: number
  /** share of predictions that are exactly the lowest or the highest, and of truths beyond them */
  readonly atBound: number
  readonly beyond: number
  /** rank correlation of the absolute residual with the truth (grows with it?), and R2 of the residual by bins of the truth's prediction */
  readonly widening: number
  readonly curved: number
  /** sample for a picture, at most 400 */
  readonly truth: readonly number[]
  readonly predicted: readonly number[]
}

/** A part of a split where the model does worse than elsewhere. */
export interface Segment {
  readonly split: DataSplit
  readonly column: string
  /** range or word that chooses the rows */
  readonly where: string
  readonly rows: number
  readonly measure: Measure
  readonly score: number
  readonly rest: number
  /** standard errors between the two, corrected for the number of parts that were looked at */
  readonly z: number
}

/** What a feature is to the model. */
export interface Importance {
  readonly split: DataSplit
  readonly feature: string
  /** what the score loses when the feature is shuffled among the rows, and its standard error */
  readonly drop: number
  readonly error: number
  readonly measure: Measure
  /** score of the whole */
  readonly score: number
  /** mean absolute Shapley value, in units of the output; absent where it was not asked */
  readonly shapley?: number
  /** mean absolute weight in LIME's local linear surrogates, over a standard deviation of the feature */
  readonly lime?: number
}

/** The fewest features that keep the score: the others held at their mean or commonest value. */
export interface SmallestSet {
  readonly split: DataSplit
  readonly measure: Measure
  readonly whole: number
  readonly steps: readonly { readonly feature: string; readonly score: number }[]
  /** how many of them, counted from the first, keep 95 % of what lies above the constant guess */
  readonly enough: number
  readonly of: number
}

export interface ModelTables {
  readonly modelFile?: readonly ModelFile[]
  readonly weights?: readonly WeightRow[]
  readonly predictions?: readonly PredictedPart[]
  readonly scores?: readonly Score[]
  readonly exampleLosses?: readonly LossesOfSplit[]
  readonly confusion?: readonly Confusion[]
  readonly calibration?: readonly Calibration[]
  readonly residuals?: readonly Residuals[]
  readonly segments?: readonly Segment[]
  readonly importance?: readonly Importance[]
  readonly smallestSet?: readonly SmallestSet[]
}

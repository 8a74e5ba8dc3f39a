// What every reader of a model file gives: layers, tensors whose values are read when asked for, and what the file says of its training.

import type { Message } from '../locales/message.ts'
import type { Fact } from '../record/fact.ts'
import type { WeightRole } from '../record/model-tables.ts'
import type { Layer } from '../record/tables.ts'

/** Values that one piece holds at most. */
export const PIECE = 65_536

export interface Tensor {
  /** as the file names it */
  readonly name: string
  /** float32, float16, bfloat16, float64, int64, bool, ... ; the file's own word for what has no such name (q4_k) */
  readonly type: string
  readonly shape: readonly number[]
  /**
   * The values in row-major order, in pieces of at most PIECE; absent where they are not in the file or packed in a way
   * that is not decoded. Reads when it is iterated; throws a ModelError where the bytes are not there.
   */
  readonly pieces?: () => Iterable<Float64Array>
}

/** A tensor as a part of a layer. */
export interface Weight {
  readonly tensor: Tensor
  readonly role: WeightRole
  /** axes of a kernel that count units out and inputs; all others are its window. Conv2d in PyTorch: 0 and 1, in Keras: 3 and 2 */
  readonly outAxis?: number
  readonly inAxis?: number
}

export interface ModelLayer extends Layer {
  readonly weights: readonly Weight[]
}

export const MODEL_FORMATS = [
  'onnx',
  'keras',
  'keras-h5',
  'keras-json',
  'torch',
  'safetensors',
  'savedmodel',
  'tfjs',
  'gguf',
] as const
export type ModelFormat = (typeof MODEL_FORMATS)[number]

export interface OpenedModel {
  readonly format: ModelFormat
  readonly path: string
  readonly bytes: number
  /** in the order of the computation where `ordered`, else in that of the file */
  readonly layers: readonly ModelLayer[]
  readonly ordered: boolean
  /** every tensor of the file that belongs to the model, also those in no layer; of an optimizer's state none */
  readonly tensors: readonly Tensor[]
  /** framework, optimizer, learning_rate, loss_function, output_activation, hidden_activations, output_units, dropout, ... as far as stored */
  readonly facts: readonly Fact[]
  /** what was left out, not yet spoken */
  readonly notes: readonly Message[]
  /** gives the file back; may be called twice */
  close(): void
}

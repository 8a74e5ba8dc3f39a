// What is used of TensorFlow.js, whichever release it is: no type of its own is needed, so none is asked of the user.

export type Values = Float32Array | Int32Array | Uint8Array

export interface Tensor {
  readonly shape: readonly number[]
  readonly dtype: string
  readonly isDisposed?: boolean
  dataSync(): Values
  data(): Promise<Values>
  dispose(): void
}

/** A weight of a layer. */
export interface Weight {
  readonly name: string
  readonly originalName?: string
  readonly shape: readonly number[]
  readonly trainable?: boolean
  read(): Tensor & { readonly name: string }
  write(value: Tensor): unknown
}

export interface Layer {
  readonly name: string
  readonly layers?: readonly Layer[]
  readonly weights: readonly Weight[]
  readonly trainableWeights: readonly Weight[]
  readonly trainable?: boolean
  readonly outputShape?: unknown
  readonly activation?: { getClassName?(): string }
  readonly rate?: unknown
  readonly momentum?: unknown
  readonly cell?: Layer
  readonly stateful?: boolean
  /** penalties on its weights */
  readonly losses?: readonly unknown[]
  readonly dropout?: unknown
  readonly recurrentDropout?: unknown
  readonly movingMean?: Weight
  readonly movingVariance?: Weight
  getClassName?(): string
  getConfig?(): Readonly<Record<string, unknown>>
  call(inputs: readonly Tensor[], kwargs: Readonly<Record<string, unknown>>): Tensor | readonly Tensor[]
}

export type LossFunction = (target: Tensor, output: Tensor) => Tensor

export interface Optimizer {
  readonly learningRate?: unknown
  getClassName?(): string
  getConfig?(): Readonly<Record<string, unknown>>
}

export interface Computed {
  readonly value: Tensor
  readonly grads: Readonly<Record<string, Tensor | null>>
}

export type TrainFunction = (data: readonly Tensor[]) => readonly Tensor[]

export interface Model extends Layer {
  readonly inputs: readonly unknown[]
  readonly outputs: readonly { readonly sourceLayer?: Layer }[]
  readonly loss: unknown
  readonly lossFunctions: readonly LossFunction[]
  readonly metricsNames: readonly string[]
  readonly optimizer_: Optimizer
  readonly collectedTrainableWeights: readonly Weight[]
  readonly history?: object
  readonly isTraining?: boolean
  calculateLosses?(): readonly Tensor[]
}

/** What `fit` and `fitDataset` are given beside the data. */
export interface FitArguments {
  readonly batchSize?: number
  readonly epochs?: number
  readonly shuffle?: boolean | string
  readonly validationSplit?: number
  readonly validationData?: unknown
  readonly classWeight?: unknown
  readonly batchesPerEpoch?: number
  readonly callbacks?: unknown
}

/** The engine that all copies of tfjs-core in a process share. */
export interface Engine {
  readonly backendName?: string
  tidy<T>(run: () => T): T
}

export function engine(): Engine | undefined {
  const places = [globalThis, (globalThis as { window?: object }).window, globalThis.process] as readonly unknown[]
  for (const place of places) {
    const found = (place as { _tfengine?: Engine } | undefined)?._tfengine
    if (typeof found?.tidy === 'function') return found
  }
  return undefined
}

/** Backends whose values can be read at once without waiting for a device. */
const AT_ONCE = new Set(['cpu', 'wasm', 'tensorflow'])

export function readsAtOnce(): boolean {
  return AT_ONCE.has(engine()?.backendName ?? '')
}

/** A class by its name; '' where it does not tell. */
export function className(one: { getClassName?(): string } | undefined | null): string {
  return typeof one?.getClassName === 'function' ? String(one.getClassName()) : ''
}

export function isTensor(value: unknown): value is Tensor {
  const one = value as Partial<Tensor> | null | undefined
  return typeof one === 'object' && one !== null && Array.isArray(one.shape) && typeof one.dataSync === 'function'
}

export function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T]
}

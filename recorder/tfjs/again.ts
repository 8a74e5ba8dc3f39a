// A second answer to a training batch, in inference or in training without dropout, of which nothing stays behind.

import { layersOf } from './layers.ts'
import { lossOf } from './losses.ts'
import { engine, type Layer, listOf, type Model, type Tensor, type Weight } from './shapes.ts'

/** Layers that only compute: asked twice they answer alike, and nothing of them changes. */
const COMPUTE =
  /^(?:Dense|Activation|(?:Leaky|P|Thresholded)?ReLU|ELU|Softmax|Flatten|Reshape|Permute|RepeatVector|Masking|InputLayer|Embedding|Conv[123]D(?:Transpose)?|SeparableConv[12]D|DepthwiseConv2D|Cropping[12]D|UpSampling[12]D|ZeroPadding[12]D|(?:Global)?(?:Max|Average)Pooling[123]D|Add|Average|Concatenate|Dot|Maximum|Minimum|Multiply|LayerNormalization|LSTM|GRU|SimpleRNN|Bidirectional|TimeDistributed|Rescaling|Resizing|CenterCrop)$/
/** Layers that are left out where the answer is to be without noise. */
const NOISE = /^(?:(?:Spatial|Gaussian|Alpha)?Dropout(?:1D)?|GaussianNoise)$/
const NORMS = /^BatchNormalization$/

/** The layers that are passed by while the model is asked again. */
export const passedBy = new Set<Layer>()
/** Whether it is us who ask. */
export let asking = false

export interface Asked {
  /** whether the model answers otherwise in training, dropout left out: it normalises by the batch */
  readonly byBatch: boolean
  /** whether it answers otherwise in inference */
  readonly differs: boolean
}

/** How a model may be asked again; undefined where that might change it, draw a random number or call the user's own code. */
export function askable(model: Model): Asked | undefined {
  if (engine() === undefined || model.stateful === true || model.lossFunctions.length === 0) return undefined
  if (!model.lossFunctions.every((_, at) => lossOf(model, at).known)) return undefined
  const all = layersOf(model)
  const plain = all.every(
    ({ kind, layer }) => (COMPUTE.test(kind) && !drops(layer)) || NOISE.test(kind) || NORMS.test(kind),
  )
  if (!plain) return undefined
  const kinds = all.map(({ kind }) => kind)
  const byBatch = kinds.some((kind) => NORMS.test(kind))
  return { byBatch, differs: byBatch || kinds.some((kind) => NOISE.test(kind)) }
}

/** Whether a layer has dropout within it, or a state of its own. */
function drops(layer: Layer): boolean {
  const inner = [
    layer,
    layer.cell,
    (layer as { layer?: Layer }).layer,
    (layer as { forwardLayer?: Layer }).forwardLayer,
  ]
  return inner.some((one) => one?.stateful === true || Number(one?.dropout) > 0 || Number(one?.recurrentDropout) > 0)
}

/**
 * The loss of a batch (inputs, targets, weights of examples), without penalties. In training it normalises by the batch,
 * and dropout is left out. Throws what the model throws.
 */
export function answer(model: Model, data: readonly Tensor[], training: boolean): number {
  const noise = training ? layersOf(model).filter(({ kind }) => NOISE.test(kind)) : []
  const statistics = training ? layersOf(model).flatMap(({ layer }) => [layer.movingMean, layer.movingVariance]) : []
  asking = true
  try {
    for (const { layer } of noise) passedBy.add(layer)
    return unwritten(statistics, () => undrawn(() => lossNow(model, data, training)))
  } finally {
    asking = false
    passedBy.clear()
  }
}

function lossNow(model: Model, data: readonly Tensor[], training: boolean): number {
  const [inputs, outputs] = [model.inputs.length, model.outputs.length]
  return engine()!.tidy(() => {
    const answers = listOf(model.call(data.slice(0, inputs), { training }))
    let total = 0
    for (const [at, output] of answers.entries()) {
      const losses = model.lossFunctions[at]!(data[inputs + at]!, output).dataSync()
      const weights = data[inputs + outputs + at]?.dataSync()
      let sum = 0
      for (const [row, loss] of losses.entries())
        sum += loss * (weights ? weights[weights.length === losses.length ? row : 0]! : 1)
      total += sum / losses.length
    }
    return total
  })
}

/** Runs with weights that take no new value. */
function unwritten<T>(weights: readonly (Weight | undefined)[], run: () => T): T {
  const held = weights.filter((one) => one !== undefined)
  for (const one of held) Object.defineProperty(one, 'write', { value: () => one, configurable: true })
  try {
    return run()
  } finally {
    for (const one of held) delete (one as { write?: unknown }).write
  }
}

/** Runs without drawing a random number: who wants one is refused. */
function undrawn<T>(run: () => T): T {
  const draw = Math.random
  Math.random = () => {
    throw new Error('a random number was wanted')
  }
  try {
    return run()
  } finally {
    Math.random = draw
  }
}

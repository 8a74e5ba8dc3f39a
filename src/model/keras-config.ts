// The config of a Keras model (1 to 3, also as TensorFlow.js writes it) -> its layers without weights, in order.

import type { Layer } from '../record/tables.ts'
import { countIn, type Json, listOf, numberOf, objectOf, shapeWithin, textOf } from './json-value.ts'
import { parametersOf, type Shape, shapeAfter } from './keras-shapes.ts'

export interface KerasLayer extends Layer {
  /** name within its own model */
  readonly own: string
  /** own names of the models that hold it, from the outermost; the model itself is not among them */
  readonly within: readonly string[]
  /** the class that a wrapper (TimeDistributed, Bidirectional) repeats, else `kind` */
  readonly inner: string
  readonly config: Json
}

export interface KerasModel {
  readonly name: string
  /** Sequential, Functional, Model or a class of the user's own */
  readonly kind: string
  readonly layers: readonly KerasLayer[]
  /** own name of the layer that makes the first output; '' where it is the last one */
  readonly output: string
  /** for each layer by own name, which feed it, of the outermost model */
  readonly feeds: ReadonlyMap<string, readonly string[]>
  /** layers that hold code, which is never run */
  readonly lambdas: number
}

const DEEPEST = 16
const MOST = 50_000
/** words of Keras -> those of the field */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  leaky_relu: 'leaky-relu',
  leakyrelu: 'leaky-relu',
  log_softmax: 'log-softmax',
  hard_sigmoid: 'hard-sigmoid',
  hard_tanh: 'hard-tanh',
  hard_silu: 'hard-swish',
  hard_swish: 'hard-swish',
  swish: 'silu',
}
const ACTIVATION_KINDS: Readonly<Record<string, string>> = {
  ReLU: 'relu',
  LeakyReLU: 'leaky-relu',
  PReLU: 'prelu',
  ELU: 'elu',
  Softmax: 'softmax',
  ThresholdedReLU: 'thresholded-relu',
}
export const RECURRENT = /RNN|LSTM|GRU|Bidirectional/

/** Reads the object `{class_name, config}` of a model; undefined where it is no model with layers. */
export function kerasModel(value: unknown): KerasModel | undefined {
  const found = objectOf(value)
  const lists = layersIn(found)
  if (!found || !lists) return undefined
  const state: State = { rows: [], shapes: new Map(), lambdas: 0 }
  collect(found, lists, [], undefined, state)
  const config = objectOf(found.config)
  const feeds = new Map(lists.map((one) => [ownName(one), feedersOf(objectOf(one)?.inbound_nodes)] as const))
  const counts = new Map<string, number>()
  for (const { own } of state.rows) counts.set(own, (counts.get(own) ?? 0) + 1)
  const layers = state.rows.map((row) => ((counts.get(row.own) ?? 0) > 1 ? { ...row, name: pathOf(row) } : row))
  return {
    name: textOf(config?.name) ?? '',
    kind: textOf(found.class_name) ?? '',
    layers,
    output: firstName(config?.output_layers),
    feeds,
    lambdas: state.lambdas,
  }
}

function pathOf({ within, own }: KerasLayer): string {
  return [...within, own].join('/')
}

interface State {
  readonly rows: KerasLayer[]
  /** what comes out of a layer, by its path */
  readonly shapes: Map<string, Shape>
  lambdas: number
}

/** The layers of a model's config; Keras 1 has the list itself as the config of a Sequential. */
function layersIn(model: Json | undefined): readonly unknown[] | undefined {
  if (Array.isArray(model?.config)) return model.config
  const layers = objectOf(model?.config)?.layers
  return Array.isArray(layers) ? layers : undefined
}

function collect(
  model: Json,
  lists: readonly unknown[],
  within: readonly string[],
  given: Shape | undefined,
  state: State,
): Shape | undefined {
  const config = objectOf(model.config)
  let last = given ?? shapeWithin(objectOf(config)?.build_input_shape)
  const sequential = textOf(model.class_name) === 'Sequential'
  for (const [at, one] of lists.entries()) {
    const found = objectOf(one)
    if (!found || state.rows.length >= MOST) continue
    const next = sequential ? objectOf(objectOf(lists[at + 1])?.build_config) : undefined
    const nodes = listOf(found.inbound_nodes)
    const told = tensorShapes(nodes[0])
    const named = feedersOf(nodes).map((name) => state.shapes.get([...within, name].join('/')))
    const inputs = told.length > 0 ? told : nodes.length > 0 ? named : [last]
    const after = addedRow(found, within, inputs, state)
    last = builtFrom(next?.input_shape) ?? after
    if (last) state.shapes.set([...within, ownName(found)].join('/'), last)
  }
  return last
}

function addedRow(
  found: Json,
  within: readonly string[],
  inputs: readonly (Shape | undefined)[],
  state: State,
): Shape | undefined {
  const config = objectOf(found.config) ?? {}
  const kind = textOf(found.class_name) ?? 'layer'
  const own = ownName(found)
  const inner = layersIn(found)
  if (inner && within.length < DEEPEST) return collect(found, inner, [...within, own], inputs[0], state)
  const given = shapeWithin(config.batch_shape ?? config.batch_input_shape ?? config.batchInputShape)
  if (kind === 'InputLayer') return given
  if (/^(?:Lambda|TFOpLambda)$/.test(kind)) state.lambdas++
  const built = builtFrom(objectOf(found.build_config)?.input_shape)
  const from = [built ?? inputs[0] ?? given, ...inputs.slice(1)]
  const after = shapeAfter(kind, config, from)
  state.rows.push(rowOf(kind, own, within, config, from, after))
  return after
}

/** Of several inputs a list of shapes; those are in the tensors that feed the layer. */
function builtFrom(value: unknown): Shape | undefined {
  return Array.isArray(value) && Array.isArray(value[0]) ? undefined : shapeWithin(value)
}

function rowOf(
  kind: string,
  own: string,
  within: readonly string[],
  config: Json,
  inputs: readonly (Shape | undefined)[],
  shape: Shape | undefined,
): KerasLayer {
  const wrapped = objectOf(config.layer)
  const inner = (wrapped && textOf(wrapped.class_name)) ?? kind
  const inside = objectOf(wrapped?.config) ?? config
  const activation = RECURRENT.test(kind) ? undefined : activationOf(inner, inside)
  const parameters = wrapped ? wrappedParameters(kind, inner, inside, inputs) : parametersOf(kind, config, inputs)
  const momentum = /BatchNorm/.test(inner) ? numberOf(inside.momentum) : undefined
  const dropout = dropoutOf(inner, inside)
  return {
    name: own,
    own,
    within,
    kind,
    inner,
    config: inside,
    ...(shape && { shape }),
    ...(parameters !== undefined && { parameters }),
    ...(activation !== undefined && { activation }),
    ...(dropout !== undefined && { dropout }),
    // Keras counts the share of the old, PyTorch that of the new
    ...(momentum !== undefined && { momentum: Number((1 - momentum).toPrecision(6)) }),
    ...(typeof config.trainable === 'boolean' && { trainable: config.trainable }),
  }
}

function wrappedParameters(kind: string, inner: string, inside: Json, inputs: readonly (Shape | undefined)[]) {
  if (kind === 'Bidirectional') {
    const one = parametersOf(inner, inside, inputs)
    return one === undefined ? undefined : 2 * one
  }
  return kind === 'TimeDistributed' ? parametersOf(inner, inside, [inputs[0]?.slice(1)]) : undefined
}

/** What a layer does to its sums, in the field's words; undefined where it has no such thing. */
export function activationOf(kind: string, config: Json): string | undefined {
  if (kind === 'ReLU' && (config.max_value === 6 || config.maxValue === 6)) return 'relu6'
  const own = ACTIVATION_KINDS[kind]
  if (own !== undefined) return own
  if (!Object.hasOwn(config, 'activation')) return undefined
  const given = config.activation
  if (given === null || given === undefined) return 'linear'
  const name = typeof given === 'string' ? given : serialised(objectOf(given))
  if (name === undefined) return 'unknown'
  const known = ACTIVATION_KINDS[name]
  const word = name.replace(/^.*>/, '').toLowerCase()
  return known ?? ACTIVATIONS[word] ?? word.slice(0, 40)
}

/** `{class_name: 'function', config: 'relu'}`, or the object of a layer. */
function serialised(given: Json | undefined): string | undefined {
  const config = given?.config
  if (typeof config === 'string') return textOf(config)
  return textOf(given?.class_name) ?? textOf(objectOf(config)?.name)
}

function dropoutOf(kind: string, config: Json): number | undefined {
  const share = numberOf(config.rate) ?? numberOf(config.p) ?? numberOf(config.dropout)
  return share !== undefined &&
    share >= 0 &&
    share <= 1 &&
    (/Dropout/.test(kind) || (numberOf(config.dropout) ?? 0) > 0)
    ? share
    : undefined
}

function ownName(value: unknown): string {
  const found = objectOf(value)
  return textOf(objectOf(found?.config)?.name) ?? textOf(found?.name) ?? textOf(found?.class_name) ?? ''
}

/** Names of the layers that feed the first use of a layer, in each of the ways that Keras writes them. */
export function feedersOf(nodes: unknown): readonly string[] {
  const names: string[] = []
  const seek = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || names.length > 1000) return
    if (Array.isArray(value)) {
      const [name, place] = value
      if (typeof name === 'string' && countIn(place) !== undefined) names.push(textOf(name)!)
      else for (const one of value) seek(one, depth + 1)
      return
    }
    const found = objectOf(value)
    const history = objectOf(found?.config)?.keras_history
    if (history !== undefined) seek(history, depth + 1)
    else for (const one of Object.values(found ?? {})) seek(one, depth + 1)
  }
  seek(listOf(nodes)[0], 0)
  return names
}

/** Shapes of the tensors that feed a layer, as Keras 3 writes them. */
function tensorShapes(node: unknown): readonly (Shape | undefined)[] {
  const shapes: (Shape | undefined)[] = []
  const seek = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || shapes.length > 1000) return
    if (Array.isArray(value)) for (const one of value) seek(one, depth + 1)
    const found = objectOf(value)
    const config = objectOf(found?.config)
    if (config?.keras_history !== undefined) shapes.push(shapeWithin(config.shape))
    else if (found) for (const one of Object.values(found)) seek(one, depth + 1)
  }
  if (!Array.isArray(node)) seek(node, 0)
  return shapes
}

function firstName(value: unknown): string {
  const [first] = listOf(value)
  if (typeof first === 'string') return first
  return typeof listOf(first)[0] === 'string' ? (listOf(first)[0] as string) : ''
}

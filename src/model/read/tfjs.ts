// Opens TensorFlow.js models: `model.json` of layers or of a graph, and the shards beside it.

import type { Message } from '../../locales/message.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { type AttributeValue, type Graph, type GraphNode, type GraphPort, inOrder } from '../graph.ts'
import { factsOfGraph, layersOfGraph } from '../graph-layers.ts'
import { countIn, type Json, listOf, objectOf, parsedJson, textOf } from '../json-value.ts'
import { kerasModel } from '../keras-config.ts'
import { factsOfKeras } from '../keras-training.ts'
import { layersOfNames } from '../keras-weights.ts'
import { layersByName } from '../layers-by-name.ts'
import { ModelError } from '../model-error.ts'
import type { ModelLayer, OpenedModel } from '../opened.ts'
import { tensorflowReading } from '../tensorflow-layers.ts'
import { beside } from './beside.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { type TfjsWeights, tfjsWeights } from './tfjs-weights.ts'

const FORMAT = 'TensorFlow.js'
const MOST_JSON = 2 ** 28
const MOST_NODES = 200_000

interface Content {
  readonly layers: readonly ModelLayer[]
  readonly ordered: boolean
  readonly facts: readonly Fact[]
  readonly lambdas: number
}

/** Opens a `model.json`. Throws a ModelError; where a shard is missing the model has no values and a note. */
export function readTfjs(path: string): OpenedModel {
  const bytes = openBytes(path, FORMAT)
  const files = beside(path, FORMAT)
  const close = () => {
    bytes.close()
    files.close()
  }
  try {
    const told = objectOf(jsonOf(bytes))
    const weights = tfjsWeights(told?.weightsManifest, bytes, files)
    const { layers, ordered, facts, lambdas } = contentOf(told ?? {}, weights, path)
    const notes: Message[] = lambdas > 0 ? [{ id: 'note.model.lambda', values: { count: lambdas } }] : []
    if (weights.missing !== undefined) notes.push({ id: 'note.model.shards', values: { shard: weights.missing } })
    const used = new Set(layers.flatMap((layer) => layer.weights.map(({ tensor }) => tensor)))
    const tensors = weights.tensors.filter((one) => used.has(one) || (/float/.test(one.type) && one.shape.length > 0))
    return { format: 'tfjs', path, bytes: bytes.size, layers, ordered, tensors, facts, notes, close }
  } catch (error) {
    close()
    throw error
  }
}

function jsonOf(bytes: Bytes): unknown {
  if (bytes.size > MOST_JSON) {
    const what = `a model.json of ${Math.round(bytes.size / 2 ** 20)} MiB`
    throw new ModelError('model.error.limit', { path: bytes.path, what, most: `${MOST_JSON / 2 ** 20} MiB` })
  }
  const value = parsedJson(new TextDecoder().decode(bytes.read(0, bytes.size)))
  if (!objectOf(value)) throw damaged(bytes, 'it is no JSON')
  return value
}

function contentOf(told: Json, weights: TfjsWeights, path: string): Content {
  const topology = objectOf(told.modelTopology)
  const config = objectOf(topology?.model_config) ?? topology
  if (Array.isArray(topology?.node) || Array.isArray(topology?.library))
    return graphModel(told, topology!, weights, path)
  const model = kerasModel(config)
  if (model) return layersModel(told, model, topology?.training_config ?? told.trainingConfig, weights, path)
  if (weights.tensors.length === 0) throw new ModelError('model.error.kind', { path, kind: 'JSON' })
  const named = weights.tensors.map((tensor) => ({ name: tensor.name, tensor }))
  return { ...layersByName(named, { layout: 'keras' }), facts: [], lambdas: 0 }
}

type Model = NonNullable<ReturnType<typeof kerasModel>>

function layersModel(told: Json, model: Model, training: unknown, weights: TfjsWeights, path: string): Content {
  const all = layersOfNames(
    model,
    weights.tensors.map((tensor) => ({ name: tensor.name, tensor })),
  )
  const facts = factsOfKeras(model, all, training, path)
  const converted =
    textOf(told.convertedBy) !== undefined || textOf(objectOf(told.modelTopology)?.backend) !== undefined
  const own = /tensorflow.js/i.test(`${textOf(told.generatedBy) ?? ''}`) || !converted
  const framework = fact('framework', 'tensorflow-js', textOf(told.generatedBy) ?? 'layers-model', path, 'file')
  return {
    layers: all,
    ordered: true,
    facts: own ? [framework, ...facts.filter(({ name }) => name !== 'framework')] : facts,
    lambdas: model.lambdas,
  }
}

function graphModel(told: Json, topology: Json, weights: TfjsWeights, path: string): Content {
  const listed = listOf(topology.node)
  if (listed.length > MOST_NODES)
    throw new ModelError('model.error.damaged', { path, format: FORMAT, what: `a graph of ${listed.length} nodes` })
  const nodes = inOrder(listed.map(nodeOf), path, FORMAT)
  const signature = objectOf(told.signature) ?? objectOf(objectOf(told.userDefinedMetadata)?.signature)
  const outputs = portsOf(signature?.outputs)
  const fed = new Set(nodes.flatMap(({ inputs }) => inputs))
  const last = nodes.filter(({ op, name }) => op !== 'Const' && !fed.has(name)).map(({ name }) => ({ name, type: '' }))
  const graph: Graph = {
    nodes,
    stored: new Map(weights.tensors.map((tensor) => [tensor.name, tensor])),
    inputs: portsOf(signature?.inputs),
    outputs: outputs.length > 0 ? outputs : last,
    shapes: new Map(),
  }
  const layers = layersOfGraph(graph, tensorflowReading)
  const framework = fact('framework', 'tensorflow', textOf(told.convertedBy) ?? 'graph-model', path, 'file')
  const facts = [framework, ...factsOfGraph(graph, layers, tensorflowReading, path)]
  return { layers, ordered: true, facts, lambdas: 0 }
}

/** A NodeDef as JSON: `name:1` is a further output, `^name` only an order. */
function nodeOf(value: unknown): GraphNode {
  const node = objectOf(value)
  const name = textOf(node?.name) ?? ''
  const inputs = listOf(node?.input).flatMap((input) => plainName(textOf(input)) ?? [])
  const attributes = new Map<string, AttributeValue>()
  for (const [key, given] of Object.entries(objectOf(node?.attr) ?? {})) {
    const told = objectOf(given)
    const words = listOf(objectOf(told?.list)?.s).map(decoded)
    if (words.length > 0) attributes.set(key, words)
    else if (typeof told?.b === 'boolean') attributes.set(key, told.b ? 1 : 0)
    else if (typeof told?.s === 'string') attributes.set(key, decoded(told.s))
  }
  return { name, op: textOf(node?.op) ?? '', inputs, outputs: [name], attributes }
}

function plainName(input: string | undefined): string | undefined {
  return input === undefined || input.startsWith('^') ? undefined : input.replace(/:\d+$/, '')
}

/** Texts are in base64, as protocol buffers write bytes into JSON. */
function decoded(text: unknown): string {
  return typeof text === 'string' ? Buffer.from(text.slice(0, 400), 'base64').toString('latin1') : ''
}

function portsOf(value: unknown): GraphPort[] {
  return Object.values(objectOf(value) ?? {}).flatMap((given) => {
    const told = objectOf(given)
    const name = plainName(textOf(told?.name))
    if (name === undefined) return []
    const dims = objectOf(told?.tensorShape)?.dim
    const sizes = listOf(dims).map((dim) => countIn(Number(objectOf(dim)?.size)) ?? null)
    const type = (textOf(told?.dtype) ?? '').replace('DT_FLOAT', 'float32').replace('DT_', '').toLowerCase()
    return [{ name, type, ...(Array.isArray(dims) && { shape: sizes }) }]
  })
}

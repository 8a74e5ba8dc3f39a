// Opens a SavedModel or a checkpoint of TensorFlow: its variables, and the layers of Keras where their configs are beside it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Message } from '../../locales/message.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { type Json, objectOf, parsedJson, textOf } from '../json-value.ts'
import { activationOf, type KerasModel, kerasModel } from '../keras-config.ts'
import { factsOfKeras } from '../keras-training.ts'
import { layersOfNames, whole } from '../keras-weights.ts'
import { factsOfLayers } from '../layer-figures.ts'
import { layersByName } from '../layers-by-name.ts'
import { ModelError } from '../model-error.ts'
import type { ModelLayer, OpenedModel } from '../opened.ts'
import { beside } from './beside.ts'
import { type Bytes, openBytes } from './file.ts'
import { textIn, walkerOf } from './message.ts'
import { readVariables, type Variables } from './variables.ts'

const FORMAT = 'SavedModel'
const MOST_METADATA = 2 ** 28
const METADATA = 'keras_metadata.pb'

/** What `keras_metadata.pb` tells. */
interface Told {
  readonly model?: KerasModel
  readonly training?: unknown
  /** class and config of layers by name, of models without a config */
  readonly layers: ReadonlyMap<string, { readonly kind: string; readonly config: Json }>
}

/** Opens the folder of a SavedModel or of checkpoints, or a file `NAME.index` of one. Throws a ModelError. */
export function readSavedModel(path: string): OpenedModel {
  const at = indexOf(path)
  const index = openBytes(at, FORMAT)
  const files = beside(at, FORMAT)
  const close = () => {
    index.close()
    files.close()
  }
  try {
    const read = readVariables(index, files)
    const told = metadataOf(dirname(dirname(at)))
    const { layers, ordered, facts } = contentOf(read, told, path)
    const tensors = read.variables.map(({ tensor }) => tensor)
    return {
      format: 'savedmodel',
      path,
      bytes: bytesOfAll(at, index),
      layers,
      ordered,
      tensors,
      facts,
      notes: notesOf(read, told),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

function notesOf({ missing }: Variables, { model }: Told): Message[] {
  const notes: Message[] = []
  if (missing !== undefined) notes.push({ id: 'note.model.shards', values: { shard: missing } })
  if (model && model.lambdas > 0) notes.push({ id: 'note.model.lambda', values: { count: model.lambdas } })
  return notes
}

/** Where the index of the variables is. */
function indexOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new ModelError('model.error.none', { path })
  if (!stat.isDirectory()) return path.replace(/\.data-\d{5}-of-\d{5}$/, '.index')
  const within = (folder: string) => join(folder, 'variables', 'variables.index')
  if (existsSync(within(path))) return within(path)
  const names = readdirSync(path)
  // a folder of versions, as serving lays them: the newest
  const versions = names.filter((name) => /^\d+$/.test(name) && existsSync(within(join(path, name))))
  if (versions.length > 0) return within(join(path, String(Math.max(...versions.map(Number)))))
  const indexes = names.filter((name) => name.endsWith('.index'))
  const newest = newestOf(path, indexes)
  if (newest === undefined) throw new ModelError('model.error.folder', { path, files: names.length })
  return join(path, newest)
}

/** The checkpoint that the file `checkpoint` calls the newest, else that of the highest number. */
function newestOf(folder: string, indexes: readonly string[]): string | undefined {
  const list = join(folder, 'checkpoint')
  if (existsSync(list) && statSync(list).isFile() && statSync(list).size < 2 ** 20) {
    const said = /^model_checkpoint_path: "([^"]*)"/m.exec(readFileSync(list, 'utf8'))?.[1]
    const named = said === undefined ? undefined : `${basename(said)}.index`
    if (named !== undefined && indexes.includes(named)) return named
  }
  const number = (name: string) => Number(/(\d+)\.index$/.exec(name)?.[1] ?? -1)
  return [...indexes].sort((one, other) => number(other) - number(one))[0]
}

/** Of a SavedModel the folder counts, of a checkpoint the files of its name. */
function bytesOfAll(at: string, index: Bytes): number {
  const stem = basename(at).replace(/\.index$/, '')
  return readdirSync(dirname(at))
    .filter((name) => name.startsWith(`${stem}.data-`))
    .reduce((sum, name) => sum + statSync(join(dirname(at), name)).size, index.size)
}

function contentOf(
  read: Variables,
  told: Told,
  path: string,
): { layers: readonly ModelLayer[]; ordered: boolean; facts: Fact[] } {
  const { model, training } = told
  if (model) {
    const layers = layersOfNames(model, read.variables)
    return { layers, ordered: true, facts: factsOfKeras(model, layers, training, path) }
  }
  const found = layersByName(read.variables, { layout: 'keras' })
  const layers = found.layers.map((layer) => whole(knownBy(told, layer)))
  const facts = [fact('framework', 'tensorflow', 'variables.index', path, 'file')]
  return {
    layers,
    ordered: found.ordered,
    facts: [...facts, ...factsOfLayers(layers, path, { ordered: found.ordered })],
  }
}

/** A layer of a model of one's own, whose class and activation its metadata tell. */
function knownBy({ layers }: Told, layer: ModelLayer): ModelLayer {
  const known = layers.get(layer.name.split('/').at(-1) ?? '')
  if (!known) return layer
  const activation = activationOf(known.kind, known.config)
  return { ...layer, kind: known.kind, ...(activation !== undefined && { activation }) }
}

/** `keras_metadata.pb` of Keras 2: a JSON for each object. Source: keras/protobuf/saved_metadata.proto. */
function metadataOf(folder: string): Told {
  const path = join(folder, METADATA)
  const layers = new Map<string, { kind: string; config: Json }>()
  if (!existsSync(path) || statSync(path).size === 0 || statSync(path).size > MOST_METADATA) return { layers }
  const bytes = openBytes(path, FORMAT)
  try {
    const walk = walkerOf(bytes)
    let told: Told = { layers }
    for (const node of walk(0, bytes.size)) {
      if (node.field !== 1 || node.wire !== 2) continue
      const texts: Record<number, string> = {}
      for (const field of walk(node.start, node.stop))
        if (field.wire === 2) texts[field.field] = textIn(bytes, field, field.field === 5 ? MOST_METADATA : 4096)
      const metadata = objectOf(parsedJson(texts[5] ?? ''))
      const kind = textOf(metadata?.class_name)
      if (!metadata || kind === undefined) continue
      if (texts[3] === 'root') told = { ...told, ...rootOf(metadata) }
      else if (/_layer$/.test(texts[4] ?? ''))
        layers.set(textOf(metadata.name) ?? '', { kind, config: objectOf(metadata.config) ?? {} })
    }
    return told
  } finally {
    bytes.close()
  }
}

function rootOf(metadata: Json): Partial<Told> {
  const model = kerasModel(metadata)
  return { ...(model && model.layers.length > 0 && { model }), training: metadata.training_config }
}

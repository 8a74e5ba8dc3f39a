// Opens Keras models: `.keras`, `.h5` whole or weights alone, and the JSON of a config; layers of code are never run.

import type { Message } from '../../locales/message.ts'
import { objectOf, parsedJson } from '../json-value.ts'
import { type KerasModel, kerasModel } from '../keras-config.ts'
import { factsOfKeras } from '../keras-training.ts'
import { weighted, whole } from '../keras-weights.ts'
import { factsOfLayers } from '../layer-figures.ts'
import { layersByName } from '../layers-by-name.ts'
import { ModelError } from '../model-error.ts'
import type { ModelFormat, ModelLayer, OpenedModel, Tensor } from '../opened.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { type Hdf5, openHdf5 } from './hdf5.ts'
import { type Stored, storedByGroup, storedByLayer, storedInOrder } from './keras-stored.ts'
import { zipMembers } from './zip.ts'

const MOST_JSON = 2 ** 28
const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
const WEIGHTS = 'model.weights.h5'
const NOTHING: Stored = { byLayer: new Map(), all: [] }

/** Opens what Keras writes, by content. Throws a ModelError. */
export async function readKeras(path: string): Promise<OpenedModel> {
  const bytes = openBytes(path, 'Keras')
  try {
    const head = bytes.read(0, Math.min(8, bytes.size))
    if (HDF5.every((byte, at) => head[at] === byte)) return await readHdf5(bytes)
    if (head[0] === 0x50 && head[1] === 0x4b) return await readArchive(bytes)
    return readConfig(bytes)
  } catch (error) {
    bytes.close()
    throw error
  }
}

async function readArchive(bytes: Bytes): Promise<OpenedModel> {
  const members = zipMembers(bytes)
  const config = members.get('config.json')
  if (!config) throw damaged(bytes, 'it holds no config.json')
  if (config.size > MOST_JSON) throw tooLong(bytes, config.size)
  const told = objectOf(jsonOf(config.open(), bytes))
  const model = kerasModel(told)
  const weights = members.get(WEIGHTS)
  const file = weights && (await openHdf5(weights.open()))
  try {
    const stored = file ? storedByGroup(file, model) : NOTHING
    return opened('keras', bytes, model, stored, told?.compile_config, file)
  } catch (error) {
    file?.close()
    throw error
  }
}

async function readHdf5(bytes: Bytes): Promise<OpenedModel> {
  const file = await openHdf5(bytes)
  try {
    const config = file.attribute('/', 'model_config')
    const training = file.attribute('/', 'training_config')
    const told = config === undefined ? undefined : parsedJson(joined(config))
    if (config !== undefined && told === undefined) throw damaged(bytes, 'its model_config is no JSON')
    const model = kerasModel(told)
    const stored = file.kind('/layers') === 'group' ? storedByGroup(file, model) : storedByLayer(file, model)
    if (!model && stored.all.length === 0) throw new ModelError('model.error.kind', { path: bytes.path, kind: 'HDF5' })
    return opened('keras-h5', bytes, model, stored, training && parsedJson(joined(training)), file)
  } catch (error) {
    file.close()
    throw error
  }
}

function readConfig(bytes: Bytes): OpenedModel {
  if (bytes.size > MOST_JSON) throw tooLong(bytes, bytes.size)
  const told = objectOf(jsonOf(bytes, bytes))
  // a config that was taken out of `.keras`, or the text of to_json(), which some write once more as a text
  const model = kerasModel(told)
  if (!model) throw new ModelError('model.error.kind', { path: bytes.path, kind: 'JSON' })
  return opened('keras-json', bytes, model, NOTHING, told?.compile_config ?? told?.training_config)
}

function jsonOf(part: Bytes, bytes: Bytes): unknown {
  const text = new TextDecoder().decode(part.read(0, part.size))
  const once = parsedJson(text)
  const value = typeof once === 'string' ? parsedJson(once) : once
  if (value === undefined) throw damaged(bytes, 'its config is no JSON')
  return value
}

function tooLong(bytes: Bytes, size: number): ModelError {
  const what = `a config of ${Math.round(size / 2 ** 20)} MiB`
  return new ModelError('model.error.limit', { path: bytes.path, what, most: `${MOST_JSON / 2 ** 20} MiB` })
}

function joined(value: string | number | readonly string[]): string {
  return Array.isArray(value) ? value.join('') : String(value)
}

function opened(
  format: ModelFormat,
  bytes: Bytes,
  model: KerasModel | undefined,
  stored: Stored,
  training?: unknown,
  file?: Hdf5,
): OpenedModel {
  const { layers, ordered } = model ? joinedLayers(model, stored) : layersAlone(stored)
  const config = training ?? undefined
  const facts = model ? factsOfKeras(model, layers, config, bytes.path) : factsOfLayers(layers, bytes.path, { ordered })
  return {
    format,
    path: bytes.path,
    bytes: bytes.size,
    layers,
    ordered,
    tensors: stored.all.map(({ tensor }) => tensor),
    facts,
    notes: notesOf(model, stored),
    close() {
      file?.close()
      bytes.close()
    },
  }
}

/** Layers of the config with their tensors, and what is stored under no layer of it. */
function joinedLayers(model: KerasModel, stored: Stored): { layers: readonly ModelLayer[]; ordered: boolean } {
  const used = new Set<Tensor>()
  const layers = model.layers.map((layer) => {
    const found = stored.byLayer.get(layer) ?? []
    for (const { tensor } of found) used.add(tensor)
    return weighted(layer, found)
  })
  const rest = stored.all.filter(({ tensor }) => !used.has(tensor))
  const more = layersByName(rest, { layout: 'keras', natural: true }).layers
  return { layers: [...layers, ...more.map(whole)], ordered: true }
}

function layersAlone(stored: Stored): { layers: readonly ModelLayer[]; ordered: boolean } {
  const told = storedInOrder(stored)
  if (told) return { layers: told, ordered: false }
  const { layers, ordered } = layersByName(stored.all, { layout: 'keras', natural: true })
  return { layers: layers.map(whole), ordered }
}

function notesOf(model: KerasModel | undefined, stored: Stored): Message[] {
  const notes: Message[] = []
  if (model && model.lambdas > 0) notes.push({ id: 'note.model.lambda', values: { count: model.lambdas } })
  if (stored.all.length === 0) notes.push({ id: 'note.model.no-weights', values: {} })
  return notes
}

// What event files say beside their curves: hyper-parameters, the trainer's arguments, the layers of a Keras model.

import type { Emit } from '../../record/entry.ts'
import type { Layer } from '../../record/run.ts'
import { settingFact, settingFacts } from '../settings.ts'
import { parseJson } from '../wire/json.ts'
import { BYTES, type Cursor, cursor, FIXED64, next, textOf, VARINT, walk } from '../wire/protobuf.ts'

/** The plugin of a tag and its content, out of SummaryMetadata. */
export function pluginOf(bytes: Uint8Array, start: number, end: number): { name: string; content: [number, number] } {
  const found = { name: '', content: [0, 0] as [number, number] }
  const on = walk(cursor(), bytes, start, end)
  while (next(on)) {
    if (on.field !== 1 || on.wire !== BYTES) continue
    const plugin = walk(cursor(), bytes, on.start, on.stop)
    while (next(plugin)) {
      if (plugin.wire !== BYTES) continue
      if (plugin.field === 1) found.name = textOf(plugin, 200)
      else if (plugin.field === 2) found.content = [plugin.start, plugin.stop]
    }
  }
  return found
}

/** Facts of the hparams plugin: HParamsPluginData{3 session_start{1 map<string, Value>}}. */
export function emitHparams(emit: Emit, bytes: Uint8Array, [start, end]: readonly [number, number]): void {
  const data = walk(cursor(), bytes, start, end)
  while (next(data)) {
    if (data.field !== 3 || data.wire !== BYTES) continue
    const session = walk(cursor(), bytes, data.start, data.stop)
    while (next(session)) {
      if (session.field === 1 && session.wire === BYTES)
        emitHparam(emit, walk(cursor(), bytes, session.start, session.stop))
    }
  }
}

function emitHparam(emit: Emit, pair: Cursor): void {
  let key = ''
  let value: unknown
  while (next(pair)) {
    if (pair.wire !== BYTES) continue
    if (pair.field === 1) key = textOf(pair, 200)
    else if (pair.field === 2) value = protoValue(walk(cursor(), pair.bytes, pair.start, pair.stop))
  }
  const fact = settingFact(key, value, 'hparams')
  if (fact) emit({ kind: 'fact', fact })
}

/** google.protobuf.Value{2 number, 3 string, 4 bool}. */
function protoValue(on: Cursor): unknown {
  let value: unknown
  while (next(on)) {
    if (on.field === 2 && on.wire === FIXED64) value = on.view.getFloat64(on.start, true)
    else if (on.field === 3 && on.wire === BYTES) value = textOf(on, 200)
    else if (on.field === 4 && on.wire === VARINT) value = on.value !== 0
  }
  return value
}

/** Facts in the JSON that the Hugging Face trainer writes as text under `args`, indented as Markdown. */
export function emitArguments(emit: Emit, text: string): void {
  const at = text.indexOf('{')
  if (at < 0) return
  for (const fact of settingFacts(parseJson(text.slice(at, text.lastIndexOf('}') + 1)), 'args'))
    emit({ kind: 'fact', fact })
}

/** The layers in the JSON of a Keras model (`model.to_json()`), and what its last one says. */
export function emitKerasModel(emit: Emit, text: string): void {
  const model = parseJson(text)
  const layers = layersOf(model, 0)
  if (layers.length > 0) emit({ kind: 'rows', table: 'layers', rows: layers })
}

type Tree = Readonly<Record<string, unknown>>

function layersOf(model: unknown, depth: number): Layer[] {
  const config = isTree(model) && isTree(model.config) ? model.config : undefined
  const list = Array.isArray(config?.layers)
    ? config.layers
    : isTree(model) && Array.isArray(model.config)
      ? model.config
      : []
  return list.slice(0, 2000).flatMap((layer) => {
    if (!isTree(layer)) return []
    const nested = depth < 4 ? layersOf(layer, depth + 1) : []
    return nested.length > 0 ? nested : [layerOf(layer)]
  })
}

function layerOf(layer: Tree): Layer {
  const config = isTree(layer.config) ? layer.config : {}
  const units = [config.units, config.filters].find((value) => typeof value === 'number')
  return {
    name: short(config.name ?? layer.name ?? ''),
    kind: short(layer.class_name ?? ''),
    ...(typeof units === 'number' && { shape: [null, units].slice(1) }),
    ...(typeof config.activation === 'string' && { activation: short(config.activation) }),
    ...(typeof config.rate === 'number' && /Dropout/.test(String(layer.class_name)) && { dropout: config.rate }),
    ...(typeof config.trainable === 'boolean' && { trainable: config.trainable }),
  }
}

function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function short(value: unknown): string {
  return String(value)
    .replace(/[\x00-\x1f\x7f-\x9f]/g, '')
    .slice(0, 100)
}

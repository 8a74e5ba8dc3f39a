// The variables of a TensorFlow checkpoint: names, types, shapes and values, without what an optimizer keeps beside them.

import { basename } from 'node:path'
import { ModelError } from '../model-error.ts'
import type { Tensor } from '../opened.ts'
import type { Beside } from './beside.ts'
import { type Bytes, bytesOf, damaged } from './file.ts'
import { textIn, type Walk, walkerOf } from './message.ts'
import { bytesOfElement, countOf, type Element, isElement, piecesOf } from './numbers.ts'
import { type Entry, tableEntries, walkValue } from './sstable.ts'

export interface Variable {
  /** the variable's own name (`dense/kernel`) where the checkpoint tells it, else its place among objects */
  readonly name: string
  readonly key: string
  readonly tensor: Tensor
}

export interface Variables {
  readonly variables: readonly Variable[]
  /** a part that is not there: shapes without values */
  readonly missing: string | undefined
}

/** Names of `DataType`, by number. Source: tensorflow/core/framework/types.proto. */
const TYPES: Readonly<Record<number, string>> = {
  1: 'float32',
  2: 'float64',
  3: 'int32',
  4: 'uint8',
  5: 'int16',
  6: 'int8',
  7: 'string',
  8: 'complex64',
  9: 'int64',
  10: 'bool',
  14: 'bfloat16',
  17: 'uint16',
  18: 'complex128',
  19: 'float16',
  22: 'uint32',
  23: 'uint64',
}
const GRAPH = '_CHECKPOINTABLE_OBJECT_GRAPH'
const COPIES = '_all_variables/'
const SUFFIX = '/.ATTRIBUTES/VARIABLE_VALUE'
const MOST_GRAPH = 2 ** 28
/** slots and counters of optimizers and metrics, by objects and by the names of TensorFlow 1 */
const BESIDE =
  /(^|\/)(_?optimizer\d*|keras_api|_?metrics|loss_tracker)\/|\.OPTIMIZER_SLOT|^(save_counter|global_step|beta[12]_power(_\d+)?|learning_rate|iterations?)$|\/(Adam(_\d+)?|Momentum|RMSProp(_\d+)?|Adagrad|Ftrl(_\d+)?|ExponentialMovingAverage)$|seed_generator/

interface Place {
  readonly type: string
  readonly shape: readonly number[]
  readonly shard: number
  readonly offset: number
  readonly size: number
  readonly sliced: boolean
}

/** Reads `NAME.index` and what lies in `NAME.data-*` beside it. Throws a ModelError. Source: tensor_bundle.proto. */
export function readVariables(index: Bytes, files: Beside): Variables {
  const all = tableEntries(index)
  // an export of Keras 3 keeps every variable twice
  const twice = all.some(({ key }) => key.startsWith('variables/'))
  const entries = twice ? all.filter(({ key }) => !key.startsWith(COPIES)) : all
  const header = entries.find(({ key }) => key === '')
  const [shards, little] = header ? headerOf(header, index) : [1, true]
  const stem = basename(index.path).replace(/\.index$/, '')
  const part = (shard: number) => `${stem}.data-${pad(shard)}-of-${pad(shards)}`
  const names = namesOf(entries, index, files, part)
  let missing: string | undefined
  const variables = entries.flatMap((entry): Variable[] => {
    if (entry.key === '' || entry.key === GRAPH || !isOfModel(entry.key)) return []
    const name = names.get(entry.key) ?? entry.key.replace(SUFFIX, '')
    if (!isOfModel(name)) return []
    const place = placeOf(entry, index)
    if (place.type === 'string') return []
    const data = opened(files, part(place.shard))
    if (typeof data === 'string') missing ??= data
    return [
      {
        name,
        key: entry.key,
        tensor: tensorAt(name, place, typeof data === 'string' ? undefined : data, little, index),
      },
    ]
  })
  return { variables: natural(variables), missing }
}

function isOfModel(name: string): boolean {
  return !BESIDE.test(name.replace(SUFFIX, ''))
}

function pad(number: number): string {
  return String(number).padStart(5, '0')
}

function opened(files: Beside, name: string): Bytes | string {
  try {
    return files.open(name)
  } catch (error) {
    if (error instanceof ModelError && error.id === 'model.error.shard') return name
    throw error
  }
}

function headerOf(entry: Entry, index: Bytes): readonly [shards: number, little: boolean] {
  let shards = 1
  let little = true
  const { within, walk } = walkValue(entry, index)
  for (const field of walk(0, within.size)) {
    if (field.field === 1) shards = field.value
    else if (field.field === 2) little = field.value === 0
  }
  if (!(shards >= 1 && shards <= 99_999)) throw damaged(index, `it claims ${shards} parts`)
  return [shards, little]
}

function placeOf(entry: Entry, index: Bytes): Place {
  const { within, walk } = walkValue(entry, index)
  const place = { type: '', shape: [] as number[], shard: 0, offset: 0, size: 0, sliced: false }
  for (const field of walk(0, within.size)) {
    if (field.field === 1) place.type = TYPES[field.value] ?? `type ${field.value}`
    else if (field.field === 2) shapeInto(walk, field, within, place.shape)
    else if (field.field === 3) place.shard = field.value
    else if (field.field === 4) place.offset = field.value
    else if (field.field === 5) place.size = field.value
    else if (field.field === 7) place.sliced = true
  }
  return place
}

function shapeInto(walk: Walk, at: { start: number; stop: number }, within: Bytes, shape: number[]): void {
  for (const dim of walk(at.start, at.stop)) {
    if (dim.field !== 2) continue
    const size = [0]
    for (const part of walk(dim.start, dim.stop)) if (part.field === 1) size[0] = part.value
    shape.push(size[0]!)
    if (shape.length > 64) throw damaged(within, 'a shape of more than 64 axes')
  }
}

function tensorAt(name: string, place: Place, data: Bytes | undefined, little: boolean, index: Bytes): Tensor {
  const { type, shape } = place
  const count = countOf(shape)
  if (Number.isNaN(count)) throw damaged(index, `variable ${name} has the shape [${shape.join(', ')}]`)
  // variables in slices lie under keys of their own
  if (!isElement(type) || !data || place.sliced) return { name, type, shape }
  const size = count * bytesOfElement(type)
  if (size !== place.size || place.offset < 0 || place.offset + size > data.size)
    throw damaged(
      index,
      `variable ${name} [${shape.join(', ')}] claims ${size} bytes at ${place.offset} of ${data.size}`,
    )
  return { name, type, shape, pieces: () => piecesOf(data, place.offset, type as Element, count, little) }
}

/** 2 before 10. */
function natural(variables: readonly Variable[]): readonly Variable[] {
  const key = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(12, '0'))
  const keys = new Map(variables.map((one) => [one, key(one.key)]))
  return [...variables].sort((one, other) => (keys.get(one)! < keys.get(other)! ? -1 : 1))
}

/** Names of variables by their keys, from the graph of objects that TensorFlow 2 keeps as a text beside them. */
function namesOf(entries: readonly Entry[], index: Bytes, files: Beside, part: (shard: number) => string) {
  const names = new Map<string, string>()
  const entry = entries.find(({ key }) => key === GRAPH)
  const place = entry && placeOf(entry, index)
  if (!place || place.size > MOST_GRAPH) return names
  const data = opened(files, part(place.shard))
  if (typeof data === 'string') return names
  const held = data.read(place.offset, place.size)
  // one text: its length, four bytes of checksum, then itself
  let at = 0
  while (at < held.length && held[at]! >= 0x80) at++
  const graph = bytesOf(held.subarray(at + 5), index.path, index.format)
  const walk = walkerOf(graph)
  const twice = new Set<string>()
  const seen = new Set<string>()
  for (const node of walk(0, graph.size)) {
    if (node.field !== 1 || node.wire !== 2) continue
    for (const attribute of walk(node.start, node.stop)) {
      if (attribute.field !== 2 || attribute.wire !== 2) continue
      const told: Record<number, string> = {}
      for (const field of walk(attribute.start, attribute.stop)) told[field.field] = textIn(graph, field)
      const { 2: name, 3: key } = told
      if (!name || !key || key.startsWith(COPIES)) continue
      if (seen.has(name)) twice.add(name)
      seen.add(name)
      names.set(key, name.replace(/:0$/, ''))
    }
  }
  // a name that two variables bear tells neither
  for (const [key, name] of names) if (twice.has(name)) names.delete(key)
  return names
}

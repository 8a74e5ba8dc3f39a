// The weights of a TensorFlow.js model: tensors that lie one after another in shards beside `model.json`, some quantised.

import { countIn, listOf, numberOf, objectOf, textOf } from '../json-value.ts'
import { ModelError } from '../model-error.ts'
import type { Tensor } from '../opened.ts'
import type { Beside } from './beside.ts'
import { type Bytes, damaged } from './file.ts'
import { bytesOfElement, countOf, type Element, isElement, piecesOf } from './numbers.ts'

export interface TfjsWeights {
  readonly tensors: readonly Tensor[]
  /** the first shard that is not there; its group has shapes and no values */
  readonly missing: string | undefined
}

const MOST_TENSORS = 200_000
const MOST_SHARDS = 10_000

/** Reads a `weightsManifest`. Throws a ModelError where its shapes do not fit the shards. Source: TensorFlow.js' io/types.ts. */
export function tfjsWeights(manifest: unknown, bytes: Bytes, files: Beside): TfjsWeights {
  const tensors: Tensor[] = []
  let missing: string | undefined
  for (const one of listOf(manifest)) {
    const group = objectOf(one)
    const paths = listOf(group?.paths)
    if (paths.length > MOST_SHARDS) throw damaged(bytes, `${paths.length} shards`)
    const shards = shardsOf(paths, files)
    if (typeof shards === 'string') missing ??= shards
    let at = 0
    for (const entry of listOf(group?.weights)) {
      const { tensor, size } = tensorOf(entry, typeof shards === 'string' ? undefined : { bytes: shards, at }, bytes)
      if (Number.isNaN(at + size) || tensors.length >= MOST_TENSORS)
        throw damaged(bytes, 'its list of weights is too long')
      at += size
      tensors.push(tensor)
    }
    if (typeof shards !== 'string' && shards.size < at)
      throw damaged(bytes, `its weights need ${at} bytes and the shards hold ${shards.size}`)
  }
  return { tensors, missing }
}

/** The shards of a group as one; the name of the first that is missing. */
function shardsOf(paths: readonly unknown[], files: Beside): Bytes | string {
  const shards: Bytes[] = []
  for (const path of paths) {
    const name = textOf(path) ?? ''
    try {
      shards.push(files.open(name))
    } catch (error) {
      if (error instanceof ModelError && error.id === 'model.error.shard') return name
      throw error
    }
  }
  return chained(shards)
}

function chained(shards: readonly Bytes[]): Bytes {
  const [first] = shards
  const size = shards.reduce((sum, shard) => sum + shard.size, 0)
  const whole = { path: first?.path ?? '', format: 'TensorFlow.js', size, close: () => {} }
  const read = (at: number, length: number): Uint8Array => {
    const out = new Uint8Array(Math.min(length, size))
    if (at < 0 || at + length > size) throw damaged(whole, `its shards end at byte ${size}`)
    let start = 0
    for (const shard of shards) {
      const from = Math.max(at, start)
      const to = Math.min(at + length, start + shard.size)
      if (from < to) out.set(shard.read(from - start, to - from), from - at)
      start += shard.size
    }
    return out
  }
  return { ...whole, read }
}

function tensorOf(entry: unknown, place: { bytes: Bytes; at: number } | undefined, bytes: Bytes) {
  const told = objectOf(entry)
  const name = textOf(told?.name) ?? ''
  const type = textOf(told?.dtype) ?? ''
  const shape = listOf(told?.shape).map((size) => countIn(size) ?? Number.NaN)
  const count = countOf(shape)
  if (Number.isNaN(count)) throw damaged(bytes, `weight ${name} has no shape`)
  const quantised = objectOf(told?.quantization)
  const stored = quantised ? textOf(quantised.dtype) : type
  if (stored === undefined || !isElement(stored)) return { tensor: { name, type, shape }, size: count }
  const size = count * bytesOfElement(stored)
  const scale = stored === 'float16' ? 1 : (numberOf(quantised?.scale) ?? 1)
  const least = stored === 'float16' ? 0 : (numberOf(quantised?.min) ?? 0)
  if (!place) return { tensor: { name, type, shape }, size }
  const pieces = () => scaled(piecesOf(place.bytes, place.at, stored as Element, count), scale, least)
  return { tensor: { name, type, shape, pieces }, size }
}

function* scaled(pieces: Iterable<Float64Array>, scale: number, least: number): Generator<Float64Array> {
  for (const piece of pieces) yield scale === 1 && least === 0 ? piece : piece.map((value) => value * scale + least)
}

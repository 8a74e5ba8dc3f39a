// Finds the weights of an ONNX file that lie in files beside it, and reads those whose names are plain.

import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BYTES, cursor, next, textOf, walk } from '../../formats/wire/protobuf.ts'
import { ModelError } from '../model-error.ts'

export interface ExternalFile {
  readonly path: string
  readonly data: Uint8Array
}

/** Fields of onnx.proto: ModelProto.graph, GraphProto.initializer, TensorProto.external_data, its entry's key and value. */
const [GRAPH, INITIALIZER, EXTERNAL, KEY, VALUE] = [7, 5, 13, 1, 2]
const MOST_FILES = 4096

/**
 * The files that initializers of the model in `bytes` point to, each read once. Throws ModelError `shard` for one that is
 * missing or no plain file, and for a name that leads out of the folder; `limit` where all are over `most` bytes.
 */
export function externalFiles(path: string, bytes: Uint8Array, most: number): readonly ExternalFile[] {
  const folder = dirname(path)
  let total = bytes.length
  return locations(bytes).map((name) => {
    const full = join(folder, name)
    const stat = plain(name) ? statSync(full, { throwIfNoEntry: false }) : undefined
    if (!stat?.isFile()) throw new ModelError('model.error.shard', { path, shard: shown(name) })
    total += stat.size
    if (total > most)
      throw new ModelError('model.error.limit', { path, what: `${total} bytes of weights`, most: `${most} bytes` })
    return { path: name, data: readFileSync(full) }
  })
}

/** A name of a file, of no folder and no device. */
function plain(name: string): boolean {
  return name.length > 0 && name.length < 256 && !/[/\\:\0]/.test(name) && name !== '.' && name !== '..'
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100))
}

/** Names in the order of their first use. What is no message is left to the engine to complain of. */
function locations(bytes: Uint8Array): readonly string[] {
  const names = new Set<string>()
  try {
    for (const graph of fields(bytes, 0, bytes.length, GRAPH))
      for (const tensor of fields(bytes, graph.start, graph.stop, INITIALIZER))
        for (const entry of fields(bytes, tensor.start, tensor.stop, EXTERNAL)) {
          const name = locationOf(bytes, entry)
          if (name !== undefined) names.add(name)
          if (names.size > MOST_FILES) return [...names]
        }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return [...names]
}

interface Span {
  readonly start: number
  readonly stop: number
}

/** Where the length-delimited fields of that number lie in a message. */
function* fields(bytes: Uint8Array, start: number, stop: number, field: number): Generator<Span> {
  const on = walk(cursor(), bytes, start, stop)
  while (next(on)) if (on.field === field && on.wire === BYTES) yield { start: on.start, stop: on.stop }
}

function locationOf(bytes: Uint8Array, { start, stop }: Span): string | undefined {
  const on = walk(cursor(), bytes, start, stop)
  let [key, value] = ['', '']
  while (next(on)) {
    if (on.wire !== BYTES) continue
    if (on.field === KEY) key = textOf(on, 64)
    if (on.field === VALUE) value = textOf(on, 4096)
  }
  return key === 'location' ? value : undefined
}

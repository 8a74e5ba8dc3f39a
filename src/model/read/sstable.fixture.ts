// A small writer of TensorFlow's checkpoints for the tests: the index as a sorted table, the data, names in a graph of objects.

import { field, joinBytes, message, varint } from './files.fixture.ts'

/** A table with blocks of at most `most` entries, keys sorted and shortened by what they share. */
export function sortedTable(entries: readonly (readonly [key: string, value: Uint8Array])[], most = 3): Uint8Array {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
  const parts: Uint8Array[] = []
  const index: [string, Uint8Array][] = []
  let at = 0
  const put = (bytes: Uint8Array) => {
    const handle = joinBytes([varint(at), varint(bytes.length)])
    const whole = joinBytes([bytes, new Uint8Array(5)])
    parts.push(whole)
    at += whole.length
    return handle
  }
  for (let from = 0; from < sorted.length; from += most) {
    const some = sorted.slice(from, from + most)
    index.push([some.at(-1)![0], put(block(some))])
  }
  const meta = put(block([]))
  const root = put(block(index))
  const handles = joinBytes([meta, root])
  const magic = Uint8Array.from([0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb])
  return joinBytes([...parts, handles, new Uint8Array(40 - handles.length), magic])
}

function block(entries: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  let before = ''
  const parts = entries.map(([key, value]) => {
    let shared = 0
    while (shared < key.length && key[shared] === before[shared]) shared++
    before = key
    const own = new TextEncoder().encode(key.slice(shared))
    return joinBytes([varint(shared), varint(own.length), varint(value.length), own, value])
  })
  // one restart, at 0
  return joinBytes([...parts, Uint8Array.from([0, 0, 0, 0, 1, 0, 0, 0])])
}

export interface Written {
  readonly key: string
  /** its own name in the graph of objects */
  readonly name?: string
  readonly shape: readonly number[]
  readonly values: readonly number[]
}

/** The index and the one part of a checkpoint. */
export function checkpoint(variables: readonly Written[]): { index: Uint8Array; data: Uint8Array } {
  const parts: Uint8Array[] = []
  let offset = 0
  const place = (type: number, shape: readonly number[], bytes: Uint8Array) => {
    const dims = message(...shape.map((size) => field(2, field(1, size))))
    const entry = message(field(1, type), field(2, dims), field(4, offset), field(5, bytes.length))
    parts.push(bytes)
    offset += bytes.length
    return entry
  }
  const suffix = '/.ATTRIBUTES/VARIABLE_VALUE'
  const entries: [string, Uint8Array][] = variables.map(({ key, shape, values }) => [
    key + suffix,
    place(1, shape, new Uint8Array(Float32Array.from(values).buffer)),
  ])
  const nodes = variables.map(({ key, name = '' }) =>
    field(1, field(2, message(field(1, 'VARIABLE_VALUE'), field(2, name), field(3, key + suffix)))),
  )
  const graph = message(...nodes)
  entries.push([
    '_CHECKPOINTABLE_OBJECT_GRAPH',
    place(7, [], joinBytes([varint(graph.length), new Uint8Array(4), graph])),
  ])
  entries.push(['', field(1, 1)])
  return { index: sortedTable(entries), data: joinBytes(parts) }
}

// PyTorch files from before 1.6: pickles one after another, then the storages, each with its length before it.

import { type Bytes, damaged, partOf } from './file.ts'
import { bytesOfElement, isElement } from './numbers.ts'
import { readPickle } from './pickle.ts'
import { fieldsOf, isDict, isGlobal, isObject, itemsOf, type Pickled } from './pickled.ts'
import type { Unpickled } from './torch-opened.ts'
import { elementOfStorage, type Storages } from './torch-tensors.ts'

const MAGIC = 0x1950a86a20f9469cfc6cn

/** Reads such a file, or a bare pickle. Throws ModelError. Source: torch/serialization.py, _legacy_load. */
export function readLegacy(bytes: Bytes): Unpickled {
  const magic = readPickle(bytes)
  if (magic.value !== MAGIC) return { root: magic.value, storages: storagesAt(bytes, new Map(), true) }
  const protocol = readPickle(bytes, magic.end)
  const system = readPickle(bytes, protocol.end)
  const root = readPickle(bytes, system.end)
  const keys = readPickle(bytes, root.end)
  const little = fieldsOf(system.value).get('little_endian') !== false
  const names = itemsOf(keys.value).map((key) => (typeof key === 'bigint' ? key.toString() : String(key)))
  const types = storageTypes(root.value)
  const places = new Map<string, { readonly at: number; readonly size: number }>()
  let at = keys.end
  for (const name of names) {
    const type = types.get(name)
    const length = new DataView(copy(bytes.read(at, 8))).getBigInt64(0, little)
    const width = type !== undefined && isElement(type) ? bytesOfElement(type) : WIDTHS[type ?? '']
    // without its type nothing that follows can be found
    if (width === undefined) break
    const size = Number(length) * width
    if (size < 0 || at + 8 + size > bytes.size)
      throw damaged(bytes, `the storage ${name.slice(0, 40)} ends after the file`)
    places.set(name, { at: at + 8, size })
    at += 8 + size
  }
  return { root: root.value, storages: storagesAt(bytes, places, little) }
}

/** Bytes of values that are not decoded but stand between others. */
const WIDTHS: Readonly<Record<string, number>> = { complex64: 8, complex128: 16, qint8: 1, quint8: 1, qint32: 4 }

function copy(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function storagesAt(
  bytes: Bytes,
  places: ReadonlyMap<string, { readonly at: number; readonly size: number }>,
  little: boolean,
): Storages {
  return {
    path: bytes.path,
    format: bytes.format,
    little,
    sizeOf: (key) => places.get(key)?.size,
    open: (key) => {
      const place = places.get(key)
      if (!place) throw damaged(bytes, `the storage ${key.slice(0, 40)} is missing`)
      return partOf(bytes, place.at, place.size)
    },
  }
}

/** Element types of all storages that a value names, wherever they are in it. */
function storageTypes(root: Pickled): Map<string, string> {
  const types = new Map<string, string>()
  const seen = new Set<Pickled>()
  const left: Pickled[] = [root]
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array || seen.has(value)) continue
    seen.add(value)
    if (value.kind === 'persistent') {
      const [word, of, key] = itemsOf(value.id)
      const type = word === 'storage' && isGlobal(of) ? elementOfStorage(of.name) : undefined
      if (type !== undefined && key !== undefined) types.set(String(key), type)
      continue
    }
    for (const item of itemsOf(value)) left.push(item)
    if (isObject(value)) for (const item of value.args) left.push(item)
    if (!isObject(value) && !isDict(value)) continue
    if (value.state !== undefined) left.push(value.state)
    for (const inner of value.map?.values() ?? []) left.push(inner)
  }
  return types
}

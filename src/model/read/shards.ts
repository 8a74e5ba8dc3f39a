// Models in several files: the list of the parts beside them, as Hugging Face writes it for safetensors and PyTorch.

import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ModelError } from '../model-error.ts'
import { damaged, openBytes } from './file.ts'

export interface Shards {
  /** paths of the parts, in the order of the list */
  readonly files: readonly string[]
  /** how many parts there are, where only the one that was asked for can be read */
  readonly alone?: number
}

const MOST_SHARDS = 1_000
const MOST_INDEX = 100 * 2 ** 20

/**
 * The files that make up the model at `path`: those of an index, or of the index beside a part, else the file itself.
 * Throws ModelError: `shard` where a part is missing, `damaged` where the index is none or names a file elsewhere.
 */
export function shardsOf(path: string, format: string): Shards {
  if (path.endsWith('.index.json')) return { files: listed(path, format) }
  const part = /^(.+)-\d{5}-of-(\d{5})(\.\w+)$/.exec(basename(path))
  if (!part) return { files: [path] }
  const index = join(dirname(path), `${part[1]}${part[3]}.index.json`)
  if (!existsSync(index)) return Number(part[2]) > 1 ? { files: [path], alone: Number(part[2]) } : { files: [path] }
  const files = listed(index, format)
  return files.includes(join(dirname(path), basename(path))) ? { files } : { files: [path] }
}

function listed(index: string, format: string): string[] {
  const names = [...new Set(Object.values(weightMap(index, format)))]
  if (names.length > MOST_SHARDS) {
    throw new ModelError('model.error.limit', { path: index, what: `${names.length} parts`, most: MOST_SHARDS })
  }
  return names.map((name) => {
    const plain = typeof name === 'string' && basename(name) === name && !/^\.{0,2}$|[\\/\0]/.test(name)
    if (!plain) throw damaged({ path: index, format }, 'it names a file that is not beside it')
    const file = join(dirname(index), name)
    if (!existsSync(file)) throw new ModelError('model.error.shard', { path: index, shard: name.slice(0, 200) })
    return file
  })
}

function weightMap(index: string, format: string): object {
  const bytes = openBytes(index, format)
  try {
    if (bytes.size > MOST_INDEX) throw damaged(bytes, 'its list of parts is too long')
    const tree: unknown = parsed(bytes.read(0, bytes.size))
    const map = tree !== null && typeof tree === 'object' && 'weight_map' in tree ? tree.weight_map : undefined
    if (map === null || typeof map !== 'object') throw damaged(bytes, 'it is no list of parts (weight_map)')
    return map
  } finally {
    bytes.close()
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

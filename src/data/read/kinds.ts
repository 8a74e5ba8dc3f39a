// What a file of data is, told by its content; what is none says so in a line.

import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isLfsPointer, kindOf } from '../../gather/magic.ts'
import { EngineError } from '../engine/engine.ts'

export type DataKind = 'csv' | 'json' | 'parquet' | 'arrow' | 'npy' | 'npz' | 'idx' | 'picture'
export type Packing = 'gzip' | 'zstd' | undefined

export interface Recognised {
  readonly kind: DataKind
  readonly packing: Packing
}

const HEAD = 65_536
const BY_MAGIC: Readonly<Record<string, DataKind>> = {
  parquet: 'parquet',
  arrow: 'arrow',
  npy: 'npy',
  npz: 'npz',
  png: 'picture',
  jpeg: 'picture',
}

/** Throws an EngineError for a file that is no data: a Git-LFS pointer, an empty one, a pickle, an archive. */
export async function recogniseData(path: string): Promise<Recognised> {
  const head = await headOf(path)
  if (head.length === 0) throw new EngineError('data.error.empty', { path })
  if (isLfsPointer(head)) throw new EngineError('data.error.lfs', { path })
  const kind = kindOf(head)?.kind
  if (kind === 'gzip' || kind === 'zstd') return { kind: insideOf(head, kind, path), packing: kind }
  if (isIdx(head)) return { kind: 'idx', packing: undefined }
  if (isArrowStream(head)) return { kind: 'arrow', packing: undefined }
  if (kind !== undefined && BY_MAGIC[kind]) return { kind: BY_MAGIC[kind], packing: undefined }
  if (kind !== undefined) throw new EngineError('data.error.kind', { path, kind })
  return { kind: textKind(head), packing: undefined }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new EngineError(error.code === 'ENOENT' ? 'data.error.none' : 'data.error.unreadable', { path })
  })
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    throw new EngineError('data.error.unreadable', { path })
  } finally {
    await file.close()
  }
}

/** What a compressed file holds, by its first bytes, or by its name where they cannot be unpacked here. */
function insideOf(head: Uint8Array, packing: 'gzip' | 'zstd', path: string): DataKind {
  if (packing === 'gzip') {
    try {
      // 2 is Z_SYNC_FLUSH: a part of a file is unpacked as far as it goes
      const inside = gunzipSync(head, { finishFlush: 2 })
      return isIdx(inside) ? 'idx' : kindOf(inside)?.kind === 'npy' ? 'npy' : textKind(inside)
    } catch {
      throw new EngineError('data.error.kind', { path, kind: 'gzip' })
    }
  }
  return /\.(?:jsonl?|ndjson)\.zst/i.test(basename(path)) ? 'json' : 'csv'
}

function textKind(head: Uint8Array): DataKind {
  const first = new TextDecoder()
    .decode(head.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart()
  return first.startsWith('{') || first.startsWith('[') ? 'json' : 'csv'
}

/** 00 00, a type, the number of axes, and sizes that are not absurd. */
export function isIdx(head: Uint8Array): boolean {
  const [a, b, type, axes] = head
  if (a !== 0 || b !== 0 || !axes || axes > 4) return false
  return [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e].includes(type!) && head.length >= 4 + 4 * axes
}

/** A stream of Arrow's IPC begins with FFFFFFFF and the length of its schema. */
function isArrowStream(head: Uint8Array): boolean {
  if (head.length < 8 || head[0] !== 255 || head[1] !== 255 || head[2] !== 255 || head[3] !== 255) return false
  const length = new DataView(head.buffer, head.byteOffset + 4, 4).getInt32(0, true)
  return length > 0 && length < 10_000_000
}

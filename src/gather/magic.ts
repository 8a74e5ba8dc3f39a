// What a file is that no format reads: told by its first bytes, so that the answer can name what to pass instead.

import { looksLikeRecord } from '../formats/wire/tfrecord.ts'

export interface Kind {
  /** as the message `error.binary` knows it */
  readonly kind: string
  readonly hint: 'log' | 'unpack' | 'mlflow' | 'wandb' | 'table' | 'other'
}

type Signature = readonly [bytes: string, kind: string, hint?: Kind['hint'], at?: number]

/** Bytes as Latin-1. The first that fits wins. */
const SIGNATURES: readonly Signature[] = [
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF8', 'gif'],
  ['%PDF', 'pdf'],
  [':W&B', 'wandb', 'wandb'],
  [':SWL', 'swanlab', 'table'],
  ['SQLite format 3\0', 'sqlite'],
  ['\x89HDF\r\n\x1a\n', 'hdf5', 'log'],
  ['PK\x03\x04', 'zip', 'unpack'],
  ['PK\x05\x06', 'zip', 'unpack'],
  ['\x1f\x8b', 'gzip', 'unpack'],
  ['\x28\xb5\x2f\xfd', 'zstd', 'unpack'],
  ['\xfd7zXZ\0', 'xz', 'unpack'],
  ['BZh', 'bzip2', 'unpack'],
  ['PAR1', 'parquet', 'table'],
  ['ARROW1', 'arrow', 'table'],
  ['FEA1', 'arrow', 'table'],
  ['\x93NUMPY', 'npy', 'table'],
  ['GGUF', 'gguf', 'log'],
  ['MATLAB 5.0', 'mat', 'table'],
  ['\x7fELF', 'elf'],
  ['ustar', 'tar', 'unpack', 257],
  ['\x08\x01\x12', 'savedmodel', 'log'],
  ['\x80\x02', 'pickle', 'table'],
  ['\x80\x03', 'pickle', 'table'],
  ['\x80\x04', 'pickle', 'table'],
  ['\x80\x05', 'pickle', 'table'],
]

/** The kind of a file by its first bytes (64 KiB are plenty), or undefined where it may well be text. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  for (const [signature, kind, hint = 'other', at = 0] of SIGNATURES) {
    if (!starts(bytes, signature, at)) continue
    if (kind === 'zip') return insideOf(bytes)
    if (kind === 'sqlite') return databaseOf(bytes)
    return { kind, hint }
  }
  if (isSafetensors(bytes)) return { kind: 'safetensors', hint: 'log' }
  if (looksLikeRecord(bytes)) return { kind: 'tfrecord', hint: 'log' }
  if (isOnnx(bytes)) return { kind: 'onnx', hint: 'log' }
  return isBinary(bytes) ? { kind: 'other', hint: 'other' } : undefined
}

/** The first line of a Git LFS pointer, whatever the file is called. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return starts(bytes, 'version https://git-lfs.github.com/spec/', 0)
}

/** An SQLite database by the tables that its first pages name. */
function databaseOf(bytes: Uint8Array): Kind {
  if (has(bytes, 'latest_metrics') || has(bytes, 'experiment_tags')) return { kind: 'mlflow', hint: 'mlflow' }
  if (has(bytes, 'study_') || has(bytes, 'trial_')) return { kind: 'optuna', hint: 'table' }
  return { kind: 'sqlite', hint: 'table' }
}

/** A zip archive by the names of its first members. */
function insideOf(bytes: Uint8Array): Kind {
  if (has(bytes, 'model.weights.h5') || (has(bytes, 'config.json') && has(bytes, 'metadata.json'))) {
    return { kind: 'keras', hint: 'log' }
  }
  if (has(bytes, '/data.pkl') || has(bytes, 'constants.pkl')) return { kind: 'torch', hint: 'log' }
  return has(bytes, '.npy') ? { kind: 'npz', hint: 'table' } : { kind: 'zip', hint: 'unpack' }
}

function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b || bytes[9] !== 0x22) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8)
  return view.getUint32(4, true) === 0 && view.getUint32(0, true) < 100_000_000
}

/** ModelProto: the version as field 1, then the producer's name as field 2. */
function isOnnx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x08 && bytes[1]! > 0 && bytes[1]! < 32 && bytes[2] === 0x12 && isBinary(bytes)
}

/** Bytes that no text holds: zeros, or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  let odd = 0
  const size = Math.min(bytes.length, 8192)
  for (let at = 0; at < size; at++) {
    const byte = bytes[at]!
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 && byte !== 8 && byte !== 12) odd++
  }
  return odd > size / 20
}

function starts(bytes: Uint8Array, signature: string, at: number): boolean {
  if (bytes.length < at + signature.length) return false
  for (let i = 0; i < signature.length; i++) if (bytes[at + i] !== signature.charCodeAt(i)) return false
  return true
}

function has(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (starts(bytes, word, at)) return true
  return false
}

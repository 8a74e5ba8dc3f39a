// A path -> the opened model: which reader it is for is told by content, never by the file's name alone.

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isLfsPointer, kindOf } from '../gather/magic.ts'
import { ModelError } from './model-error.ts'
import type { OpenedModel } from './opened.ts'

const HEAD = 65_536
/** What a folder is opened by, the most telling first. */
const IN_FOLDER: readonly RegExp[] = [
  /^saved_model\.pb$/,
  /^variables$/,
  /\.onnx$/i,
  /^model\.safetensors\.index\.json$/,
  /\.safetensors$/i,
  /\.keras$/i,
  /^model\.json$/,
  /^(?:pytorch_)?model\.(?:bin|pt|pth|ckpt|h5)$/i,
  /\.(?:pt|pth|ckpt|h5|gguf)$/i,
]

/** Throws a ModelError of one line for what is no model, or a damaged one. Nothing that a file holds is executed. */
export async function openModel(path: string): Promise<OpenedModel> {
  const at = statSync(path, { throwIfNoEntry: false })
  if (!at) throw new ModelError('model.error.none', { path })
  if (at.isDirectory()) return openFolder(path)
  const head = headOf(path)
  if (head.length === 0) throw new ModelError('model.error.empty', { path })
  if (isLfsPointer(head)) throw new ModelError('model.error.lfs', { path })
  return openAs(path, kindOf(head)?.kind, head)
}

async function openFolder(path: string): Promise<OpenedModel> {
  let names: string[]
  try {
    names = readdirSync(path).sort()
  } catch {
    throw new ModelError('model.error.unreadable', { path })
  }
  for (const pattern of IN_FOLDER) {
    const name = names.find((one) => pattern.test(one))
    if (name === 'saved_model.pb' || name === 'variables')
      return (await import('./read/saved-model.ts')).readSavedModel(path)
    if (name !== undefined) return openModel(join(path, name))
  }
  // TensorFlow Serving keeps a folder a version; the newest is meant
  const newest = names.filter((one) => /^\d{1,9}$/.test(one)).sort((a, b) => Number(b) - Number(a))[0]
  if (newest !== undefined) return openModel(join(path, newest))
  throw new ModelError('model.error.folder', { path, files: names.length })
}

async function openAs(path: string, kind: string | undefined, head: Uint8Array): Promise<OpenedModel> {
  switch (kind) {
    case 'onnx':
      return (await import('./read/onnx.ts')).readOnnx(path)
    case 'keras':
    case 'hdf5':
      return (await import('./read/keras.ts')).readKeras(path)
    case 'torch':
    case 'pickle':
      return (await import('./read/torch.ts')).readTorch(path)
    case 'safetensors':
      return (await import('./read/safetensors.ts')).readSafetensors(path)
    case 'gguf':
      return (await import('./read/gguf.ts')).readGguf(path)
    case 'savedmodel':
      return (await import('./read/saved-model.ts')).readSavedModel(dirname(path))
    default:
      return openUntold(path, kind, head)
  }
}

/** Texts, and binary files that only their names tell apart. */
async function openUntold(path: string, kind: string | undefined, head: Uint8Array): Promise<OpenedModel> {
  const text = new TextDecoder('latin1').decode(head).trimStart()
  if (kind === undefined && text.startsWith('{')) {
    if (/"weight_map"/.test(text))
      return /\.bin\.index\.json$/i.test(path)
        ? (await import('./read/torch.ts')).readTorch(path)
        : (await import('./read/safetensors.ts')).readSafetensors(path)
    if (/"weightsManifest"|"modelTopology"|"layers-model"|"graph-model"/.test(text))
      return (await import('./read/tfjs.ts')).readTfjs(path)
    if (/"class_name"|"keras_version"/.test(text)) return (await import('./read/keras.ts')).readKeras(path)
  }
  const name = basename(path)
  if (/\.index$/.test(name)) return (await import('./read/saved-model.ts')).readSavedModel(path)
  if (/\.onnx$/i.test(name)) return (await import('./read/onnx.ts')).readOnnx(path)
  if (/\.(?:pt|pth|ckpt|bin)$/i.test(name)) return (await import('./read/torch.ts')).readTorch(path)
  throw new ModelError('model.error.kind', { path, kind: kind ?? 'text' })
}

function headOf(path: string): Uint8Array {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    throw new ModelError('model.error.unreadable', { path })
  }
  try {
    const bytes = new Uint8Array(HEAD)
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD, 0))
  } finally {
    closeSync(file)
  }
}

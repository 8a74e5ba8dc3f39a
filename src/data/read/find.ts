// Paths -> the files of each split: a file, a pattern, a folder of tables, of pictures, or of Hugging Face's `datasets`.

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import type { DataSplit } from '../../record/data-tables.ts'
import { EngineError } from '../engine/engine.ts'
import { type DataKind, type Packing, recogniseData } from './kinds.ts'
import { matches } from './pattern.ts'

/** What the user named for one split; `all` where it was not said. */
export interface Named {
  readonly split: DataSplit
  readonly paths: readonly string[]
}

/** A file that is read as one piece. */
export interface Piece {
  readonly split: DataSplit
  readonly path: string
  readonly kind: DataKind
  readonly packing: Packing
  /** class of a picture: the folder that holds it */
  readonly label?: string
}

const SPLITS: readonly (readonly [RegExp, DataSplit])[] = [
  [/^(?:x_|y_)?(?:train|training)(?:$|[-_.0-9])|[-_](?:train|training)$/i, 'train'],
  [/^(?:x_|y_)?(?:val|valid|validation|dev|eval)(?:$|[-_.0-9])|[-_](?:val|valid|validation|dev)$/i, 'val'],
  [/^(?:x_|y_)?(?:test|testing|holdout|t10k)(?:$|[-_.0-9])|[-_](?:test|testing|holdout)$/i, 'test'],
]
const PICTURE = new Set(['.png', '.jpg', '.jpeg'])
const TABLE = new Set([
  '.csv',
  '.tsv',
  '.parquet',
  '.pq',
  '.jsonl',
  '.ndjson',
  '.json',
  '.arrow',
  '.feather',
  '.npy',
  '.npz',
])
/** Beside data sets of the Hub: they describe, and hold no rows. */
const BESIDE = new Set(['dataset_info.json', 'state.json', 'dataset_dict.json'])

/** The split that a file's or folder's name says, or undefined. */
export function splitOfName(name: string): DataSplit | undefined {
  const stem = name.replace(/\.(?:gz|zst|zstd)$/i, '').replace(/\.[a-z0-9]{2,8}$/i, '')
  return SPLITS.find(([pattern]) => pattern.test(stem))?.[1]
}

/** All files, in the order of their names. Throws an EngineError where a path holds none. */
export async function findData(named: readonly Named[]): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const { split, paths } of named) for (const path of paths) pieces.push(...(await piecesOf(path, split)))
  return pieces
}

async function piecesOf(path: string, split: DataSplit): Promise<Piece[]> {
  const at = await stat(path).catch(() => undefined)
  if (at?.isDirectory()) return inFolder(path, split)
  if (at) return [{ split, path, ...(await recogniseData(path)) }]
  if (!/[*?[{]/.test(path)) throw new EngineError('data.error.none', { path })
  const base = path.split(/[\\/]/)
  const fixed =
    base
      .slice(
        0,
        base.findIndex((part) => /[*?[{]/.test(part)),
      )
      .join('/') || (path.startsWith('/') ? '/' : '.')
  const files = (await filesOf(fixed)).filter((file) => matches(path, file))
  if (files.length === 0) throw new EngineError('data.error.pattern', { path })
  return Promise.all(files.map(async (file) => ({ split, path: file, ...(await recogniseData(file)) })))
}

async function inFolder(folder: string, split: DataSplit): Promise<Piece[]> {
  const files = (await filesOf(folder)).filter((file) => !BESIDE.has(basename(file)) && !basename(file).startsWith('.'))
  const pictures = files.filter((file) => PICTURE.has(extname(file).toLowerCase()))
  if (pictures.length > 0) return pictures.map((path) => pictureOf(path, folder, split))
  const tables = files.filter((file) => isTable(file))
  if (tables.length === 0) throw new EngineError('data.error.folder', { path: folder, files: files.length })
  return Promise.all(
    tables.map(async (path) => ({ split: placed(path, folder, split), path, ...(await recogniseData(path)) })),
  )
}

function isTable(file: string): boolean {
  const name = basename(file).replace(/\.(?:gz|zst|zstd)$/i, '')
  return TABLE.has(extname(name).toLowerCase()) || /ubyte$/.test(name)
}

/** The split of a file in a folder: by the nearest folder that names one, else by its own name. */
function placed(path: string, folder: string, split: DataSplit): DataSplit {
  if (split !== 'all') return split
  const parts = relative(folder, path).split(sep)
  for (const part of parts.slice(0, -1).reverse()) {
    const named = splitOfName(part)
    if (named) return named
  }
  return splitOfName(parts.at(-1)!) ?? 'all'
}

/** A picture's class is the folder that holds it; a folder that names a split is none. */
function pictureOf(path: string, folder: string, split: DataSplit): Piece {
  const parent = basename(dirname(path))
  const isClass = dirname(relative(folder, path)) !== '.' && splitOfName(parent) === undefined
  return {
    split: placed(join(dirname(path), '_'), folder, split),
    path,
    kind: 'picture',
    packing: undefined,
    ...(isClass ? { label: parent } : {}),
  }
}

/** Deeper folders than these are not followed. */
const DEPTH = 8

async function filesOf(folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new EngineError('data.error.unreadable', { path: folder })
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const files: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < DEPTH && !entry.name.startsWith('.'))
      files.push(...(await filesOf(path, depth + 1)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}

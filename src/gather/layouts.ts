// How trainers lay out the files of one run: which files belong together, and which tell the same run twice.

import { basename, dirname, join } from 'node:path'
import type { Format } from '../formats/format.ts'
import type { Start } from '../formats/recorder/start.ts'
import type { Split } from '../record/series.ts'
import { firstRanks } from './ranks.ts'

export interface Found {
  readonly path: string
  readonly format: Format
  /** named by the user, not met in a folder */
  readonly named: boolean
  /** of a stream of the recorder */
  readonly start?: Start | undefined
}

export interface Part {
  readonly path: string
  readonly format: Format
  /** the split that the folder or the file's name tells, for metrics whose own name tells none */
  readonly split: Split | undefined
}

/** Files that are one run. `twins` tell the same run and are left out. */
export interface Source {
  readonly name: string
  readonly parts: readonly Part[]
  readonly twins: readonly string[]
}

const SPLIT_FOLDERS: Readonly<Record<string, Split>> = {
  train: 'train',
  training: 'train',
  learn: 'train',
  validation: 'val',
  valid: 'val',
  val: 'val',
  eval: 'val',
  dev: 'val',
  test: 'val',
}
const SPLIT_END = /[_-](train|training|valid|validation|val|eval|dev|test)$/

/** Files in a folder that tell the run of the file `keeps` again, less fully or in another form. */
const TWINS: readonly { readonly keeps: RegExp; readonly drops: RegExp; readonly below?: RegExp }[] = [
  { keeps: /^catboost_training\.json$/, drops: /^(?:(?:learn|test)_error|time_left)\.tsv$/, below: /^(?:learn|test)$/ },
  { keeps: /^results\.csv$/, drops: /tfevents|^results\.(?:txt|json)$/ },
  { keeps: /^metrics\.csv$/, drops: /tfevents/ },
  { keeps: /^trainer_state\.json$/, drops: /^trainer_log\.jsonl$|_results\.json$|^running_log\.txt$/, below: /^runs$/ },
  { keeps: /^progress\.csv$/, drops: /^result\.json$|tfevents|^log\.txt$/ },
  { keeps: /^metrics\.json$/, drops: /^log\.txt$|tfevents/ },
]

/** Groups files into runs; the order is that of the files. */
export function sourcesOf(files: readonly Found[]): Source[] {
  const kept = firstRanks(newestCheckpoints(files))
  const twins = twinsOf(kept)
  const groups = new Map<string, { name: string; parts: Part[] }>()
  const places = eventFolders(kept)
  for (const file of kept) {
    if (twins.has(file.path)) continue
    const { key, name, split } = placeOf(file, kept, places)
    const group = groups.get(key) ?? { name, parts: [] }
    group.parts.push({ path: file.path, format: file.format, split })
    groups.set(key, group)
  }
  return [...groups.values()].map(({ name, parts }) => ({
    name: parts.length === 1 && kept.some((file) => file.named && file.path === parts[0]!.path) ? parts[0]!.path : name,
    parts: parts.sort((a, b) => order(a) - order(b)),
    twins: [...twins].filter(([, of]) => parts.some((part) => part.path === of)).map(([path]) => path),
  }))
}

/** Training before validation, so that a record lists it first; else the order of names, which is that of time. */
function order(part: Part): number {
  return part.split === undefined || part.split === 'train' ? 0 : 1
}

/** Each checkpoint of the Hugging Face trainer holds the whole history so far: the newest is enough. */
function newestCheckpoints(files: readonly Found[]): Found[] {
  const newest = new Map<string, { path: string; step: number }>()
  const stepOf = (path: string) => {
    const at = /^checkpoint-(\d+)$/.exec(basename(dirname(path)))
    return at ? Number(at[1]) : Number.POSITIVE_INFINITY
  }
  const rootOf = (path: string) => (stepOf(path) === Number.POSITIVE_INFINITY ? dirname(path) : dirname(dirname(path)))
  for (const { path, format, named } of files) {
    if (format.name !== 'trainer-state' || named) continue
    const best = newest.get(rootOf(path))
    if (!best || stepOf(path) > best.step) newest.set(rootOf(path), { path, step: stepOf(path) })
  }
  return files.filter(
    ({ path, format, named }) => named || format.name !== 'trainer-state' || newest.get(rootOf(path))?.path === path,
  )
}

function twinsOf(files: readonly Found[]): Map<string, string> {
  const twins = new Map<string, string>()
  for (const keeper of files) {
    const rule = TWINS.find(({ keeps }) => keeps.test(basename(keeper.path)))
    if (!rule) continue
    const folder = dirname(keeper.path)
    for (const { path, named } of files) {
      if (named || path === keeper.path) continue
      const same = dirname(path) === folder && rule.drops.test(basename(path))
      if (same || (rule.below && isBelow(path, folder, rule.below))) twins.set(path, keeper.path)
    }
  }
  return twins
}

function isBelow(path: string, folder: string, name: RegExp): boolean {
  const start = folder === '.' ? '' : `${folder}/`
  return path.startsWith(start) && name.test(path.slice(start.length).split('/')[0]!) && /tfevents/.test(basename(path))
}

function eventFolders(files: readonly Found[]): ReadonlySet<string> {
  return new Set(files.filter(({ format }) => format.name === 'tensorboard').map(({ path }) => dirname(path)))
}

interface Place {
  readonly key: string
  readonly name: string
  readonly split: Split | undefined
}

function placeOf(file: Found, files: readonly Found[], folders: ReadonlySet<string>): Place {
  if (file.format.name === 'tensorboard') return eventPlace(file, folders)
  const curve = curvePlace(file.path)
  return curve ?? pairPlace(file, files) ?? { key: file.path, name: file.path, split: undefined }
}

/**
 * Event files of a folder are one run. `run/train` and `run/validation` are one (Keras), so are `run` and `run/eval`
 * (Estimator), `run` and `run/loss_train` (add_scalars), `run` and `run/1630851472.12` (add_hparams).
 */
function eventPlace(file: Found, folders: ReadonlySet<string>): Place {
  const folder = dirname(file.path)
  const base = basename(folder)
  const parent = dirname(folder)
  const split = SPLIT_FOLDERS[base]
  if (split !== undefined) return { key: `events ${parent}`, name: parent, split }
  const end = SPLIT_END.exec(base)
  if (end && folders.has(parent)) return { key: `events ${parent}`, name: parent, split: SPLIT_FOLDERS[end[1]!] }
  if (/^\d{10}\.\d+$/.test(base) && folders.has(parent)) {
    return { key: `events ${parent}`, name: parent, split: undefined }
  }
  return { key: `events ${folder}`, name: folder, split: undefined }
}

/** DVCLive writes each curve into a file of its own: `dvclive/plots/metrics/train/loss.tsv`. */
function curvePlace(path: string): Place | undefined {
  const at = path.lastIndexOf('plots/metrics/')
  if (at < 0) return undefined
  const root = path.slice(0, at).replace(/\/$/, '') || '.'
  const folder = path.slice(at + 'plots/metrics/'.length).split('/')[0]!
  return { key: `curves ${root}`, name: root, split: SPLIT_FOLDERS[folder] }
}

const SPLIT_WORD = /(?<![a-z])(train|training|learn|valid|validation|val|eval|dev|test)(?![a-z])/i

/** `train.csv` and `val.csv` of a folder are one run: the same name but for the word of the split. */
function pairPlace(file: Found, files: readonly Found[]): Place | undefined {
  const folder = dirname(file.path)
  const word = SPLIT_WORD.exec(basename(file.path))
  if (!word || !['csv', 'jsonl', 'json-history'].includes(file.format.name)) return undefined
  const pattern = basename(file.path).replace(SPLIT_WORD, '*')
  const alike = files.filter(
    ({ path, format }) =>
      format === file.format && dirname(path) === folder && basename(path).replace(SPLIT_WORD, '*') === pattern,
  )
  const split = SPLIT_FOLDERS[word[1]!.toLowerCase()]
  const splits = new Set(
    alike.map(({ path }) => SPLIT_FOLDERS[SPLIT_WORD.exec(basename(path))?.[1]?.toLowerCase() ?? '']),
  )
  if (splits.size < 2 || splits.has(undefined)) return { key: file.path, name: file.path, split: undefined }
  return { key: `pair ${folder} ${pattern}`, name: join(folder, pattern), split }
}

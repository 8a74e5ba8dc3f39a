// The numbers of a line put together: one group for each place (epoch, step) that the line tells of, with its values.

import type { Split } from '../../record/series.ts'
import type { Key } from './keys.ts'
import type { Figure, Scan } from './scan.ts'
import { isSentence } from './sentence.ts'

export interface Value {
  readonly name: string
  readonly value: number
  /** the mean in `6.9 (7.0)` */
  readonly mean: number | undefined
  /** where the line says so apart from the name */
  readonly split: Split | undefined
  readonly integer: boolean
  /** all that the words before the number say */
  readonly key: Key
}

export interface Group {
  epoch: number | undefined
  epochOf: number | undefined
  step: number | undefined
  stepOf: number | undefined
  /** a bare number that opens the line and counts something */
  counter: number | undefined
  counterOf: number | undefined
  /** the coordinate is written in the plural, which may be a setting */
  plural: boolean
  split: Split | undefined
  words: number
  /** stands for the words of the group whatever its numbers are */
  skeleton: number
  values: Value[]
}

/** The groups of a scanned line; a second epoch or step behind a value begins a new group (lost line breaks). */
export function groupsOf(scan: Scan, text: string): Group[] {
  const groups: Group[] = []
  let group = emptyGroup(scan.words)
  let list: Key | undefined
  let listed = 0
  let splits = emptySplits()
  for (let i = 0; i < scan.count; i++) {
    const figure = scan.figures[i] as Figure
    const key = figure.key
    if (startsAnew(group, figure)) {
      groups.push(group)
      group = emptyGroup(scan.words)
      splits = emptySplits()
    }
    group.skeleton = (Math.imul(group.skeleton, 31) + key.id) | 0
    if (key.list.length > 0) {
      list = key
      listed = 0
    } else if (key.role !== 'none') list = undefined
    if (key.set !== '') splits.set = key.set
    if (key.split !== undefined) {
      splits.section = key.split
      splits.handed = key.split
    }
    if (list !== undefined) {
      const name = list.list[listed++] ?? ''
      if (name !== '') addNamed(group, figure, list, name, splits)
    } else add(group, figure, text, splits)
  }
  group.split = splits.section
  groups.push(group)
  if (group.values.length > 1) firstIsTrain(group)
  return groups
}

/** XGBoost numbers the sets that it is given; where there are several, the first is the one that it trains on. */
function firstIsTrain(group: Group): void {
  if (!group.values.some((value) => value.name.startsWith('validation_1-'))) return
  group.values = group.values.map((value) =>
    value.name.startsWith('validation_0-') ? { ...value, split: 'train' } : value,
  )
}

function emptyGroup(words: number): Group {
  return {
    epoch: undefined,
    epochOf: undefined,
    step: undefined,
    stepOf: undefined,
    counter: undefined,
    counterOf: undefined,
    plural: false,
    split: undefined,
    words,
    skeleton: 7,
    values: [],
  }
}

function startsAnew(group: Group, figure: Figure): boolean {
  if (group.values.length === 0 || figure.key.plural) return false
  if (figure.key.role === 'epoch') return group.epoch !== undefined
  return (
    figure.key.role === 'step' && group.step !== undefined && group.epoch === undefined && !Number.isFinite(figure.of)
  )
}

function add(group: Group, figure: Figure, text: string, splits: Splits): void {
  const of = Number.isFinite(figure.of) ? figure.of : undefined
  const { role, plural } = figure.key
  if (role === 'epoch') {
    group.epoch ??= figure.value
    group.epochOf ??= of
    group.plural ||= plural && of === undefined
  } else if (role === 'step') {
    if (!isBatchSize(group, figure, text)) addStep(group, figure, of)
  } else if (role === 'counter') addCounter(group, figure, of, text)
  else if (role === 'none') addBare(group, figure, of, text)
  else if ((role === 'metric' || role === 'setting' || role === 'unknown') && !countedBehind(group, figure, text)) {
    addValue(group, figure, text, splits)
  }
}

/** `Adam lr=0.003, batch 32`: behind settings, or within a sentence, it is a size and no place. */
function isBatchSize(group: Group, figure: Figure, text: string): boolean {
  if (Number.isFinite(figure.of) || group.epoch !== undefined || group.values.length === 0) return false
  if (!/\bbatch(?: size)? $/i.test(figure.key.literal)) return false
  return group.values.every((value) => value.key.role === 'setting') || isSentence(text)
}

/** Of two steps the one that runs through the whole training wins: it has no total beside it. */
function addStep(group: Group, figure: Figure, of: number | undefined): void {
  if (figure.unit !== '' || !Number.isFinite(figure.value)) return
  group.plural ||= figure.key.plural && of === undefined && group.epoch === undefined
  if (group.step !== undefined && (of !== undefined || group.stepOf === undefined)) return
  group.step = figure.value
  group.stepOf = of
}

function addCounter(group: Group, figure: Figure, of: number | undefined, text: string): void {
  if (!figure.integer || figure.percent || figure.unit !== '' || figure.value < 0) return
  const after = text.charCodeAt(figure.end)
  // `12:`, `[12]`, `(3/9)`, `12|`; a number before a word or a comma counts nothing.
  if (of === undefined && !(after === 58 || after === 93 || after === 41 || after === 124 || after === 44)) return
  if (after === 44 && text.charCodeAt(figure.start - 1) !== 91 && text.charCodeAt(figure.start - 1) !== 40) return
  group.counter = figure.value
  group.counterOf = of
}

/** `Epoch: [83][200/10010]`, `[1,  2000]`, `| epoch 1 | 200/ 2983 batches`: a second number without a name is the step. */
function addBare(group: Group, figure: Figure, of: number | undefined, text: string): void {
  if (!figure.integer || figure.percent || figure.unit !== '' || group.step !== undefined) return
  if (group.values.length > 0) {
    addBehind(group, figure, of, text)
    return
  }
  const before = text.charCodeAt(figure.start - 1)
  const inBracket = before === 91 || before === 40
  if (group.epoch !== undefined && (of !== undefined || inBracket || text.charCodeAt(figure.end) === 93)) {
    group.step = figure.value
    group.stepOf = of
  } else if (
    group.counter !== undefined &&
    group.epoch === undefined &&
    (text.charCodeAt(figure.end) === 93 || text.charCodeAt(figure.end) === 41 || of !== undefined)
  ) {
    group.epoch = group.counter
    group.counter = undefined
    group.step = figure.value
    group.stepOf = of
  }
}

/** `loss: 2.30  [   64/60000]`: the step stands behind the values. */
function addBehind(group: Group, figure: Figure, of: number | undefined, text: string): void {
  let at = figure.start - 1
  while (text.charCodeAt(at) === 32) at--
  if (of === undefined || text.charCodeAt(at) !== 91) return
  group.step = figure.value
  group.stepOf = of
}

const BEHIND = /^\s*(?:个\s*)?(轮|epoch|周期|世代|エポック|回合|эпох|步|次迭代|批|step|шаг)/i

/** `第3轮`, `5 эпоха`: the word that says what is counted stands behind the number. */
function countedBehind(group: Group, figure: Figure, text: string): boolean {
  if (!figure.integer || group.values.length > 0) return false
  if (text.charCodeAt(figure.start - 1) !== 0x7b2c && text.charCodeAt(figure.start - 2) !== 0x7b2c) return false
  const word = BEHIND.exec(text.slice(figure.end, figure.end + 12))?.[1]
  if (word === undefined) return false
  if (/步|迭代|批|step|шаг/i.test(word)) group.step = figure.value
  else group.epoch = figure.value
  return true
}

const UNIT =
  /^ ?(?:s|sec|secs|seconds?|ms|mins?|minutes?|h|hours?|[KMGTkm]i?B|samples?|images?|tokens?|it|steps?|Giga|Mega)\b/

function hasUnit(text: string, figure: Figure): boolean {
  return UNIT.test(text.slice(figure.end, figure.end + 12))
}

function addValue(group: Group, figure: Figure, text: string, splits: Splits): void {
  if (figure.unit !== '') return
  const key = figure.key
  const meaning = key.meaning
  const metric = meaning?.metric ?? key.name
  // Integers behind unknown words number files and sizes; curves have a sign before them.
  if (
    key.role === 'unknown' &&
    (!key.strong || key.name === '' || key.name.length > 40 || figure.hasSecond || hasUnit(text, figure))
  )
    return
  const share = Number.isFinite(figure.of) && figure.of !== 0 && /accuracy|precision|recall|error|f1/.test(metric)
  if (Number.isFinite(figure.of) && !share) return
  const value = share ? figure.value / figure.of : figure.value
  const mean = figure.hasSecond && !share ? figure.second : undefined
  const split = splitOf(splits, metric, meaning?.split)
  const name = splits.set === '' ? key.name : `${splits.set} ${key.name}`
  group.values.push({ name, value, mean, split, integer: figure.integer, key })
}

function addNamed(group: Group, figure: Figure, key: Key, name: string, splits: Splits): void {
  if (figure.unit !== '') return
  const split = splitOf(splits, name, undefined)
  group.values.push({ name, value: figure.value, mean: undefined, split, integer: figure.integer, key })
}

/**
 * Which split a bare name belongs to. A word of the line outside of any name rules until the next such word; else a
 * name's own split is handed on to the bare names behind it (`val loss: .. acc: ..`), unless bare names came first.
 */
interface Splits {
  section: Split | undefined
  handed: Split | undefined
  /** metrics that were printed without a split; of the others, split and metric in turn */
  bare: string[]
  given: string[]
  /** the held-out set that the line is about, '' for none */
  set: string
}

function emptySplits(): Splits {
  return { section: undefined, handed: undefined, bare: [], given: [], set: '' }
}

function splitOf(splits: Splits, metric: string, own: Split | undefined): Split | undefined {
  if (own !== undefined) {
    splits.handed = own
    splits.given.push(own, metric)
    return undefined
  }
  const { section, handed } = splits
  if (handed === undefined) {
    splits.bare.push(metric)
    return section
  }
  const split = handed === section ? section : inherited(splits, handed, metric)
  if (split === undefined) splits.bare.push(metric)
  else splits.given.push(split, metric)
  return split
}

function inherited(splits: Splits, handed: Split, metric: string): Split | undefined {
  if (isGiven(splits.given, handed, metric)) return splits.section
  return splits.bare.length === 0 || splits.bare.includes(metric) ? handed : splits.section
}

function isGiven(given: readonly string[], split: Split, metric: string): boolean {
  for (let i = 0; i < given.length; i += 2) if (given[i] === split && given[i + 1] === metric) return true
  return false
}

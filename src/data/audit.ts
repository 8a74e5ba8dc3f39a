// The data exam: a data set -> a record whose tables hold what was found, to be asked by the same checks as a run.

import { type Message, message } from '../locales/speak.ts'
import type { DataSplit, RowRef } from '../record/data-tables.ts'
import { type Fact, fact } from '../record/fact.ts'
import type { RunRecord } from '../record/run.ts'
import type { Tables } from '../record/tables.ts'
import type { DataSet } from './data-set.ts'
import { labelCounts } from './exact/labels.ts'
import { momentsOf } from './exact/moments.ts'
import { overlapsOf } from './exact/overlaps.ts'
import { refOf as rowRef, rowsAlike } from './exact/rows-alike.ts'
import { encode, type Matrix, matrixOfVectors } from './learn/encode.ts'
import { profileOf } from './measure/columns.ts'
import { type Label, labelOf } from './measure/label.ts'
import { learn } from './measure/models.ts'
import { nearDuplicates } from './measure/near.ts'
import { outlyingRows } from './measure/outlying-rows.ts'
import { rowOrder } from './measure/row-order.ts'
import { columnShift, rowsOf, shiftOf } from './measure/shift.ts'
import { countedRuns } from './measure/sorted.ts'
import { splitDistance } from './measure/split-distance.ts'
import { THUMBNAIL } from './read/pictures.ts'
import { type Frame, sampleOf } from './sample.ts'
import type { Task } from './task.ts'

export interface AuditOptions {
  readonly task?: Task | undefined
  readonly seed?: number
  /** only what is counted and what one pass over the rows in memory tells: no models, no neighbours */
  readonly quick?: boolean
  /** What is done now, and which share of the whole lies behind, 0..1. May throw to stop. */
  readonly progress?: ((step: AuditStep, share: number) => void) | undefined
}

/** A message id is `data.step.<step>`. */
export type AuditStep = 'profile' | 'rows' | 'sample' | 'learn' | 'near' | 'splits'

export interface Audit {
  readonly record: RunRecord
  readonly data: DataSet
  readonly frame: Frame
  readonly label: Label | undefined
}

const SEED = 20_260_101

export async function auditData(data: DataSet, options: AuditOptions = {}): Promise<Audit> {
  const { seed = SEED, progress } = options
  const said = (step: AuditStep, share: number) => progress?.(step, share)
  said('profile', 0.02)
  const moments = await momentsOf(data, (done) => said('profile', 0.02 + (0.25 * done) / data.columns.length))
  said('sample', 0.28)
  const frame = await sampleOf(data)
  const label = labelOf(frame, options.task)
  said('rows', 0.4)
  const exact = await exactTables(data, frame, label)
  const deep = options.quick ? splitOrders(data, frame, label) : await deepTables({ data, frame, label, seed }, said)
  const tables: Tables = {
    parts: frame.parts.map((part, i) => ({ ...part, source: data.parts[i]!.source })),
    profile: profileOf(frame, moments),
    ...exact,
    ...deep,
    ...(data.pictures ? { pictures: data.pictures.faults } : {}),
  }
  const notes = [...data.notes, ...sampledNotes(frame)]
  return { record: recordOf(data, tables, factsOf(data, frame, label), notes), data, frame, label }
}

/** What models and neighbours tell. */
async function deepTables(
  studied: Pick<Known, 'data' | 'frame' | 'label' | 'seed'>,
  said: (step: AuditStep, share: number) => void,
): Promise<Tables> {
  const { data, frame } = studied
  said('learn', 0.55)
  await breath()
  const known: Known = { ...studied, matrix: matrixFor(data, frame), refOf: refFor(data, frame) }
  const learnt = learntOf(known)
  said('near', 0.75)
  await breath()
  const near = nearnessOf(known)
  said('splits', 0.88)
  await breath()
  return { ...learnt, ...near, ...splitTables(known) }
}

/** What needs no model: the distance of each column by itself, and the order of the rows. */
function splitOrders(data: DataSet, frame: Frame, label: Label | undefined): Tables {
  return {
    shift: pairsOf(frame).map(([a, b]) => columnShift(frame, a, b)),
    ...(label && data.numbered ? { rowOrder: ordersOf(frame, label) } : {}),
  }
}

interface Known {
  readonly data: DataSet
  readonly frame: Frame
  readonly label: Label | undefined
  readonly matrix: Matrix
  readonly seed: number
  refOf(row: number): RowRef
}

/** What is counted over all rows. */
async function exactTables(data: DataSet, frame: Frame, label: Label | undefined): Promise<Tables> {
  const classes = label?.task === 'classification'
  const alike = await rowsAlike(data, chanceAlike(frame), classes)
  const labels = classes ? await labelCounts(data) : []
  const overlaps = await overlapsOf(data)
  return {
    duplicates: alike.duplicates,
    ...(labels.length > 0 ? { labels } : {}),
    ...(alike.conflicts.length > 0 ? { conflicts: alike.conflicts } : {}),
    ...(overlaps.length > 0 ? { overlaps } : {}),
  }
}

function learntOf({ frame, label, matrix, seed, refOf }: Known): Tables {
  if (!label) return {}
  const rows = trainRows(frame).filter((row) => !Number.isNaN(label.target[row]!))
  const groups = frame.columns.find((one) => one.role === 'group')?.values
  return learn({ frame, matrix, rows, label, groups, seed, refOf })
}

function nearnessOf({ data, frame, matrix, seed, refOf }: Known): Tables {
  const outlying = outlyingRows(matrix, trainRows(frame), refOf)
  return {
    nearDuplicates: nearDuplicates({ data, frame, matrix, seed, refOf }),
    ...(outlying ? { outlierRows: [outlying] } : {}),
  }
}

function splitTables({ data, frame, label, matrix, seed }: Known): Tables {
  const pairs = pairsOf(frame)
  return {
    shift: pairs.map(([a, b]) => shiftOf(frame, a, b, seed)),
    splitDistance: pairs.flatMap(
      ([a, b]) => splitDistance(matrix, rowsOf(frame, a), rowsOf(frame, b), [a, b], seed) ?? [],
    ),
    ...(label && data.numbered ? { rowOrder: ordersOf(frame, label) } : {}),
  }
}

/** Lets Ctrl-C be heard between two long computations. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function recordOf(data: DataSet, tables: Tables, facts: readonly Fact[], notes: readonly Message[]): RunRecord {
  const sources = data.parts.map((part) => ({ path: part.source, format: 'data', points: part.rows }))
  return { name: data.name, sources, series: [], facts, events: [], tables, notes }
}

/** Pictures are compared by their thumbnails, everything else by its columns. */
function matrixFor(data: DataSet, frame: Frame): Matrix {
  const first = frame.splits.includes('train') ? frame.splits.indexOf('train') : 0
  if (data.pictures && data.pictures.thumbnails.length === frame.rows * THUMBNAIL)
    return matrixOfVectors(data.pictures.thumbnails, frame.rows, 'pixels')
  return encode(frame, (row) => frame.split[row] === first)
}

/** Names a row of the frame as a person finds it again. */
export function refFor(data: DataSet, frame: Frame): (row: number) => RowRef {
  const shown = frame.columns.filter((one) => one.name !== 'pixels').slice(0, 40)
  return (row) => {
    const cells = shown.map((one) => {
      const value = one.values[row]!
      return [one.name, Number.isNaN(value) ? null : (one.words[value] ?? Number(value.toPrecision(6)))] as const
    })
    return rowRef(data, frame.splits[frame.split[row]!]!, frame.row[row], frame.file[row], cells)
  }
}

function trainRows(frame: Frame): Int32Array {
  return rowsOf(frame, frame.splits.includes('train') ? 'train' : frame.splits[0]!)
}

/** Train against each held-out split, and validation against test. */
function pairsOf(frame: Frame): (readonly [DataSplit, DataSplit])[] {
  const known = frame.splits.filter((split) => split !== 'all')
  return known.flatMap((first, i) => known.slice(i + 1).map((second) => [first, second] as const))
}

/** The chance that two rows agree in all features, were the features independent. */
function chanceAlike(frame: Frame): number {
  let chance = 1
  for (const column of frame.columns) {
    // below the chance of one row in 1e18 nothing is added by looking on
    if (chance < 1e-18) break
    if (column.role !== 'feature') continue
    chance *= Math.max(countedRuns(column.values.slice().sort(), 0).alike, 1 / frame.rows)
  }
  return chance
}

function ordersOf(frame: Frame, label: Label) {
  return frame.parts
    .map((part, i) => ({
      part,
      own: label.target.filter((value, row) => frame.split[row] === i && !Number.isNaN(value)),
    }))
    .filter(({ part, own }) => part.sampled === part.rows && own.length > 0)
    .map(({ part, own }) => rowOrder(part.split, own, label.classes))
}

function sampledNotes(frame: Frame): Message[] {
  const cut = frame.parts.filter((part) => part.sampled < part.rows)
  return cut.map((part) => message('note.data.sampled', { split: part.split, rows: part.rows, sampled: part.sampled }))
}

const EXAMPLES = { train: 'examples_train', val: 'examples_val', test: 'examples_test' } as const

function factsOf(data: DataSet, frame: Frame, label: Label | undefined): Fact[] {
  const where = data.name
  const facts: Fact[] = data.parts.flatMap((part) =>
    part.split === 'all' ? [] : [fact(EXAMPLES[part.split], part.rows, `${part.rows} rows`, where, 'file')],
  )
  if (!label) return facts
  facts.push(fact('task', label.task, `${label.name}`, where, 'file'))
  if (label.classes > 0)
    facts.push(fact('classes', label.classes, label.words.slice(0, 8).join(', ').slice(0, 110), where, 'file'))
  const own = label.target.filter((value, row) => Number.isFinite(value) && frame.split[row] === 0)
  if (label.classes === 0 && own.length > 0) {
    const [low, high] = [own.reduce((a, b) => Math.min(a, b)), own.reduce((a, b) => Math.max(a, b))]
    facts.push(fact('target_range', [low, high], `${low} .. ${high}`, where, 'file'))
  }
  return facts
}

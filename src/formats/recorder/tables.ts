// What the rows of each table must hold to be taken from a stream.

import type { DataTables } from '../../record/data-tables.ts'
import type { ModelTables } from '../../record/model-tables.ts'
import { SPLITS } from '../../record/series.ts'
import type {
  BatchTensor,
  ExampleLoss,
  InitialWeights,
  Layer,
  LossCall,
  OptimizerRow,
  OrderRow,
  TableName,
  Tables,
} from '../../record/tables.ts'
import { count, type Field, flag, isObject, list, number, oneOf, optional, pair, shape, share, text } from './shape.ts'

const MOST_AXES = 16
const MOST_SETTINGS = 64
/** a longer table in one line is damage or malice */
const MOST_ROWS = 20_000

const split = oneOf(SPLITS)
const sizes = list(count, MOST_AXES)

const layer = shape<Layer>({
  name: text,
  kind: text,
  shape: optional(list<number | null>((value) => (value === null ? null : count(value)), MOST_AXES)),
  parameters: optional(count),
  activation: optional(text),
  momentum: optional(number),
  dropout: optional(number),
  trainable: optional(flag),
  inOptimizer: optional(flag),
  fanIn: optional(count),
  fanOut: optional(count),
})

const initialWeights = shape<InitialWeights>({
  layer: text,
  kind: text,
  fanIn: count,
  fanOut: count,
  mean: number,
  spread: number,
  zero: share,
  symmetric: flag,
  bias: optional(number),
})

const tensor = shape<BatchTensor>({
  step: number,
  split,
  name: text,
  type: oneOf(['float', 'integer', 'boolean']),
  shape: sizes,
  min: number,
  max: number,
  mean: number,
  spread: number,
  nonFinite: share,
  features: optional(
    shape<NonNullable<BatchTensor['features']>>({ count, means: pair, spreads: pair, constant: count }),
  ),
  sumsToOne: optional(flag),
  distinct: optional(count),
  acrossRows: optional(number),
  topShare: optional(share),
})

const lossCall = shape<LossCall>({
  loss: text,
  name: text,
  split,
  trains: flag,
  calls: count,
  takesLogits: optional(flag),
  inputAxis: optional(number),
  inputFrom: text,
  inputShape: sizes,
  targetShape: optional(sizes),
  reduction: optional(text),
  settings: list(text, MOST_SETTINGS),
})

const optimizer = shape<OptimizerRow>({
  id: count,
  kind: text,
  learningRate: number,
  momentum: optional(number),
  weightDecay: optional(number),
  settings,
  groups: count,
  parameters: count,
  frozen: count,
  leftOut: count,
  leftOutNames: list(text, MOST_SETTINGS),
})

function settings(value: unknown): OptimizerRow['settings'] | undefined {
  if (!isObject(value)) return undefined
  const kept: [string, number | boolean | string | null][] = []
  for (const [name, one] of Object.entries(value).slice(0, MOST_SETTINGS)) {
    const known = number(one) ?? flag(one) ?? text(one) ?? (one === null ? null : undefined)
    if (known !== undefined) kept.push([name.slice(0, 80), known])
  }
  return Object.fromEntries(kept)
}

const exampleLoss = shape<ExampleLoss>({ step: number, id: count, loss: number, split })

const order = shape<OrderRow>({
  split,
  batches: count,
  examples: count,
  classes: count,
  labelRun: number,
  expectedRun: number,
  pureBatches: count,
  repeated: count,
  shuffles: optional(flag),
  most: optional(count),
  least: optional(count),
})

/** Tables of a data set, of a stored model or of trials are never written by a recorder. */
type Recorded = Exclude<TableName, keyof DataTables | keyof ModelTables | 'trial'>
type RowOf<Name extends TableName> = NonNullable<Tables[Name]>[number]

const ROWS: { readonly [Name in Recorded]: Field<RowOf<Name>> } = {
  layers: layer,
  initialWeights,
  inputs: tensor,
  targets: tensor,
  outputs: tensor,
  lossCalls: lossCall,
  optimizers: optimizer,
  exampleLoss,
  order,
}

export interface ReadRows {
  readonly table: TableName
  readonly rows: readonly unknown[]
  /** how many were left out */
  readonly bad: number
}

/** The rows of a table that are as they should be; undefined where there is no such table, or no list of rows. */
export function rowsOf(table: unknown, rows: unknown): ReadRows | undefined {
  if (typeof table !== 'string' || !Object.hasOwn(ROWS, table) || !Array.isArray(rows)) return undefined
  const of = ROWS[table as Recorded]
  const kept = rows.slice(0, MOST_ROWS).map((row) => of(row))
  const good = kept.filter((row) => row !== undefined)
  return { table: table as TableName, rows: good, bad: rows.length - good.length }
}

/** The losses of single examples: their place in the batch is their id. Undefined where the row is broken. */
export function examplesOf(row: Readonly<Record<string, unknown>>): readonly ExampleLoss[] | undefined {
  const [step, of, losses] = [number(row.step), split(row.split), list(number, MOST_ROWS)(row.loss)]
  if (step === undefined || of === undefined || losses === undefined) return undefined
  return losses.map((loss, id) => ({ step, id, loss, split: of }))
}

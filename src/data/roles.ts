// What each column is: its kind by type and cells, its role by what the user says, else by its name and its values.

import type { ColumnKind, ColumnRole } from '../record/data-tables.ts'
import { type DataColumnInfo, FILE, ROW, SPLIT } from './data-set.ts'
import { type Engine, numberOf, objects } from './engine/engine.ts'

/** What the user said of the columns. */
export interface Asked {
  readonly label?: string | undefined
  readonly group?: string | undefined
  readonly time?: string | undefined
  readonly weight?: string | undefined
  /** The error that a column which does not exist is answered with. */
  unknown(flag: string, column: string, known: readonly string[]): Error
}

/** What is known of a column before it is measured. */
interface Seen {
  readonly name: string
  readonly type: Type
  readonly count: number
  /** cells of a text that are numbers */
  readonly numbers: number
  /** about; exact where something hangs on it */
  readonly distinct: number
  readonly length: number
  readonly min: number
  readonly max: number
}

type Type = 'boolean' | 'integer' | 'number' | 'time' | 'text' | 'other'

/** From this share of its cells on, a text column is one of numbers with some damage. */
const NUMBERS = 0.9
/** A text of this mean length is prose and no name of a class. */
const PROSE = 40
const MANY = 0.5
/** Most columns an SQL statement describes at once. */
export const BATCH = 400

const LABELS =
  /^(?:label|labels|target|targets|class|classes|y|outcome|diagnosis|species|survived|churn|quality|grade)$/i
const GROUPS =
  /(?:^|_)(?:user|patient|subject|customer|client|session|group|speaker|author|device|household)(?:_?id)?$/i
const IDS = /^(?:id|index|uuid|guid|key|row_?id|row_?number|unnamed: ?\d+|)$|_id$/i
/** A last column with so few values is taken for the label where no name says it. */
const CLASSES = 20
/** What an estimate of so many may be in truth. */
const FEW = 2 * CLASSES
/** Values beyond so many are counted by a part of them, chosen by their hash: equal ones stay together. */
const COUNTED = 4_000_000

/** Kind and role of every column but the exam's own. Throws `asked.unknown` for a column that does not exist. */
export async function describeColumns(engine: Engine, relation: string, asked: Asked): Promise<DataColumnInfo[]> {
  const [names, types] = (await engine.query(engine.dialect.describe(relation))).columns as [string[], string[]]
  const own = new Set([SPLIT, ROW, FILE])
  const typed = names
    .map((name, i) => ({ name, type: typeOf(types[i]!) }))
    .filter((one) => !own.has(one.name) && one.type !== 'other')
  const known = typed.map((one) => one.name)
  for (const flag of ['label', 'group', 'time', 'weight'] as const) {
    const column = asked[flag]
    if (column !== undefined && !known.includes(column)) throw asked.unknown(`--${flag}`, column, known)
  }
  const seen: Seen[] = []
  for (let from = 0; from < typed.length; from += BATCH)
    seen.push(...(await look(engine, relation, typed.slice(from, from + BATCH))))
  for (const [i, one] of seen.entries())
    if (hangsOnDistinct(one, i === seen.length - 1)) seen[i] = await counted(engine, relation, one)
  const roles = rolesOf(seen, asked)
  return seen.map((one) => ({
    name: one.name,
    kind: kindOf(one),
    role: roles.get(one.name) ?? 'feature',
    numberInText: one.type === 'text' && kindOf(one) === 'number',
  }))
}

function typeOf(type: string): Type {
  if (/^bool/i.test(type)) return 'boolean'
  if (/^(?:u?(?:tiny|small|big|huge)?int(?:eger)?|u?integer|byte|short|long)$/i.test(type)) return 'integer'
  if (/^(?:float|double|real|decimal)/i.test(type)) return 'number'
  if (/^(?:date|timestamp|time)/i.test(type)) return 'time'
  return /^(?:varchar|string|char|text|enum|uuid)/i.test(type) ? 'text' : 'other'
}

async function look(
  engine: Engine,
  relation: string,
  columns: readonly { readonly name: string; readonly type: Type }[],
): Promise<Seen[]> {
  const { quote, tryDouble, text } = engine.dialect
  const parts = columns.flatMap(({ name, type }, i) => {
    const column = quote(name)
    const number = type === 'integer' || type === 'number' ? engine.dialect.double(column) : tryDouble(column)
    const numeric = type === 'integer' || type === 'text'
    return [
      `count(${column}) AS c${i}`,
      type === 'text' ? `count(${tryDouble(column)}) AS n${i}` : `0 AS n${i}`,
      type === 'number' ? `0 AS d${i}` : `${engine.dialect.distinct(column)} AS d${i}`,
      type === 'text' ? `avg(length(${text(column)})) AS l${i}` : `0 AS l${i}`,
      numeric ? `min(${number}) AS a${i}, max(${number}) AS b${i}` : `0 AS a${i}, 0 AS b${i}`,
    ]
  })
  const [row] = objects(await engine.query(`SELECT ${parts.join(', ')} FROM ${relation}`))
  return columns.map(({ name, type }, i) => ({
    name,
    type,
    count: numberOf(row![`c${i}`]),
    numbers: numberOf(row![`n${i}`]),
    distinct: numberOf(row![`d${i}`]),
    length: numberOf(row![`l${i}`]),
    min: numberOf(row![`a${i}`]),
    max: numberOf(row![`b${i}`]),
  }))
}

/** Whether the number of different values decides: estimates are off by so much that an id would be none. */
function hangsOnDistinct(one: Seen, last: boolean): boolean {
  const { name, type, count, distinct, length } = one
  if (type === 'number' || type === 'time' || count < 2) return false
  if (last && distinct <= FEW) return true
  const named = IDS.test(name) || GROUPS.test(name) || (type === 'integer' && isWithoutGap(one))
  return distinct > count / 4 && (named || (type === 'text' && length > PROSE / 2 && length <= PROSE))
}

async function counted(engine: Engine, relation: string, one: Seen): Promise<Seen> {
  const { quote, hash } = engine.dialect
  const name = quote(one.name)
  const part = one.distinct > FEW ? Math.max(1, Math.floor(one.count / COUNTED)) : 1
  const where = part > 1 ? ` WHERE ${hash([name])} % ${part} = 0` : ''
  const { columns } = await engine.query(`SELECT count(${name}), count(DISTINCT ${name}) FROM ${relation}${where}`)
  const [count, distinct] = columns.map((column) => numberOf(column[0])) as [number, number]
  return { ...one, distinct: part > 1 ? (one.count * distinct) / Math.max(1, count) : distinct }
}

function isWithoutGap({ min, max, count }: Seen): boolean {
  return max - min + 1 === count
}

function kindOf({ type, count, numbers, distinct, length }: Seen): ColumnKind {
  if (type === 'boolean' || type === 'integer' || type === 'number' || type === 'time') return type
  if (count > 0 && numbers >= NUMBERS * count) return 'number'
  return length > PROSE || (distinct > MANY * count && length > PROSE / 2) ? 'text' : 'category'
}

function rolesOf(seen: readonly Seen[], asked: Asked): ReadonlyMap<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>()
  for (const role of ['label', 'group', 'time', 'weight'] as const) if (asked[role]) roles.set(asked[role], role)
  const free = () => seen.filter((one) => !roles.has(one.name))
  if (!asked.label) {
    const label = free().find((one) => LABELS.test(one.name)) ?? lastClass(seen, roles)
    if (label) roles.set(label.name, 'label')
  }
  for (const one of free()) if (isId(one)) roles.set(one.name, 'id')
  const groups = free().filter((one) => GROUPS.test(one.name) && one.distinct > 1 && one.distinct < MANY * one.count)
  if (!asked.group && groups.length === 1) roles.set(groups[0]!.name, 'group')
  const times = free().filter((one) => one.type === 'time')
  if (!asked.time && times.length === 1) roles.set(times[0]!.name, 'time')
  return roles
}

/** The last column, where it can only be classes. */
function lastClass(seen: readonly Seen[], roles: ReadonlyMap<string, ColumnRole>): Seen | undefined {
  const last = seen.at(-1)
  if (seen.length < 2 || !last || roles.has(last.name) || last.type === 'number' || last.type === 'time')
    return undefined
  return last.distinct <= CLASSES && last.distinct > 0 && last.count > 2 * last.distinct ? last : undefined
}

/** A value of its own for each row, and a name that says so or numbers without a gap. */
function isId(one: Seen): boolean {
  const unique = one.count > 1 && one.distinct > 0.93 * one.count
  if (!unique || one.type === 'number' || one.type === 'time') return false
  return IDS.test(one.name) || (one.type === 'integer' && isWithoutGap(one))
}

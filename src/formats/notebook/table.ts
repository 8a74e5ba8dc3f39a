// HTML tables that hold the history of a training: the Hugging Face trainer's, fastai's, pandas' of a History.

import type { Emit, Point } from '../../record/entry.ts'
import { fact } from '../../record/fact.ts'
import { meaningOf } from '../../record/lexicon.ts'
import type { Mean } from '../../record/series.ts'
import { impliedSplit, isHistory, isKerasHistory, type Role, rolesOf } from '../rows.ts'
import { numberIn } from '../wire/number.ts'
import type { Table } from './html.ts'

interface History {
  readonly names: readonly string[]
  readonly roles: readonly Role[]
  readonly rows: readonly (readonly string[])[]
}

/** The bar above the trainer's table; its steps are those of all epochs. */
const BAR = /\[\s*(\d{1,9})\/(\d{1,9}) [\d:]{4,12}[^\]]{0,60}?Epoch ([\d.]{1,10})\/(\d{1,6})\]/

/** What a notebook has told so far; see memory.ts. */
export interface Told {
  /** whether a curve of these values was told before, all of it or parts of it in order */
  known(points: readonly Point[]): boolean
  /** whether a value of one of these curves was told since the run began */
  begun(points: readonly Point[]): boolean
  /** whether the curve of a value held it already */
  repeats(point: Point): boolean
}

/**
 * Tells a table that is the history of a training, and returns whether it is one. A table shows a training whole: where
 * its curves have begun already it is another, and where their values are known it only shows them again.
 */
export function tellTable(table: Table, where: string, told: Told, emit: Emit): boolean {
  const history = historyOf(table)
  const points = history ? pointsOf(history) : []
  if (points.length === 0) return false
  if (told.known(points)) return true
  if (told.begun(points)) emit({ kind: 'run' })
  tellBar(table.before, where, emit)
  for (const point of points) emit(point)
  return true
}

function tellBar(before: string, where: string, emit: Emit): void {
  const bar = BAR.exec(before)
  if (!bar) return
  const [quote, , steps, , epochs] = bar as unknown as readonly [string, string, string, string, string]
  const [all, count] = [Number(steps), Number(epochs)]
  if (count > 0) emit({ kind: 'fact', fact: fact('epochs', count, quote, where, 'log') })
  if (count > 0 && all >= count)
    emit({ kind: 'fact', fact: fact('steps_per_epoch', Math.round(all / count), quote, where, 'log') })
  emit({ kind: 'fact', fact: fact('framework', 'hf-trainer', quote, where, 'log') })
}

/** The table as a history, or undefined where it is one of data or of results. */
function historyOf({ rows }: Table): History | undefined {
  const [first, second, ...rest] = rows
  if (!first || !second) return undefined
  // pandas names its index in a row of its own
  const named = second.length === first.length && second[0] !== '' && second.slice(1).every((cell) => cell === '')
  const names = named ? [second[0]!, ...first.slice(1)] : first
  const body = (named ? rest : [second, ...rest]).filter((row) => row.length === names.length)
  if (new Set(names).size < names.length || !isHistory(names.filter((name) => name !== ''))) return undefined
  const roles = rolesOf(names)
  const placed = roles.findIndex((role) => role === 'epoch' || role === 'step' || role === 'index')
  if (placed < 0 || !rises(body.map((row) => row[placed]!))) return undefined
  // rows that are only numbered may be examples, and one of their properties may be called a loss
  const columns = names.filter((_, i) => roles[i] === 'metric')
  if (roles[placed] === 'index' && !columns.every((name) => meaningOf(name).known)) return undefined
  return { names, roles, rows: body }
}

/** Counts of epochs and steps rise; rows of results are named, or numbered by what was tried. */
function rises(cells: readonly string[]): boolean {
  const counts = cells.filter((cell) => cell !== '...').map((cell) => numberIn(cell))
  return counts.length > 0 && counts.every((count, i) => count !== undefined && (i === 0 || count > counts[i - 1]!))
}

function pointsOf({ names, roles, rows }: History): Point[] {
  const at = (role: Role) => roles.indexOf(role)
  const keras = isKerasHistory(names)
  const points: Point[] = []
  const counted = rows.filter((row) => row[0] !== '...')
  for (const [column, name] of names.entries()) {
    if (roles[column] !== 'metric') continue
    const last = counted.findLastIndex((row) => isLogged(row[column]!))
    const dense = counted.slice(0, last + 1).every((row) => isLogged(row[column]!))
    for (const [index, row] of counted.entries()) {
      const value = numberIn(row[column]!)
      // NaN to the end of a full column is a loss that broke; between numbers pandas means that nothing was logged
      if (value === undefined || (row[column] === 'NaN' && !(dense && index > last && last >= 0))) continue
      const epoch = at('epoch') >= 0 ? numberIn(row[at('epoch')]!) : undefined
      const step = at('step') >= 0 ? numberIn(row[at('step')]!) : undefined
      const bare = epoch === undefined && step === undefined ? numberIn(row[at('index')] ?? '') : undefined
      points.push({
        ...{ kind: 'point', name, value, step, epoch: epoch ?? bare, split: impliedSplit(name, names) },
        axis: step === undefined ? 'epoch' : undefined,
        mean: meanOf(name, keras),
      })
    }
  }
  return inOrder(points)
}

function isLogged(cell: string): boolean {
  return cell !== 'NaN' && numberIn(cell) !== undefined
}

function meanOf(name: string, keras: boolean): Mean | undefined {
  if (name === 'Training Loss') return 'window'
  return keras && !name.startsWith('val_') ? 'epoch' : undefined
}

/** Row by row, as the training told them. */
function inOrder(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => (a.step ?? a.epoch ?? 0) - (b.step ?? b.epoch ?? 0))
}

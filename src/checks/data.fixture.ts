// Rows of what the data exam finds in a sound data set, as it writes them, for the tests of the checks of data.

import { expect, it } from 'vitest'
import type { CauseId } from '../causes/index.ts'
import type {
  Baseline,
  ConflictingRows,
  DataColumn,
  DataPart,
  DataSplit,
  DuplicateRows,
  LabelCount,
  LabelErrors,
  LearningPoint,
  NearDuplicateRows,
  OutlyingRows,
  RowOrder,
  RowRef,
  SplitDistance,
  SplitOverlap,
  SplitShift,
  TellingColumn,
} from '../record/data-tables.ts'
import type { Check } from './check.ts'
import { curve, type RunBuilder, run } from './run.fixture.ts'
import { learns } from './watched.fixture.ts'

export function part(split: DataSplit, rows = 800): DataPart {
  return { split, source: `${split}.csv`, rows, sampled: rows }
}

const CELLS = { split: 'train', role: 'feature', count: 800, missing: 0, infinite: 0, top: [] } as const

/** Standardised numbers in 800 training rows, but for what is said. */
export function column(name: string, how: Partial<DataColumn> = {}): DataColumn {
  return { column: name, kind: 'number', ...CELLS, distinct: 790, min: -3, max: 3, mean: 0, spread: 1, ...how }
}

/** Words, of which there are no moments. */
export function category(name: string, how: Partial<DataColumn> = {}): DataColumn {
  return { column: name, kind: 'category', ...CELLS, distinct: 5, ...how }
}

/** Rows of each class, the largest first. */
export function classes(split: DataSplit, rows: Readonly<Record<string, number>>): LabelCount[] {
  return Object.entries(rows).map(([label, rows]) => ({ split, label, rows }))
}

export function ref(row: number, how: Partial<RowRef> = {}): RowRef {
  return { split: 'train', row, text: `y = 1, age = ${row}`, ...how }
}

export function duplicate(how: Partial<DuplicateRows> = {}): DuplicateRows {
  return {
    between: ['train', 'val'],
    rows: 0,
    of: 200,
    byChance: 0,
    examples: [[ref(4), ref(9, { split: 'val' })]],
    ...how,
  }
}

export function conflict(how: Partial<ConflictingRows> = {}): ConflictingRows {
  return { split: 'train', groups: 0, rows: 0, of: 800, ceiling: 1, examples: [[ref(4), ref(9)]], ...how }
}

export function nearDuplicate(how: Partial<NearDuplicateRows> = {}): NearDuplicateRows {
  return {
    between: ['train', 'val'],
    rows: 0,
    of: 200,
    kind: 'vectors',
    examples: [{ pair: [ref(4), ref(9, { split: 'val' })], distance: 0.1 }],
    ...how,
  }
}

/** Labels that models doubt; the share is that of the rows. */
export function doubts(rows: number, accuracy: number, of = 800): LabelErrors {
  const ranked = [{ ref: ref(7), given: 'cat', likely: 'dog', confidence: 0.02 }]
  return { rows, of, share: rows / Math.max(1, of), accuracy, ranked }
}

export function outlyingRows(scores: readonly number[], how: Partial<OutlyingRows> = {}): OutlyingRows {
  const ranked = scores.map((score, i) => ({ ref: ref(i + 1), score, columns: ['age', 'height'] }))
  return { rows: scores.length, of: 800, ranked, ...how }
}

type ShiftedColumn = SplitShift['columns'][number]

export function shifted(name: string, how: Partial<ShiftedColumn> = {}): ShiftedColumn {
  return { column: name, psi: 0.01, ks: 0.03, distance: 0.02, ratio: 1, share: 0.2, ...how }
}

export function shift(auc: number, columns: readonly ShiftedColumn[], how: Partial<SplitShift> = {}): SplitShift {
  return { between: ['train', 'val'], auc, error: 0.02, columns, ...how }
}

export function baseline(model: Baseline['model'], score: number, how: Partial<Baseline> = {}): Baseline {
  return { model, measure: 'accuracy', score, error: 0.015, ...how }
}

export function telling(alone: number, without: number, how: Partial<TellingColumn> = {}): TellingColumn {
  return { column: 'total', alone, without, guess: 0.5, information: 0.4, unique: false, ...how }
}

export function overlap(shared: number, how: Partial<SplitOverlap> = {}): SplitOverlap {
  return { column: 'patient', role: 'group', between: ['train', 'val'], shared, of: 100, ...how }
}

/** A score on a half of the rows and on all. */
export function growth(half: number, all: number, rows = 800): LearningPoint[] {
  const point = (score: number, rows: number) => ({ rows, measure: 'accuracy', score, error: 0.008 }) as const
  return [point(half, rows / 2), point(all, rows)]
}

export function rowOrder(how: Partial<RowOrder> = {}): RowOrder {
  return { split: 'train', labelRun: 1.1, expectedRun: 1.11, drift: 0.01, ...how }
}

export function distance(ratio: number, second: DataSplit = 'val'): SplitDistance {
  return { between: ['train', second], ratio, rows: 200 }
}

/** Of training rows and fewer held out; nothing else was looked at. */
export const audit = () => run().table('parts', part('train'), part('val', 200))

/** Steps at which the runs below are validated. */
const AT = { axis: 'step', at: [20, 40, 60, 80, 100, 120, 140, 160, 180, 200] } as const

/** A training that learns, whose validation loss ends as low. */
export const heldOutEqual = () => learns().curve('val_loss', curve(10, 2.3, 0.04), AT)
/** The same, whose validation loss ends far above. */
export const heldOutWorse = () => learns().curve('val_loss', curve(10, 2.3, 1.2), AT)
/** The loss is NaN from half-way on. */
export const turnsNaN = () =>
  run().curve('loss', [...curve(20, 2.3, 1.5), ...Array<number>(20).fill(Number.NaN)], { axis: 'step' })

/** A run with what is known of its data, as the command joins them. */
export function joined(data: RunBuilder, curves: RunBuilder): RunBuilder {
  return run({
    ...curves.record,
    facts: [...curves.record.facts, ...data.record.facts],
    tables: { ...data.record.tables, ...curves.record.tables },
  })
}

export interface BesideRuns {
  readonly data: RunBuilder
  readonly cause: CauseId
  /** a run whose curves are as the fault makes them */
  readonly shows: RunBuilder
  /** a run whose curves show nothing of it; absent where none could speak against it */
  readonly lacks?: RunBuilder
  /** whether the fault is seen at its own place */
  readonly sees?: boolean
}

/** What a fault of the data weighs for its cause alone, beside a run that shows it, and beside one that does not. */
export function weighsBeside(check: Check, { data, cause, shows, lacks, sees = false }: BesideRuns): void {
  const weigh = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    const [finding] = answer.state === 'found' ? answer.findings : []
    return { weight: finding?.points[cause] ?? 0, sees: finding?.sees }
  }
  it(`${check.name} weighs more beside a run that shows it`, () => {
    const beside = weigh(joined(data, shows))
    expect(weigh(data).weight).toBeGreaterThan(0)
    expect(beside.weight).toBeGreaterThan(weigh(data).weight)
    expect(beside.sees).toBe(sees ? cause : undefined)
  })
  if (lacks)
    it(`${check.name} is no more than possible beside a run that shows nothing of it`, () => {
      const beside = weigh(joined(data, lacks))
      expect(beside.weight).toBeGreaterThan(0)
      expect(beside.weight).toBeLessThanOrEqual(Math.min(2, weigh(data).weight))
      expect(beside.sees).toBeUndefined()
    })
}

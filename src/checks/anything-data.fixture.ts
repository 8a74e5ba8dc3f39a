// Any data set that the data exam may have looked at, ordinary or odd, and one of which everything is known.

import fc from 'fast-check'
import type { DataSplit, DataTables } from '../record/data-tables.ts'
import {
  baseline,
  category,
  classes,
  column,
  conflict,
  distance,
  doubts,
  duplicate,
  growth,
  nearDuplicate,
  outlyingRows,
  overlap,
  part,
  ref,
  rowOrder,
  shift,
  shifted,
  telling,
} from './data.fixture.ts'
import { type RunBuilder, run } from './run.fixture.ts'

const split = fc.constantFrom<DataSplit>('train', 'train', 'train', 'val', 'val', 'test', 'all')
const between = fc.tuple(split, split)
const name = fc.constantFrom('age', 'town', 'a {b}', '', 'x'.repeat(99))
// JSON knows no -0
const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -10, max: 300, noNaN: true }).map((one) => one + 0) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -999, 1e30, -1e30, 1e300, 5e-324) },
)
const size = number.map(Math.abs)
const share = fc.constantFrom(0, 0.003, 0.02, 0.3, 0.7, 0.99, 1)
const rows = fc.constantFrom(0, 1, 2, 9, 40, 800, 1e9)
const few = fc.constantFrom(0, 0, 1, 2, 9, 40)

const anyColumn = fc
  .record(
    {
      column: name,
      split,
      kind: fc.constantFrom('number' as const, 'integer' as const, 'category' as const, 'constant' as const),
      role: fc.constantFrom('feature' as const, 'feature' as const, 'label' as const, 'id' as const),
      count: rows,
      missing: few,
      infinite: few,
      distinct: rows,
      min: number,
      max: number,
      mean: number,
      spread: size,
      sentinel: fc.record({ value: fc.constantFrom(0, -999), count: few, distance: share }),
      outlying: fc.record({ count: few, farthest: number, score: size }),
    },
    { requiredKeys: [] },
  )
  .map((how) => category('age', how))

/** The same columns in two splits, each with its own values. */
const twoSplits = fc.array(fc.tuple(anyColumn, anyColumn), { maxLength: 3 }).map((pairs) =>
  pairs.flatMap(([one, other]) => [
    { ...one, split: 'train' as const },
    { ...other, column: one.column, role: one.role, split: 'val' as const },
  ]),
)

const anyRef = fc
  .record({ split, row: fc.nat(9), file: fc.constantFrom('a.csv', 'b/c.csv') }, { requiredKeys: [] })
  .map((how) => ref(1, how))
const refs = fc.array(fc.array(anyRef, { maxLength: 3 }), { maxLength: 2 })

const labels = fc.constantFrom(['0', '1', '2'], ['1', '2', '3', '4'], ['0', '7', '9', '-1'], ['cat', '{x}', '', '5'])
const anyLabels = labels.chain((own) =>
  fc.array(fc.record({ split, label: fc.constantFrom(...own), rows }), { maxLength: 6 }),
)

const alike = fc
  .record({ between, rows: few, of: rows, byChance: share, examples: refs }, { requiredKeys: [] })
  .map(duplicate)

const contradicting = fc
  .record({ split, groups: few, rows: few, of: rows, ceiling: share, examples: refs }, { requiredKeys: [] })
  .map(conflict)

const near = fc
  .record(
    {
      between,
      rows: few,
      of: rows,
      kind: fc.constantFrom('vectors' as const, 'texts' as const, 'pictures' as const),
      examples: fc.array(fc.record({ pair: fc.array(anyRef, { maxLength: 2 }), distance: share }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map(nearDuplicate)

const moved = fc
  .record(
    {
      psi: size,
      ks: share,
      distance: number,
      share,
      unseen: fc.array(fc.tuple(name, few), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .chain((how) => name.map((own) => shifted(own, how)))

const apart = fc
  .tuple(share, fc.array(moved, { maxLength: 3 }), fc.record({ between, error: share }, { requiredKeys: [] }))
  .map(([auc, columns, how]) => shift(auc, columns, how))

const scored = fc
  .tuple(
    fc.constantFrom('constant' as const, 'linear' as const, 'neighbours' as const, 'trees' as const),
    fc.oneof(share, fc.constantFrom(-1e9, -0.5)),
    fc.record(
      { measure: fc.constantFrom('accuracy' as const, 'r2' as const), error: share, balanced: share },
      { requiredKeys: [] },
    ),
  )
  .map(([model, score, how]) => baseline(model, score, how))

const told = fc
  .tuple(share, fc.oneof(share, fc.constant(Number.NaN)), fc.record({ column: name, guess: share, information: share }))
  .map(([alone, without, how]) => telling(alone, without, how))

const shared = fc
  .record(
    { between, of: rows, column: name, role: fc.constantFrom('group' as const, 'time' as const) },
    { requiredKeys: [] },
  )
  .chain((how) => few.map((own) => overlap(own, how)))

/** Tables that the data exam may have written; each may be missing, or empty. */
export const anyDataTables: fc.Arbitrary<DataTables> = fc.record(
  {
    parts: fc.array(
      fc.tuple(split, rows).map(([own, rows]) => part(own, rows)),
      { maxLength: 4 },
    ),
    profile: fc.oneof(fc.array(anyColumn, { maxLength: 6 }), twoSplits),
    labels: anyLabels,
    duplicates: fc.array(alike, { maxLength: 3 }),
    conflicts: fc.array(contradicting, { maxLength: 2 }),
    nearDuplicates: fc.array(near, { maxLength: 3 }),
    suspiciousLabels: fc.array(
      fc.tuple(few, share, rows).map(([own, accuracy, of]) => doubts(own, accuracy, of)),
      { maxLength: 1 },
    ),
    outlierRows: fc.array(
      fc
        .tuple(fc.array(size, { maxLength: 3 }), fc.record({ rows: few, of: rows }))
        .map(([scores, how]) => outlyingRows(scores, how)),
      { maxLength: 1 },
    ),
    shift: fc.array(apart, { maxLength: 3 }),
    baselines: fc.array(scored, { maxLength: 4 }),
    telling: fc.array(told, { maxLength: 2 }),
    overlaps: fc.array(shared, { maxLength: 3 }),
    learningCurve: fc.tuple(share, share, rows).map(([half, all, of]) => growth(half, all, of)),
    rowOrder: fc.array(
      fc.record({ split, labelRun: size, expectedRun: size, drift: share }, { requiredKeys: [] }).map(rowOrder),
      { maxLength: 2 },
    ),
    splitDistance: fc.array(
      fc.tuple(size, split).map(([ratio, second]) => distance(ratio, second)),
      { maxLength: 2 },
    ),
    pictures: fc.array(
      fc.record({ file: name, fault: fc.constantFrom('unreadable' as const, 'empty' as const, 'uniform' as const) }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)

/** A sound data set of which everything is known, beside what is known of the run. */
export function everythingOfData(built: RunBuilder = run()): RunBuilder {
  return built
    .table('parts', part('train'), part('val', 200))
    .table('profile', column('age'), column('y', { role: 'label', kind: 'integer', min: 0, max: 2, distinct: 3 }))
    .table('labels', ...classes('train', { 0: 300, 1: 300, 2: 200 }), ...classes('val', { 0: 80, 1: 70, 2: 50 }))
    .table('duplicates', duplicate({ between: ['train', 'train'], of: 800 }), duplicate())
    .table('conflicts', conflict())
    .table('nearDuplicates', nearDuplicate({ between: ['train', 'train'], of: 800 }), nearDuplicate())
    .table('suspiciousLabels', doubts(2, 0.9))
    .table('outlierRows', outlyingRows([2.6]))
    .table('shift', shift(0.51, [shifted('age')]))
    .table('baselines', baseline('constant', 0.375), baseline('trees', 0.9))
    .table('telling', telling(0.6, 0.85))
    .table('overlaps', overlap(0))
    .table('learningCurve', ...growth(0.89, 0.9))
    .table('rowOrder', rowOrder())
    .table('splitDistance', distance(1.02))
    .table('pictures', { file: 'cats/1.png', fault: 'uniform' })
}

// Do single columns have another distribution in the held-out split?

import type { DataPart, SplitShift } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, heldOutAbove, labelsApart, seenAs, splitOf } from '../data-beside.ts'
import type { Exhibit } from '../finding.ts'

export default defineCheck({
  name: 'shifted-columns',
  group: 'data',
  needs: ['shift', 'parts', 'run'],
  helps: [],
  limits: {
    distance: 0.25, // of the means, in standard deviations of the first split
    apart: 0.1, // of the distribution functions (Kolmogorov and Smirnov)
    errors: 4.5, // so many standard errors of the distance, more with many columns
    far: 0.8, // a distance that is much
    rows: 25, // rows that the first split must have for its spread to be a measure
    labels: 0.15, // distance of the class shares from which the columns follow them
  },
  examine({ shift, parts, run }, limits) {
    if (shift.length === 0) return irrelevant('one-split')
    // prose and times have no distribution to lay beside another
    if (shift.every((one) => one.columns.length === 0)) return irrelevant('no-number-columns')
    const known = shift.filter((one) => rowsOf(parts, one.between[0]) >= limits.rows)
    const moved = known.flatMap((one) => movedOf(one, parts, limits))
    const worst = [...moved].sort((a, b) => b.size - a.size)[0]
    const seen = shift[0]!.columns[0]
    if (!worst)
      return clear(
        { columns: shift[0]!.columns.length, column: seen?.column ?? '', ks: seen?.ks ?? 0 },
        { 'distribution-shift': 1 },
      )
    const follows = labelsApart(run, worst.between) > limits.labels
    const { weight, shown } = beside(run, follows ? 2 : worst.size > limits.far ? 5.2 : 3.8, heldOutAbove)
    return found(
      finding({
        id: worst.unit === 'spread' ? 'columns-shifted' : 'columns-distributed-otherwise',
        values: {
          column: worst.column,
          first: worst.between[0],
          second: worst.between[1],
          size: worst.size,
          ks: worst.ks,
          columns: new Set(moved.map((one) => one.column)).size,
          names: fewNames(moved.map((one) => one.column)),
        },
        where: splitOf(worst.between[1]),
        exhibits: [movedTable(moved)],
        points: { 'distribution-shift': weight, 'preprocessing-mismatch': 0.5 },
        ...(follows ? {} : seenAs('distribution-shift', { weight, shown })),
        ground: 'data/shift',
      }),
    )
  },
})

function rowsOf(parts: readonly DataPart[], split: string): number {
  return parts.find((one) => one.split === split)?.sampled ?? 0
}

type Limits = Readonly<Record<'distance' | 'apart' | 'errors', number>>

type Moved = SplitShift['columns'][number] &
  Pick<SplitShift, 'between'> & { readonly size: number; readonly unit: 'spread' | 'share' }

function movedTable(moved: readonly Moved[]): Exhibit {
  return {
    kind: 'table',
    title: 'exhibit.shifted-columns',
    columns: ['column', 'split', 'distance', 'KS', 'PSI'],
    rows: moved.slice(0, 12).map((one) => [one.column, one.between[1], one.distance ?? null, one.ks, one.psi]),
  }
}

/** Columns that moved by more than their limit and by more than chance moves them. */
function movedOf({ between, columns }: SplitShift, parts: readonly DataPart[], limits: Limits): Moved[] {
  const rows = between.map((split) => Math.max(1, rowsOf(parts, split)))
  const error = Math.sqrt(1 / rows[0]! + 1 / rows[1]!)
  // of many columns one moves far by chance
  const errors = limits.errors + Math.log10(Math.max(1, columns.length / 10))
  return columns.flatMap((one): Moved[] => {
    const size = Math.abs(one.distance ?? 0)
    if (size > limits.distance && size > errors * error) return [{ ...one, between, size, unit: 'spread' }]
    // the largest distance of two functions has half that error
    if (one.ks > limits.apart && one.ks > (errors / 2) * error)
      return [{ ...one, between, size: one.ks, unit: 'share' }]
    return []
  })
}

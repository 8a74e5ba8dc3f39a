// Does the model do clearly worse on one part of the data than on the rest?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'weak-parts',
  group: 'evaluation',
  needs: ['segments'],
  helps: [],
  limits: {
    errors: 3, // standard errors beyond what the search over parts gives by chance
    worse: 0.1, // accuracy that the part lacks, or the share by which its error is larger
  },
  examine({ segments }, limits) {
    const held = segments.filter((one) => one.split !== 'train')
    const one = [...(held.length > 0 ? held : segments)].sort((a, b) => b.z - a.z)[0]
    if (!one) return irrelevant('no-parts')
    const worse = one.measure === 'mae' ? one.score / Math.max(one.rest, 1e-12) - 1 : one.rest - one.score
    const values = {
      split: one.split,
      column: one.column,
      part: one.where === '–' ? 'missing' : one.where,
      rows: one.rows,
      measure: one.measure,
      score: one.score,
      rest: one.rest,
    }
    if (one.z < limits.errors || worse < limits.worse) return clear(values)
    const shown = segments.filter((own) => own.split === one.split)
    return found(
      finding({
        id: 'part-worse',
        values,
        where: splitOf(one.split),
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.weak-parts',
            columns: ['column', 'part', 'rows', one.measure, 'rest'],
            rows: shown.map((own) => [own.column, own.where, own.rows, own.score, own.rest]),
          },
        ],
        points: { 'too-little-data': 0.8, 'distribution-shift': 0.6 },
        ground: 'predictions/parts',
      }),
    )
  },
})

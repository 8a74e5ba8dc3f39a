// Do the columns of the data differ in size so much that a network would have to be told?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, suffers } from '../data-beside.ts'
import { isNorm } from '../layers.ts'
import { reachedOf, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'column-scales',
  group: 'data',
  needs: ['profile', 'run'],
  helps: ['inputs', 'importance', 'scores', 'layers'],
  limits: {
    ratio: 100, // largest against smallest spread of a column
    large: 100, // a spread that is large by itself
    learnt: 0.85, // part of what lies above guessing that a training score reaches where the scales did no harm
    extreme: 1e4, // ratio from which it is more than a note
  },
  examine({ profile, run, inputs, importance, scores, layers }, limits) {
    // what the network really got was seen, and is judged instead
    if (inputs) return irrelevant('watched')
    const first = profile[0]?.split
    const numbers = profile.filter((one) => one.split === first && one.role === 'feature' && (one.spread ?? 0) > 0)
    if (numbers.length < 2) return irrelevant('no-number-columns')
    const sorted = [...numbers].sort((a, b) => b.spread! - a.spread!)
    const [wide, narrow] = [sorted[0]!, sorted.at(-1)!]
    const ratio = wide.spread! / narrow.spread!
    const values = { wide: wide.column, most: wide.spread!, narrow: narrow.column, least: narrow.spread!, ratio }
    if (ratio < limits.ratio && wide.spread! < limits.large) return clear(values, { 'unscaled-inputs': 1 })
    // a raw table is a note, not an illness, until a network is trained on it
    const { weight, shown, judged } = beside(run, ratio > limits.extreme ? 1.8 : 1.2, suffers)
    // a model that was run on these very columns takes them as they are
    const { train } = trainAndHeldOut(scores ?? [])
    const taken = importance !== undefined && train !== undefined && !isNorm(layers?.[0])
    const harmed = taken && reachedOf(train) < limits.learnt
    return found(
      finding({
        id: 'columns-uneven',
        values: { ...values, others: fewNames(sorted.slice(1, 4).map((one) => one.column)) },
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.column-scales',
            columns: ['column', 'min', 'mean', 'max', 'spread'],
            rows: sorted
              .slice(0, 12)
              .map((one) => [one.column, one.min ?? null, one.mean ?? null, one.max ?? null, one.spread ?? null]),
          },
        ],
        points: { 'unscaled-inputs': harmed ? weight + 2 : judged && shown ? weight + 1.6 : weight },
        ...(harmed ? { sees: 'unscaled-inputs' as const } : {}),
        ground: 'data/scale',
      }),
    )
  },
})

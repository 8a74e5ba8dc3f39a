// Are there rows, texts or pictures that are nearly equal?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAsGood, rowTable, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'near-copies',
  group: 'data',
  needs: ['nearDuplicates', 'run'],
  helps: [],
  limits: {
    share: 0.02, // of the held-out rows, from which the score is flattered
    rows: 5, // held-out rows, at least
    inside: 2, // times as near as training rows among themselves
  },
  examine({ nearDuplicates, run }, limits) {
    const all = nearDuplicates.filter((one) => one.of > 0)
    if (all.length === 0) return irrelevant('no-rows')
    const worst = [...all].sort((a, b) => b.rows / b.of - a.rows / a.of)[0]!
    const share = (one: typeof worst) => one.rows / one.of
    const across = all.filter((one) => one.between[0] !== one.between[1]).sort((a, b) => share(b) - share(a))[0]
    const within = all.find((one) => one.between[0] === one.between[1] && one.between[0] === across?.between[0])
    const shown = across && across.rows > 0 ? across : worst
    const values = {
      first: shown.between[0],
      second: shown.between[1],
      rows: shown.rows,
      of: shown.of,
      share: share(shown),
      kind: shown.kind,
    }
    if (worst.rows === 0) return clear(values)
    const many =
      across !== undefined &&
      across.rows >= limits.rows &&
      share(across) >= limits.share &&
      share(across) > limits.inside * (within ? share(within) : 0)
    const { weight } = beside(run, 4.4, heldOutAsGood)
    return found(
      finding({
        id: shown.between[0] === shown.between[1] ? 'copies-nearly-equal' : 'near-copies-in-both',
        values,
        where: splitOf(shown.between[1]),
        exhibits: [
          rowTable(
            'exhibit.near-copies',
            shown.examples.slice(0, 6).flatMap((one) => one.pair),
            shown.examples.slice(0, 6).flatMap((one) => one.pair.map(() => [one.distance])),
            ['distance'],
          ),
        ],
        points: many ? { 'data-leakage': weight, 'easy-validation-set': 1 } : {},
        ground: 'data/near-copies',
      }),
    )
  },
})

// Does a split hold the same row several times?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { rowTable, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'repeated-rows',
  group: 'data',
  needs: ['duplicates'],
  helps: [],
  limits: {
    share: 0.05, // of a table that is not divided yet, from which a split at random would leak
    chance: 3, // times what rows of such coarse values repeat by chance
  },
  examine({ duplicates }, limits) {
    const inside = duplicates.filter((one) => one.between[0] === one.between[1] && one.of > 1)
    if (inside.length === 0) return irrelevant('no-rows')
    const worst = [...inside].sort((a, b) => b.rows / b.of - a.rows / a.of)[0]!
    const { between, rows, of, byChance } = worst
    const values = { split: between[0], rows, of, share: rows / of }
    if (rows === 0 || rows / of < limits.chance * byChance) return clear(values)
    return found(
      finding({
        id: 'rows-repeat',
        values,
        where: splitOf(between[0]),
        exhibits: [rowTable('exhibit.repeated-rows', worst.examples.flat().slice(0, 12))],
        // a split drawn from such a table at random would hold a row on both sides
        points: between[0] === 'all' && rows > limits.share * of ? { 'data-leakage': 1 } : {},
        ground: 'data/repeats',
      }),
    )
  },
})

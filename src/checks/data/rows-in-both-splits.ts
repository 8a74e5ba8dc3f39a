// Does a held-out split hold rows that the training holds too?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAsGood, rowTable, seenAs, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'rows-in-both-splits',
  group: 'data',
  needs: ['duplicates', 'run'],
  helps: [],
  limits: {
    share: 0.015, // of the held-out rows, from which the score is flattered
    much: 0.05, // of the held-out rows, from which their score is mostly memory
    certain: 5, // weight of copies that are there, in log-odds, whatever the curves show
    chance: 2, // times what such coarse rows repeat anyway
  },
  examine({ duplicates, run }, limits) {
    const across = duplicates.filter((one) => one.between[0] !== one.between[1] && one.of > 0)
    if (across.length === 0) return irrelevant('one-split')
    const worst = [...across].sort((a, b) => b.rows / b.of - a.rows / a.of)[0]!
    const { between, rows, of, byChance } = worst
    const values = { first: between[0], second: between[1], rows, of, share: rows / of }
    if (rows === 0) return clear(values, { 'data-leakage': 1.2 })
    const many = rows >= limits.share * of && rows >= 2
    const coarse = rows / of < limits.chance * byChance
    const alone = coarse ? 1 : many ? (rows > limits.much * of ? 6.2 : 5) : 2.6
    const judged = beside(run, alone, heldOutAsGood)
    // copies are there whatever the curves do: a few of them flatter a score by less than its noise
    const weight = many && !coarse ? Math.max(judged.weight, limits.certain) : judged.weight
    const shown = judged.shown || (many && !coarse)
    return found(
      finding({
        id: coarse ? 'coarse-rows-in-both' : 'rows-in-both',
        values: { ...values, byChance },
        where: splitOf(between[1]),
        exhibits: [rowTable('exhibit.rows-in-both', worst.examples.flat().slice(0, 12))],
        points: { 'data-leakage': weight, 'easy-validation-set': 0.5 },
        ...(many && !coarse ? seenAs('data-leakage', { weight, shown }) : {}),
        ground: 'data/rows-in-both',
      }),
    )
  },
})

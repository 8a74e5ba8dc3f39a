// Do people, patients or sources, or times, lie on both sides of a split?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAsGood, seenAs, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'shared-groups',
  group: 'data',
  needs: ['overlaps', 'run'],
  helps: [],
  limits: {
    groups: 0.02, // share of the held-out groups that the training may know
    times: 0.05, // share of the held-out rows that may be older than the newest of the training
  },
  examine({ overlaps, run }, limits) {
    const worst = [...overlaps]
      .filter((one) => one.of > 0)
      .sort((a, b) => Number(b.role === 'group') - Number(a.role === 'group') || b.shared / b.of - a.shared / a.of)[0]
    if (!worst) return irrelevant('one-split')
    const { column, role, between, shared, of } = worst
    const values = { column, first: between[0], second: between[1], shared, of, share: shared / of }
    if (shared / of < limits[role === 'group' ? 'groups' : 'times']) return clear(values, { 'data-leakage': 1 })
    const { weight, shown } = beside(run, role === 'group' ? 5 : 1.4, heldOutAsGood)
    return found(
      finding({
        id: role === 'group' ? 'groups-shared' : 'times-mixed',
        values,
        where: splitOf(between[1]),
        points: { 'data-leakage': weight, ...(role === 'group' ? { 'easy-validation-set': 1.5 } : {}) },
        ...(role === 'group' ? seenAs('data-leakage', { weight, shown }) : {}),
        ground: 'data/groups',
      }),
    )
  },
})

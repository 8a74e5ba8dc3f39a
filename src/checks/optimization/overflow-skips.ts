// Were optimizer steps skipped because half-precision gradients overflowed, and did that go on?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { least } from '../curves.ts'

export default defineCheck({
  name: 'overflow-skips',
  group: 'optimization',
  needs: ['events'],
  helps: ['lossScale'],
  limits: {
    some: 10, // fewer skipped steps are the search for a scale
    smallest: 2, // a loss scale down here has nowhere to go
  },
  examine({ events, lossScale }, limits) {
    const skips = events.filter((event) => event.kind === 'scale-skip')
    if (skips.length === 0) return irrelevant('no-loss-scaling')
    const scales = [...skips.map((event) => event.value ?? Number.NaN), ...(lossScale?.[0]?.value ?? [])].filter(
      Number.isFinite,
    )
    const lowest = scales.length > 0 ? least(scales).value : null
    const values = { skips: skips.length, lowest }
    const atFloor = lowest !== null && lowest <= limits.smallest
    if (skips.length < limits.some && !atFloor) return clear(values, { 'numeric-overflow': 0.5 })
    return found(
      finding({
        id: atFloor ? 'scale-at-floor' : 'overflow-skips',
        values,
        points: {
          'numeric-overflow': atFloor ? 4 : 1.2,
          'exploding-gradients': atFloor ? 2.4 : 0.6,
          'learning-rate-too-high': atFloor ? 2 : 0.5,
        },
        ground: 'precision/skips',
      }),
    )
  },
})

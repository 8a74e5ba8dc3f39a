// Are the gradients of one step cleared before those of the next are added?

import type { RunEvent } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'gradients-cleared',
  group: 'model',
  needs: ['optimizers'],
  helps: ['events', 'gradientNorm'],
  limits: {
    share: 0.5, // of the checked steps that began with old gradients
    checked: 2, // steps that must have been checked
  },
  examine({ optimizers, events, gradientNorm }, limits) {
    const seen = (events ?? []).flatMap(checkedSteps)
    const last = seen.at(-1)
    // what is cleared just before the step looks kept, and is 0
    const norm = gradientNorm?.find((one) => one.layer === undefined)
    if (norm && norm.value.length > 1 && norm.value.every((one) => one === 0)) return irrelevant('gradient-zero')
    const values = { kept: last?.kept ?? 0, checked: last?.checked ?? 0, optimizers: optimizers.length }
    if (!last || last.checked < limits.checked || last.kept < limits.share * last.checked)
      return clear(values, { 'gradients-not-cleared': 4 })
    return found(
      finding({
        id: 'gradients-kept',
        values,
        where: { steps: [seen[0]!.step, last.step] },
        points: {
          'gradients-not-cleared': 8.5,
          'learning-rate-too-high': -1.5,
          'exploding-gradients': -1,
          'unshuffled-data': -0.5,
          healthy: -2,
        },
        sees: 'gradients-not-cleared',
        ground: 'gradient/kept',
      }),
    )
  },
})

/** Each event counts all checks of the run so far: `7 of 8 checked steps`, the share as its value. */
function checkedSteps(event: RunEvent): { step: number; kept: number; checked: number }[] {
  const counted = event.kind === 'not-cleared' ? /^(\d+) of (\d+)\b/.exec(event.text) : null
  return counted ? [{ step: event.step ?? 0, kept: Number(counted[1]), checked: Number(counted[2]) }] : []
}

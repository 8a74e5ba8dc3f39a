// Are the gradients of one step cleared before those of the next are added?

import { clear, defineCheck, finding, found } from '../check.ts'

export default defineCheck({
  name: 'gradients-cleared',
  group: 'model',
  needs: ['optimizers'],
  helps: ['events', 'gradientNorm', 'updateRatio'],
  limits: { some: 3, share: 0.5, many: 10 },
  examine({ optimizers, events, gradientNorm, updateRatio }, limits) {
    const list = (events ?? []).filter((one) => one.kind === 'not-cleared')
    const steps = [...new Set(list.map((one) => one.step))].filter((one) => one !== undefined)
    const sampled = Math.max(gradientNorm?.[0]?.value.length ?? 0, updateRatio?.[0]?.value.length ?? 0)
    const values = { steps: steps.length, sampled, optimizers: optimizers.length }
    const often = steps.length >= limits.many || steps.length >= limits.share * Math.max(sampled, limits.some)
    if (!often || steps.length < limits.some) return clear(values, { 'gradients-not-cleared': 4 })
    return found(
      finding({
        id: 'gradients-kept',
        values,
        where: { steps: [Math.min(...steps), Math.max(...steps)] },
        points: {
          'gradients-not-cleared': 6.5,
          'learning-rate-too-high': -1.5,
          'exploding-gradients': -1,
          'unshuffled-data': -0.5,
          healthy: -2,
        },
        ground: 'gradient/kept',
      }),
    )
  },
})

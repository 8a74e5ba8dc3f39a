// What happens to the batch loss at epoch borders: a saw-tooth, or a stair down?

import { sawtooth } from '../../signal/period.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest, pair } from '../curves.ts'

export default defineCheck({
  name: 'epoch-border',
  group: 'data',
  needs: ['loss'],
  helps: ['run'],
  limits: { points: 12, groups: 2, noise: 3, consistent: 0.75, tooth: 0.4 },
  examine({ loss }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (!series.epoch.every(Number.isFinite)) return irrelevant('no-epochs-and-steps')
    const shape = sawtooth(series.value, epochsOf(series.epoch))
    if (!shape || shape.groups < limits.groups) return irrelevant('no-epochs-and-steps')
    const values = { metric: series.name, within: shape.within, jump: shape.jump, epochs: shape.groups }
    const steady = shape.consistent >= limits.consistent && Math.abs(shape.jump) > limits.noise * shape.noise
    const tooth = steady && shape.jump > 0 && shape.within < 0 && shape.jump > limits.tooth * Math.abs(shape.within)
    const stair = steady && shape.jump < 0 && Math.abs(shape.jump) > 2 * Math.abs(shape.within)
    if (!tooth && !stair) return clear(values, { 'unshuffled-data': 1.5 })
    const far = (() => {
      const both = pair(loss)
      return both ? both.val.at(-1)! > 1.5 * both.train.at(-1)! : false
    })()
    return found(
      finding({
        id: tooth ? 'saw-tooth' : 'stairs',
        values,
        exhibits: [curveExhibit('batch loss', [series])],
        points: tooth
          ? {
              'unshuffled-data': 2.6,
              'logging-artifact': series.mean === 'running' ? 4.2 : 2.4,
              'learning-rate-too-high': 0.5,
              overfitting: far ? 1.5 : 0,
            }
          : { overfitting: 3.4, 'too-little-data': 2.4, 'too-little-regularization': 2, 'lost-optimizer-state': 0 },
        ground: 'loss/borders',
      }),
    )
  },
})

/** Whole epochs: fractions count up within an epoch and belong to the one that began. */
function epochsOf(epoch: Float64Array): Float64Array {
  return epoch.map((one) => Math.floor(one + 1e-9))
}

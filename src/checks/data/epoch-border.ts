// What happens to the batch loss at epoch borders: a saw-tooth, or a stair down?

import { period, sawtooth } from '../../signal/period.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, epochsOf, finest, pair } from '../curves.ts'

export default defineCheck({
  name: 'epoch-border',
  group: 'data',
  needs: ['loss', 'run'],
  helps: [],
  limits: { points: 9, groups: 2, noise: 3, consistent: 0.75, tooth: 0.4, flat: 3, often: 4, strength: 0.5 },
  examine({ loss, run }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const epochs = epochsOf(series, run)
    if (!epochs) return irrelevant('no-epochs-and-steps')
    const shape = sawtooth(series.value, epochs)
    if (!shape || shape.groups < limits.groups) return irrelevant('no-epochs-and-steps')
    const stair = stairOf(series.value, epochs)
    const values = { metric: series.name, within: shape.within, jump: shape.jump, epochs: shape.groups }
    const steady = shape.consistent >= limits.consistent && Math.abs(shape.jump) > limits.noise * shape.noise
    const tooth = steady && shape.jump > 0 && shape.within < 0 && shape.jump > limits.tooth * Math.abs(shape.within)
    const stairs =
      !tooth &&
      stair.drop > limits.noise * shape.noise &&
      stair.drop > limits.flat * stair.within &&
      stair.share >= limits.consistent
    const length = series.value.length / shape.groups
    const beat = shape.groups >= limits.often ? period(series.value, { min: 3, max: Math.ceil(1.5 * length) }) : null
    const beats = beat !== null && beat.strength > limits.strength && Math.abs(beat.lag - length) < 0.15 * length
    if (!tooth && !stairs && !beats) return clear(values, { 'unshuffled-data': 1.5 })
    const both = pair(loss)
    const far = both !== undefined && both.val.at(-1)! > 1.5 * both.train.at(-1)!
    return found(
      finding({
        id: tooth ? 'saw-tooth' : beats ? 'epoch-pattern' : 'stairs',
        values,
        exhibits: [curveExhibit('batch loss', [series])],
        points:
          tooth || beats
            ? {
                'unshuffled-data': 3.6,
                'logging-artifact': series.mean === 'running' ? 4.2 : 2,
                'learning-rate-too-high': -0.5,
                overfitting: far ? -0.5 : -1,
                healthy: -1.5,
              }
            : { overfitting: 3.4, 'too-little-data': 2.4, 'too-little-regularization': 2, healthy: -1 },
        ground: 'loss/borders',
      }),
    )
  },
})

/** Median fall from epoch to epoch, the median fall within the later part of an epoch, and the share of borders that fall. */
function stairOf(values: Float64Array, epochs: Float64Array): { drop: number; within: number; share: number } {
  const groups = [...new Set(epochs)].map((epoch) =>
    values.filter((value, i) => epochs[i] === epoch && Number.isFinite(value)),
  )
  const full = groups.filter((group) => group.length >= 3)
  const levels = full.map((group) => median(group.slice(Math.floor(group.length / 4))))
  const drops = levels.slice(1).map((level, i) => levels[i]! - level)
  const within = full.map((group) =>
    Math.abs(
      median(group.slice(-Math.ceil(group.length / 3))) -
        median(group.slice(Math.floor(group.length / 4), Math.ceil(group.length / 2))),
    ),
  )
  return {
    drop: drops.length > 0 ? median(drops) : 0,
    within: within.length > 0 ? median(within) : 0,
    share: drops.filter((drop) => drop > 0).length / Math.max(1, drops.length),
  }
}

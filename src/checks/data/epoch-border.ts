// What happens to the batch loss at epoch borders: a saw-tooth, or a stair down?

import { period, sawtooth } from '../../signal/period.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, epochsOf, finest, pair } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'epoch-border',
  group: 'data',
  needs: ['loss', 'run'],
  helps: ['optimizers', 'shuffledFact'],
  limits: {
    points: 9, // losses of batches, at least
    groups: 2, // epochs among them, at least
    noise: 3, // the jump at a border, in units of the noise
    consistent: 0.75, // share of the borders that must show it
    tooth: 0.4, // the jump up at a border, as a share of the fall within an epoch
    flat: 3, // a stair falls at borders so many times as much as within an epoch
    often: 4, // epochs that the same pattern must fill, at least
    strength: 0.5, // autocorrelation at the length of an epoch from which it is a pattern
    apart: 1.5, // validation above training by this factor speaks for memory
  },
  examine({ loss, run, optimizers, shuffledFact }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const epochs = epochsOf(series, run)
    const shape = epochs && sawtooth(series.value, epochs)
    if (!shape || shape.groups < limits.groups) return irrelevant('no-epochs-and-steps')
    const { jump, within, groups, noise, consistent } = shape
    const steady = consistent >= limits.consistent && Math.abs(jump) > limits.noise * noise
    const tooth = steady && jump > 0 && within < 0 && jump > limits.tooth * Math.abs(within)
    const stair = stairOf(series.value, epochs)
    const steep = stair.drop > limits.noise * noise && stair.drop > limits.flat * stair.within
    const stairs = !tooth && steep && stair.share >= limits.consistent
    const beats = groups >= limits.often && beatsWith(series.value, series.value.length / groups, limits.strength)
    const values = { metric: series.name, within, jump, epochs: groups }
    if (!tooth && !stairs && !beats) return clear(values, { 'unshuffled-data': 1.5 })
    const both = pair(loss)
    // Keras with a seed draws one order and serves it in every epoch: a pattern that is no fault
    const drawn = !tooth && beats && shuffledFact === true
    const far = both !== undefined && both.val.at(-1)! > limits.apart * both.train.at(-1)!
    return found(
      finding({
        id: tooth ? 'saw-tooth' : beats ? 'epoch-pattern' : 'stairs',
        values,
        exhibits: [curveExhibit('batch-loss', [series])],
        points: drawn
          ? {}
          : tooth || beats
            ? ofOrder(series.mean === 'running', far, optimizers !== undefined)
            : MEMORY,
        ground: 'loss/borders',
      }),
    )
  },
})

const MEMORY: Weights = { overfitting: 3.4, 'too-little-data': 2.4, 'too-little-regularization': 2, healthy: -1 }

/** `watched`: the losses were taken where they are computed, not printed. */
function ofOrder(running: boolean, far: boolean, watched: boolean): Weights {
  return {
    'unshuffled-data': 3.6,
    'logging-artifact': watched ? 0 : running ? 4.2 : 2,
    'learning-rate-too-high': -0.5,
    overfitting: far ? -1.5 : -1,
    healthy: -1.5,
  }
}

/** Whether the same ups and downs come back with every epoch of `length` values. */
function beatsWith(values: Float64Array, length: number, strength: number): boolean {
  const beat = period(values, { min: 3, max: Math.ceil(1.5 * length) })
  return beat !== null && beat.strength > strength && Math.abs(beat.lag - length) < 0.15 * length
}

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

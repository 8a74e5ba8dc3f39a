// Does the printed loss follow the logging rather than the training: sums not reset, wrong divisors, epochs of zeros?

import { positions, type Series } from '../../record/series.ts'
import { linearGrowth } from '../../signal/correlation.ts'
import { mad, median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest, main } from '../curves.ts'

export default defineCheck({
  name: 'printed-sum',
  group: 'evaluation',
  needs: ['loss'],
  helps: ['optimizers'],
  limits: {
    points: 3, // values of the loss, at least
    ratio: 8, // one value so many times its neighbours was divided by another number
    near: 0.06, // distance of the neighbours from each other, relative
    usual: 0.5, // distance of the other values from these neighbours, relative
    r2: 0.995, // fit of a line through 0 from which the loss is a sum
    steady: 0.15, // spread of the other values, relative, at most
  },
  examine({ loss, optimizers }, limits) {
    // the recorder takes the losses where they are computed
    if (optimizers) return irrelevant('not-printed')
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const odd = zeros(series) ?? proportional(series, limits.r2) ?? misdivided(series, limits)
    if (!odd) return clear({ metric: series.name }, { 'logging-artifact': 0.3 })
    return found(
      finding({
        id: odd.id,
        values: { metric: series.name, ...odd.values },
        exhibits: [curveExhibit('printed-loss', [series])],
        points: {
          'logging-artifact': odd.weight,
          'learning-rate-too-high': odd.weight > 4 ? -3.5 : -1.5,
          'exploding-gradients': -1.5,
          'gradients-not-cleared': odd.id === 'sum-not-reset' ? 0.8 : 0,
        },
        ground: 'loss/printed',
      }),
    )
  },
})

interface Odd {
  readonly id: string
  readonly weight: number
  readonly values: Readonly<Record<string, number>>
}

/** Every k-th value exactly 0 between ordinary ones: an epoch without data. */
function zeros({ value }: Series): Odd | undefined {
  const zero = Array.from(value.keys()).filter((i) => value[i] === 0)
  const rest = value.filter((one) => one !== 0)
  if (zero.length < 2 || rest.length < 2 || (value.at(-1) === 0 && rest.length < zero.length)) return undefined
  const gaps = zero.slice(1).map((at, i) => at - zero[i]!)
  return gaps.every((gap) => gap === gaps[0] && gap >= 2)
    ? { id: 'epochs-of-zeros', weight: 6.2, values: { zeros: zero.length, every: gaps[0]! } }
    : undefined
}

/** The value is proportional to the step: a sum that is never reset. */
function proportional(series: Series, r2: number): Odd | undefined {
  if (series.axis !== 'step' || series.value.length < 4) return undefined
  const growth = linearGrowth(positions(series), series.value)
  return growth?.proportional && growth.r2 > r2 && growth.slope > 0
    ? { id: 'sum-not-reset', weight: 4.5, values: { slope: growth.slope } }
    : undefined
}

type Bounds = Readonly<Record<'ratio' | 'near' | 'usual' | 'steady', number>>

/** One value off by a large ratio between two that agree, on a curve that is level otherwise. */
function misdivided({ value }: Series, limits: Bounds): Odd | undefined {
  for (let i = 1; i + 1 < value.length; i += 1) {
    const [before, at, after] = [value[i - 1]!, value[i]!, value[i + 1]!]
    if (!(before > 0 && at > 0 && after > 0) || Math.abs(before - after) > limits.near * before) continue
    const ratio = Math.max(before / at, at / before)
    if (!(ratio > limits.ratio)) continue
    const others = value.filter((_, k) => k !== i)
    const usual = median(others)
    if (mad(others) <= limits.steady * usual && Math.abs(usual - before) < limits.usual * before)
      return { id: 'wrong-divisor', weight: before > at ? 4.5 : 1.5, values: { ratio, value: at, usual: before } }
  }
  return undefined
}

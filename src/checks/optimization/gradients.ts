// What does the logged gradient norm say: zero, vanishing, growing, jumping?

import { finiteValues, positions, type Series } from '../../record/series.ts'
import { logOrLinear } from '../../signal/column.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main, quotient } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'gradients',
  group: 'optimization',
  needs: ['gradientNorm', 'loss'],
  helps: ['learningRate'],
  limits: {
    times: 10, // largest norm over the usual one from which it jumps
    tiny: 1e-7, // a norm below it is 0
    huge: 1e3, // a norm above it goes before an overflow
    growth: 20, // last norm over the first from which it grows
    points: 10, // values of the norm, at least
  },
  examine({ gradientNorm, loss, learningRate }, limits) {
    const norm = gradientNorm[0]!
    if (norm.value.length === 0) return irrelevant('few-values')
    const values = valuesOf(norm)
    const still = values.lost === 0 && values.top === 0
    if (still && learningRate?.[0]?.value.every((one) => one === 0)) return irrelevant('rate-zero')
    const odd = oddity(norm, values, risesOverall(main(loss, 'train')), limits)
    if (!odd) return clear(values, { 'exploding-gradients': 1.5, 'vanishing-gradients': 1 })
    return found(
      finding({
        id: odd.id,
        values,
        exhibits: [curveExhibit('gradient-norm', [norm])],
        points: odd.points,
        ground: 'gradient/norm',
      }),
    )
  },
})

/** The usual and the largest norm, where that is, and how many are not finite. */
function valuesOf(norm: Series) {
  const finite = finiteValues(norm)
  const usual = median(finite)
  const top = finite.reduce((a, b) => Math.max(a, b), 0)
  return {
    metric: norm.name,
    axis: norm.axis,
    usual,
    top,
    lost: norm.value.length - finite.length,
    times: quotient(top, usual),
    at: positions(norm)[norm.value.indexOf(top)] ?? 0,
  }
}

/** Whether a loss ends above where it began. */
function risesOverall(series: Series | undefined): boolean {
  if (!series) return false
  const { first, last } = ends(logOrLinear(series.value).y)
  return last > first
}

interface Odd {
  readonly id: string
  readonly points: Weights
}
type Seen = ReturnType<typeof valuesOf>
type Bounds = Readonly<Record<'times' | 'tiny' | 'huge' | 'growth' | 'points', number>>

function oddity(norm: Series, { lost, top, times }: Seen, rises: boolean, limits: Bounds): Odd | undefined {
  if (lost > 0) return { id: 'gradient-non-finite', points: nonFinite(top > limits.huge) }
  if (top < limits.tiny) return { id: 'gradient-zero', points: ZERO }
  if (norm.value.length < limits.points || !(times > limits.times)) return undefined
  const { first, last } = ends(norm.value)
  return rises || last > limits.growth * first
    ? { id: 'gradient-grows', points: grows(rises) }
    : { id: 'gradient-jumps', points: { 'exploding-gradients': 1.4, outliers: 0.8 } }
}

const ZERO: Weights = {
  'vanishing-gradients': 2.2,
  'dead-units': 2,
  'weights-not-updated': 1.5,
  'saturated-output': 1.5,
  healthy: -1,
}

function nonFinite(huge: boolean): Weights {
  return {
    'numeric-overflow': huge ? 1 : 2.4,
    'exploding-gradients': huge ? 4 : 1.8,
    'missing-values': 1,
    healthy: -2,
  }
}

/** Norms that grow while the loss does not rise add up rather than explode. */
function grows(lossRises: boolean): Weights {
  return {
    'exploding-gradients': lossRises ? 3.4 : 2,
    'learning-rate-too-high': lossRises ? 2.2 : 1.4,
    'gradients-not-cleared': lossRises ? 1.2 : 2.6,
    healthy: -1.5,
  }
}

// What does the logged gradient norm say: zero, vanishing, growing, jumping?

import { positions } from '../../record/series.ts'
import { logOrLinear } from '../../signal/column.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main } from '../curves.ts'

export default defineCheck({
  name: 'gradients',
  group: 'optimization',
  needs: ['gradientNorm', 'loss'],
  helps: ['learningRate'],
  limits: { times: 10, tiny: 1e-7, huge: 1e3, growth: 20 },
  examine({ gradientNorm, loss, learningRate }, limits) {
    const norm = gradientNorm[0]!
    const finite = norm.value.filter(Number.isFinite)
    const series = main(loss, 'train')
    const lost = norm.value.length - finite.length
    const usual = median(finite)
    const top = finite.reduce((a, b) => Math.max(a, b), 0)
    const values = {
      metric: norm.name,
      axis: norm.axis,
      usual,
      top,
      lost,
      times: top / Math.max(usual, 1e-12),
      at: positions(norm)[norm.value.indexOf(top)] ?? 0,
    }
    const say = (id: string, points: Parameters<typeof finding>[0]['points']) =>
      found(finding({ id, values, exhibits: [curveExhibit('gradient norm', [norm])], points, ground: 'gradient/norm' }))
    const rate = learningRate?.[0]?.value
    if (finite.length === 0 || lost > 0)
      return say('gradient-non-finite', {
        'numeric-overflow': top > limits.huge ? 1 : 2.4,
        'exploding-gradients': top > limits.huge ? 4 : 1.8,
        'missing-values': 1,
        healthy: -2,
      })
    if (top === 0 && rate?.every((one) => one === 0)) return irrelevant('rate-zero')
    if (top < limits.tiny)
      return say('gradient-zero', {
        'vanishing-gradients': 2.2,
        'dead-units': 2,
        'weights-not-updated': 1.5,
        'saturated-output': 1.5,
        healthy: -1,
      })
    const rises = series ? ends(logOrLinear(series.value).y).last > ends(logOrLinear(series.value).y).first : false
    if (
      norm.value.length >= 10 &&
      values.times > limits.times &&
      (rises || ends(finite).last > limits.growth * ends(finite).first)
    )
      return say('gradient-grows', {
        'exploding-gradients': rises ? 3.4 : 2,
        'learning-rate-too-high': rises ? 2.2 : 1.4,
        'gradients-not-cleared': rises ? 1.2 : 2.6,
        healthy: -1.5,
      })
    if (norm.value.length >= 10 && values.times > limits.times)
      return say('gradient-jumps', { 'exploding-gradients': 1.4, outliers: 0.8 })
    return clear(values, { 'exploding-gradients': 1.5, 'vanishing-gradients': 1 })
  },
})

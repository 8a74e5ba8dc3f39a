// Does the loss drop where the learning rate is cut?

import { positions } from '../../record/series.ts'
import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main } from '../curves.ts'

export default defineCheck({
  name: 'rate-cuts',
  group: 'optimization',
  needs: ['loss', 'learningRate'],
  helps: [],
  limits: { cut: 0.55, drop: 0.08, points: 3 },
  examine({ loss, learningRate }, limits) {
    const series = main(loss, 'train')
    const rate = learningRate.find((one) => one.axis === series?.axis) ?? learningRate[0]!
    if (!series || series.value.length < 2 * limits.points) return irrelevant('few-values')
    const cuts = Array.from(rate.value.keys()).filter(
      (i) => i > 0 && rate.value[i]! > 0 && rate.value[i]! < limits.cut * rate.value[i - 1]!,
    )
    if (cuts.length === 0) return irrelevant('no-cut')
    const [x, at] = [positions(series), positions(rate)]
    const drops = cuts
      .map((cut) =>
        around(
          series.value,
          x.findIndex((one) => one >= at[cut]!),
          limits.points,
        ),
      )
      .filter((one) => one !== undefined)
    const helped = drops.filter((one) => one.drop > limits.drop)
    const rough = drops.some((one) => one.swung)
    const values = { cuts: cuts.length, helped: helped.length, metric: series.name, drop: helped[0]?.drop ?? 0 }
    if (helped.length === 0) return clear(values, {})
    return found(
      finding({
        id: rough ? 'rate-cut-cures' : 'rate-cuts',
        values,
        exhibits: [curveExhibit('loss and rate', [series])],
        points: rough ? { 'learning-rate-too-high': 2.4 } : { healthy: 1.6, 'learning-rate-too-high': -1 },
        ground: 'loss/cuts',
      }),
    )
  },
})

/** The drop across a cut as a share of the level before, and whether the loss rose or swung before it. */
function around(values: Float64Array, index: number, points: number) {
  if (index < points || index + 1 >= values.length) return undefined
  const before = values.slice(Math.max(0, index - 3 * points), index)
  const after = values.slice(index, index + points)
  const level = ends(before).last
  const swung = noise(before).scale > 0.15 * Math.abs(level) || level > 1.1 * ends(before).first
  return { drop: (level - Math.min(...after)) / Math.max(Math.abs(level), 1e-12), swung }
}

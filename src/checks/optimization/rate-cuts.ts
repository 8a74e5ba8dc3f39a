// Does the loss drop where the learning rate is cut?

import { positions } from '../../record/series.ts'
import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main, quotient } from '../curves.ts'

export default defineCheck({
  name: 'rate-cuts',
  group: 'optimization',
  needs: ['loss', 'learningRate'],
  helps: [],
  limits: {
    cut: 0.55, // a rate below this share of the last was cut
    drop: 0.08, // a loss that falls by this share at the cut was waiting for it
    points: 3, // values before and after a cut, at least
    swing: 0.15, // noise before the cut, relative, from which the loss swung
    rise: 1.1, // loss before the cut over the first from which it had risen
  },
  examine({ loss, learningRate }, limits) {
    const series = main(loss, 'train')
    if (!series || series.value.length < 2 * limits.points) return irrelevant('few-values')
    const rate = learningRate.find((one) => one.axis === series.axis) ?? learningRate[0]!
    const cuts = Array.from(rate.value.keys()).filter(
      (i) => i > 0 && rate.value[i]! > 0 && rate.value[i]! < limits.cut * rate.value[i - 1]!,
    )
    if (cuts.length === 0) return irrelevant('no-cut')
    const [x, moments] = [positions(series), positions(rate)]
    const drops = cuts
      .map((cut) => x.findIndex((one) => one >= moments[cut]!))
      .filter((index) => index >= limits.points && index + 1 < series.value.length)
      .map((index) => around(series.value, index, limits))
    const helped = drops.filter((one) => one.drop > limits.drop)
    const rough = drops.some((one) => one.swung)
    const values = { cuts: cuts.length, helped: helped.length, metric: series.name, drop: helped[0]?.drop ?? 0 }
    if (helped.length === 0) return clear(values)
    return found(
      finding({
        id: rough ? 'rate-cut-cures' : 'rate-cuts',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: rough ? { 'learning-rate-too-high': 2.4 } : { healthy: 1.6, 'learning-rate-too-high': -1 },
        ground: 'loss/cuts',
      }),
    )
  },
})

interface Drop {
  /** as a share of the level before */
  readonly drop: number
  /** whether the loss rose or swung before */
  readonly swung: boolean
}

/** What the loss does across a cut at that index. */
function around(
  values: Float64Array,
  index: number,
  limits: Readonly<Record<'points' | 'swing' | 'rise', number>>,
): Drop {
  const before = values.slice(Math.max(0, index - 3 * limits.points), index)
  const after = values.slice(index, index + limits.points)
  const { first, last: level } = ends(before)
  const swung = noise(before).scale > limits.swing * Math.abs(level) || level > limits.rise * first
  return { drop: quotient(level - Math.min(...after), Math.abs(level)), swung }
}

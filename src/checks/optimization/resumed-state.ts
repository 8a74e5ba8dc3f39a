// Did a resumed run get back its optimizer's state with its weights?

import { finiteValues } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { finest, quotient } from '../curves.ts'
import { blankCost } from '../symptoms.ts'

export default defineCheck({
  name: 'resumed-state',
  group: 'optimization',
  needs: ['optimizers', 'events'],
  helps: ['loss', 'run'],
  limits: {
    around: 20, // steps on both sides that are compared
    fresh: 3, // first losses of a run that goes on from weights out of a file
    known: 0.5, // part of what knowing nothing costs below which those weights know the task
    jump: 1.3, // loss after against before
  },
  examine({ optimizers, events, loss, run }, limits) {
    const resumes = events.filter((one) => one.kind === 'resume')
    if (resumes.length === 0) return irrelevant('no-resume')
    const at = resumes.find((one) => one.step !== undefined)?.step ?? 0
    // 1: restored with the weights; a log says so in words
    const restored = resumes.some((one) => (one.value === undefined ? /optim/i.test(one.text) : one.value === 1))
    const held = resumes.some((one) => one.value === 2)
    const stateless = optimizers.every((one) => one.kind === 'sgd' && !((one.momentum ?? 0) > 0))
    const series = finest(loss, 'train')
    const near = (from: number, to: number) =>
      series
        ? median(finiteValues({ ...series, value: series.value.filter((_, i) => inside(series.step[i]!, from, to)) }))
        : Number.NaN
    // weights from a file that know this task already were trained before: the first losses stand for the end of that
    const blank = run && blankCost(run)
    const first = near(0, limits.fresh)
    const goesOn = at === 0 && blank !== undefined && first < limits.known * blank
    const [before, after] =
      at === 0
        ? [goesOn ? first : Number.NaN, near(limits.fresh, 2 * limits.around)]
        : [near(at - limits.around, at), near(at, at + limits.around)]
    const times = quotient(after, before)
    const values = { at, before, after, times, optimizer: optimizers[0]?.kind ?? '' }
    // a second phase with an optimizer of its own is no resume
    const phase = resumes.every((one) => one.value === 3)
    if (restored || stateless || phase) return clear(values, { 'lost-optimizer-state': 3 })
    const jumps = times > limits.jump
    return found(
      finding({
        id: jumps ? 'state-lost-and-jump' : 'state-lost',
        values,
        where: { steps: [at, at] },
        points: {
          'lost-optimizer-state': jumps ? 7 : held || goesOn ? 5.4 : 3,
          'learning-rate-too-high': jumps ? -1 : 0,
        },
        sees: 'lost-optimizer-state',
        ground: 'loss/resume',
      }),
    )
  },
})

function inside(step: number, from: number, to: number): boolean {
  return step > from && step <= to
}

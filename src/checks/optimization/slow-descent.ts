// Is the loss falling steadily but so slowly that most of the way is left?

import { positions, type Series } from '../../record/series.ts'
import { noise } from '../../signal/noise.ts'
import { mannKendall, theilSen } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, heldOutOrTrain, main, quotient, relativeFall, shareAtEnd } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { classifies, guessOf } from '../task.ts'

export default defineCheck({
  name: 'slow-descent',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'learningRateFact', 'optimizerFact', 'batchSizeFact'],
  limits: {
    points: 5, // values of the training loss, at least
    part: 0.35, // share of the way that is too little
    straight: 0.5, // how straight the curve must be, from 0 to 1
    reached: 0.7, // an accuracy above it is far enough
    smooth: 0.02, // noise relative to the level, at most
    above: 3, // the fall in units of the noise, at least
    least: 0.03, // the fall that counts, as a share of the first loss
    z: -5, // or a trend test at least this sure
    guess: 0.15, // a first loss so near ln K, relative, began at guessing
    tiny: 1e-5, // a rate below it is tiny
    tinySgd: 1e-3, // a rate below it is tiny for SGD
  },
  examine({ loss, run, accuracy, learningRateFact, optimizerFact, batchSizeFact }, limits) {
    const series = main(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const { first, last } = ends(series.value)
    const fall = relativeFall({ first, last })
    const straight = straightness(series)
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const values = { metric: series.name, first, last, fall, straight, reached: reached ?? null }
    const { scale } = noise(series.value)
    const smooth = quotient(scale, Math.abs(last)) < limits.smooth && straight > limits.straight
    const seen = first - last > limits.above * scale && (fall > limits.least || mannKendall(series.value).z < limits.z)
    const far = fall > 0 && fall < limits.part && (reached === undefined || reached < limits.reached)
    if (!seen || !smooth || !far) return clear(values, { 'learning-rate-too-low': 1.2 })
    const usual = /sgd/i.test(optimizerFact ?? '') ? limits.tinySgd : limits.tiny
    const atGuess = classifies(run) && guessOf(first, run, limits.guess) !== undefined
    return found(
      finding({
        id: 'slow-descent',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: pointsOf((learningRateFact ?? usual) < usual, atGuess, Boolean(batchSizeFact)),
        ground: 'loss/slope',
      }),
    )
  },
})

/** The slope of the second half as a part of that of the first; 0 where one of them does not fall for certain. */
function straightness(series: Series): number {
  const x = positions(series)
  const half = Math.floor(series.value.length / 2)
  const early = theilSen(x.slice(0, half + 1), series.value.slice(0, half + 1))
  const late = theilSen(x.slice(half), series.value.slice(half))
  return early.slope < 0 && late.high < 0 ? late.slope / early.slope : 0
}

/** `tiny`: the stated rate is small; `atGuess`: the loss began at the cost of guessing. */
function pointsOf(tiny: boolean, atGuess: boolean, batchKnown: boolean): Weights {
  return {
    'learning-rate-too-low': tiny ? 4.8 : 4,
    'too-few-epochs': 3,
    'vanishing-gradients': atGuess ? 1.6 : 1,
    'wrong-optimizer': 1.4,
    'batch-too-large': batchKnown ? 1 : 0.6,
    'learning-rate-too-high': -1.5,
    healthy: -0.5,
    'poor-initialization': 0.6,
  }
}

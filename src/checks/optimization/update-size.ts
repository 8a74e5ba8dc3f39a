// How large is a step beside the weights that it changes?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { type Level, levelOf, levels, ofWeights } from '../layers.ts'
import { graded, lossValues, type Symptom, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'update-size',
  group: 'optimization',
  needs: ['updateRatio', 'run'],
  helps: ['layers', 'gradientNorm', 'stepForetold'],
  limits: {
    large: 0.01, // update against weights that is too large
    huge: 0.1, // and one that throws them about
    whole: 1, // a first step as large as all the weights together, after which nothing of their start is left
    small: 1e-4, // one that is too small
    ample: 1e-3, // one that is not too small
    faint: 1e-5, // one that hardly moves them
    values: 2, // looks that must be there
  },
  examine({ updateRatio, run, layers, gradientNorm, stepForetold }, limits) {
    const level = levelOfRun(ofWeights(levels(updateRatio), layers), updateRatio[0] && levelOf(updateRatio[0]))
    if (!level || level.series.value.length < limits.values) return irrelevant('few-values')
    if (level.top === 0) return irrelevant('weights-still')
    const symptom = symptomOf(run)
    // What a rate that is too high does, it does early; after the damage gradients and updates may be tiny.
    const peak = Math.max(level.early, level.usual)
    const values = { early: level.early, usual: level.usual, top: level.top, ...lossValues(symptom) }
    const where = { steps: level.steps }
    const exhibits = [curveExhibit('update-ratio', [level.series])]
    const ground = 'rate/update'
    if (symptom.grade > 0 && peak > limits.large) {
      const first = updateRatio.find((one) => one.layer === undefined)?.value[0] ?? 0
      const points = tooLarge(symptom, peak > limits.huge, stepForetold !== undefined, first > limits.whole)
      return found(finding({ id: 'updates-large', values, where, exhibits, points, ground }))
    }
    if (symptom.grade > 0 && symptom.course !== 'rises' && level.usual < limits.small && level.top < limits.ample) {
      const norm = gradientNorm?.find((one) => one.layer === undefined)
      const faint = norm !== undefined && (levelOf(norm)?.usual ?? 1) < limits.faint
      const points = tooSmall(symptom, level.usual < limits.faint, faint)
      return found(finding({ id: 'updates-small', values, where, exhibits, points, ground }))
    }
    return clear(values, {
      'learning-rate-too-high': level.top < limits.large ? 2 : peak < limits.large ? 1 : 0,
      'learning-rate-too-low': stepForetold ? 0 : level.usual > limits.ample ? 2 : level.usual > limits.small ? 1 : 0,
    })
  },
})

/** The layer whose updates are largest as a rule; the whole run where nothing is known of layers. */
function levelOfRun(list: readonly Level[], whole: Level | undefined): Level | undefined {
  return (
    list.reduce<Level | undefined>((best, one) => (!best || one.usual > best.usual ? one : best), undefined) ?? whole
  )
}

/** `tried`: what the steps bring was measured, which says more than their size; `thrown`: the first left nothing as it was. */
function tooLarge(symptom: Symptom, huge: boolean, tried: boolean, thrown: boolean): Weights {
  return {
    'learning-rate-too-high': (tried ? 0.3 : 1) * (graded(symptom, 1.2, 1.8) + (huge ? 1.6 : 0)) + (thrown ? 3 : 0),
    'collapsed-output': thrown ? -1.5 : 0,
    'learning-rate-too-low': tried ? -1 : -2.5,
    'vanishing-gradients': -0.5,
    'misaligned-labels': huge ? -1 : 0,
  }
}

function tooSmall(symptom: Symptom, faint: boolean, noGradient: boolean): Weights {
  return {
    'learning-rate-too-low': noGradient ? 1.2 : graded(symptom, 3.8, 4.4) + (faint ? 0.6 : 0),
    'vanishing-gradients': noGradient ? 1.6 : 0.4,
    'learning-rate-too-high': -2.5,
    'misaligned-labels': -1,
    'too-few-epochs': 0.6,
  }
}

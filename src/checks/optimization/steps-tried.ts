// What do the steps do to the loss of their own batch, beside what the gradients foretold?

import type { RunRecord } from '../../record/run.ts'
import { positions, type Series } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, lostBetween, totalSteps, trainLoss } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossValues, type Symptom, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'steps-tried',
  group: 'optimization',
  needs: ['stepForetold', 'run'],
  helps: ['stepChange', 'optimizers', 'events'],
  limits: {
    looks: 4, // steps that must have been tried
    early: 6, // of them the first, by which a rate that is too high is seen
    told: 0.003, // a fall below this share of the loss is foretold too small to be held against what came
    bold: 0.1, // share of the loss that a long step foretells
    part: 0.4, // of what was foretold that comes of a step that overshoots; 0.5 is the best a step can do along a parabola
    whole: 1, // no step can take more than the whole loss away
    bent: 0.7, // part from which the steps are not too long
    straight: 0.9, // and from which they are so short that the loss is a straight line to them
    folds: 3, // times that all steps together foretell the loss to fall by itself, below which they lead nowhere
    nowhere: 0.5, // and below which it does not matter whether the loss still falls
    falling: 0.15, // share of itself that a loss which still falls loses in its last quarter
    far: 10, // and above which they are enough
    hopeless: 2e-4, // share of the loss that a step foretells as a rule below which thousands more would not help
    few: 100, // steps below which the run is short
    unseen: 0.5, // times that the loss fell by itself beyond what the tries foretell, above which they do not stand for the run
    untried: 0.75, // share of the run after the last try above which the tries say nothing of the rest
  },
  examine({ stepForetold, run, stepChange, optimizers, events }, limits) {
    const tried = pairs(stepForetold[0]!, stepChange?.[0])
    if (tried.length < limits.looks) return irrelevant('few-values')
    if (tried.every((one) => one.foretold === 0)) return irrelevant('gradient-zero')
    const first = alive(tried).slice(0, limits.early)
    const early = median(first.map((one) => -one.foretold))
    const [came, usually] = [partOf(first, limits.told), partOf(tried, limits.told)]
    const symptom = symptomOf(run)
    if (symptom.course === 'not-finite') return irrelevant('not-finite')
    const steps = totalSteps(run) ?? tried.at(-1)!.step
    const guessed = rest(tried.at(-1)!, steps, limits.untried)
    const folds = sum(tried) + guessed
    const how = came === undefined ? 'unknown' : came <= 0 ? 'rose' : 'part'
    const values = { early, how, came: came ?? null, usually: usually ?? null, folds, steps, ...lossValues(symptom) }
    const where = { steps: [tried[0]!.step, tried.at(-1)!.step] as const }
    const exhibits = [curveExhibit('step-foretold', [stepForetold[0], stepChange?.[0]])]
    const overshoots = early > limits.whole || (early > limits.bold && came !== undefined && came < limits.part)
    // of a training that goes on only what no patience would mend
    const over = events?.some((one) => one.kind === 'end') ?? false
    if (overshoots && (!symptom.well || early > limits.far)) {
      const points = tooLong(symptom, over || early > limits.whole)
      return found(
        finding({ id: 'steps-overshoot', values, where, exhibits, points, sees: 'learning-rate-too-high', ground }),
      )
    }
    const little = folds < limits.nowhere || (folds < limits.folds && guessed === 0 && fallAtEnd(run) > limits.falling)
    const nowhere = over ? little : steps > limits.few && folds < limits.hopeless * steps
    const short = nowhere && (usually ?? 1) > limits.straight && symptom.course !== 'rises'
    if (short && !symptom.well && !fellBeyond(symptom, folds + limits.unseen)) {
      const plain = optimizers?.length === 1 && optimizers[0]!.kind === 'sgd' && !((optimizers[0]!.momentum ?? 0) > 0)
      const points = tooShort(symptom, steps < limits.few, plain)
      const sees = steps < limits.few ? 'too-few-epochs' : 'learning-rate-too-low'
      return found(finding({ id: 'steps-lead-nowhere', values, where, exhibits, points, sees, ground }))
    }
    return clear(values, {
      'learning-rate-too-high': overshoots ? 0 : came === undefined || came > limits.bent ? 3 : 1,
      'learning-rate-too-low': sum(tried) > limits.far ? 3 : 0,
      'too-few-epochs': sum(tried) > limits.far ? 1 : 0,
    })
  },
})

const ground = 'rate/tried'

/** Whether the loss fell more often by itself than so: a few tries may all lie where it did not. */
function fellBeyond({ first, last }: Symptom, folds: number): boolean {
  return first > 0 && last > 0 && Math.log(first / last) > folds
}

interface Tried {
  readonly step: number
  readonly foretold: number
  /** absent where the batch could not be answered again */
  readonly change?: number
}

/** The steps that were tried, in order; of each what is finite. */
function pairs(foretold: Series, change: Series | undefined): readonly Tried[] {
  const x = positions(foretold)
  const at = new Map<number, number>()
  for (let i = 0; i < (change?.value.length ?? 0); i += 1) at.set(positions(change!)[i]!, change!.value[i]!)
  const out: Tried[] = []
  for (let i = 0; i < x.length; i += 1) {
    const [step, told, came] = [x[i]!, foretold.value[i]!, at.get(x[i]!)]
    if (Number.isFinite(told))
      out.push(
        came !== undefined && Number.isFinite(came) ? { step, foretold: told, change: came } : { step, foretold: told },
      )
  }
  return out
}

/** The steps up to a collapse: after it there is no gradient, and no step that the rate made long or short. */
function alive(list: readonly Tried[]): readonly Tried[] {
  const end = list.findIndex((one) => one.foretold === 0)
  return end > 0 ? list.slice(0, end) : list
}

/** The part of the foretold fall that usually came; undefined where none was large enough to tell. */
function partOf(list: readonly Tried[], told: number): number | undefined {
  const parts = list.flatMap((one) =>
    one.change !== undefined && one.foretold < -told ? one.change / one.foretold : [],
  )
  return parts.length > 0 ? median(parts) : undefined
}

/** The foretold falls of all steps, those between two tries taken as their mean. */
function sum(list: readonly Tried[]): number {
  let total = 0
  for (let i = 1; i < list.length; i += 1)
    total -= ((list[i]!.step - list[i - 1]!.step) * (list[i]!.foretold + list[i - 1]!.foretold)) / 2
  return total
}

/** What the steps after the last try foretell, taken as it did, where those that were tried are only the first. */
function rest({ step, foretold }: Tried, steps: number, part: number): number {
  return steps - step > part * steps ? (step - steps) * foretold : 0
}

/** `sure`: the training is over, or its steps foretell what no loss can lose. */
function tooLong(symptom: Symptom, sure: boolean): Weights {
  const weight = symptom.well ? 3.4 : weighed(symptom, sure ? 4 : 1.5, 4.6, 5)
  return { 'learning-rate-too-high': weight, 'learning-rate-too-low': -3, 'too-few-epochs': -1 }
}

/** Few steps that are short lead nowhere for want of steps as well. */
function tooShort(symptom: Symptom, few: boolean, plain: boolean): Weights {
  const weight = weighed(symptom, 4, 4.6, 4.8)
  return {
    'learning-rate-too-low': few ? weight - 1.4 : weight,
    'too-few-epochs': few ? weight : weight - 3,
    'wrong-optimizer': plain && !few ? 2.4 : 0,
    'learning-rate-too-high': -3,
    'misaligned-labels': -1,
  }
}

/** The share of itself that the training loss loses from the third quarter of the run to the last. */
function fallAtEnd(run: RunRecord): number {
  const loss = trainLoss(run)?.value ?? new Float64Array()
  return lostBetween(loss, Math.floor(loss.length / 2), Math.floor((3 * loss.length) / 4), loss.length)
}

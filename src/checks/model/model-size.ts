// Does the size of the model fit the examples, and what it must tell apart?

import type { ModelFile } from '../../record/model-tables.ts'
import type { Layer } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Finding, Values } from '../finding.ts'
import { isNorm, weightLayers } from '../layers.ts'
import { clearlyBelow, reachedOf, reachesSimple, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'model-size',
  group: 'model',
  needs: ['modelFile', 'layers'],
  helps: ['scores', 'baselines', 'examplesTrainFact', 'optimizers'],
  limits: {
    each: 10, // parameters an example from which a model can learn every row by heart
    gap: 0.05, // by which the held-out score must stay behind for that to matter
    poor: 0.6, // part of what lies above guessing that is little for a training score
    shallow: 3, // weight layers with which one begins
    wide: 256, // units of a hidden layer with which one begins, for classes
    times: 2, // and how many times the inputs and outputs together, for quantities
    deep: 10, // weight layers from which a network is hard to train without normalisation
  },
  examine({ modelFile, layers, scores, baselines, examplesTrainFact: examples, optimizers }, limits) {
    if (optimizers) return irrelevant('loss-judged')
    const [file] = modelFile
    if (!file) return irrelevant('few-layers')
    const { train, held } = trainAndHeldOut(scores ?? [])
    const values = {
      ...sizesOf(file, layers, examples),
      train: train?.model.value ?? null,
      held: held?.model.value ?? null,
    }
    const behind = train && held && clearlyBelow(train.model, held.model, limits.gap)
    if (behind && values.each !== null && values.each > limits.each)
      return found(
        finding({
          id: 'more-parameters-than-rows',
          values,
          points: { overfitting: 2.2, 'model-too-large': 2.6 },
          ground: 'model/size',
        }),
      )
    // what these data allow no larger model exceeds
    const poor = train !== undefined && reachedOf(train) < limits.poor && !reachesSimple(scores, baselines)
    if (poor && file.ordered && values.depth >= limits.deep && values.norms === 0)
      return found(withoutNormalization(values))
    const size = widthsOf(layers, train?.model.measure === 'r2', limits)
    const small =
      size !== undefined && values.depth < limits.deep && (size.width < size.usual || values.depth < limits.shallow)
    if (poor && file.ordered && size && small) return found(belowUsualSize({ ...values, ...size }))
    return clear(values, { 'model-too-small': train && reachedOf(train) > limits.poor ? 1.5 : 0 })
  },
})

function sizesOf({ parameters }: ModelFile, layers: readonly Layer[], examples: number | undefined) {
  const each = examples ? parameters / examples : null
  const norms = layers.filter(isNorm).length
  return {
    parameters,
    examples: examples ?? null,
    known: each !== null,
    each,
    depth: weightLayers(layers).length,
    norms,
  }
}

/** The widest hidden layer, and what is usual there; undefined where no layer tells its units. */
function widthsOf(layers: readonly Layer[], regression: boolean, limits: Readonly<Record<'wide' | 'times', number>>) {
  const known = weightLayers(layers).filter((one) => one.fanIn !== undefined && one.fanOut !== undefined)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return undefined
  const width = Math.max(0, ...known.slice(0, -1).map((one) => one.fanOut!))
  return { width, usual: regression ? limits.times * (first.fanIn! + last.fanOut!) : limits.wide }
}

/** Small beside what the seeds of this program advise to begin with, where the training itself is badly learnt. */
function belowUsualSize(values: Values): Finding {
  return finding({
    id: 'below-usual-size',
    values,
    points: { 'model-too-small': 1.4, 'too-few-epochs': 0.6 },
    ground: 'model/size',
  })
}

function withoutNormalization(values: Values): Finding {
  return finding({
    id: 'deep-without-normalization',
    values,
    points: { 'missing-normalization': 3.4, 'vanishing-gradients': 1 },
    ground: 'model/normalization',
  })
}

// Is the stated batch very small or very large for what the loss does?

import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, finest, heldOutOrTrain, quotient, shareAtEnd } from '../curves.ts'
import { symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'stated-batch',
  group: 'optimization',
  needs: ['batchSizeFact'],
  helps: ['loss', 'accuracy', 'examplesTrainFact', 'run'],
  limits: {
    small: 4, // a batch up to this size is small
    notSmall: 16, // a batch above it is not small
    large: 0.25, // a batch from this share of the training set on is large
    notLarge: 256, // a batch up to this size is not large
    noisy: 0.5, // noise of the batch loss against its level from which it swamps the trend
    fallen: 0.3, // a loss that fell by less stands
    reached: 0.5, // an accuracy below it is poor
  },
  examine({ batchSizeFact: batch, loss, accuracy, examplesTrainFact: examples, run }, limits) {
    const series = finest(loss, 'train')
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    if (!series && reached === undefined) return irrelevant('no-train-loss')
    const { first, last } = ends(series?.value ?? [])
    const falls = !(1 - quotient(last, first) < limits.fallen)
    const poor = (reached !== undefined && reached < limits.reached) || !falls
    const values = { batch, examples: examples ?? null, noise: series ? noise(series.value).scale : 0 }
    const ground = 'batch/stated'
    const noisy = series ? quotient(noise(series.value).scale, Math.abs(last)) > limits.noisy : false
    const well = run !== undefined && symptomOf(run).well
    const visible = noisy && run !== undefined && (!well || batch === 1)
    if ((poor || visible) && batch <= limits.small) {
      // where all is learnt nevertheless, a step for each example is worth a word
      const points = {
        'batch-too-small': well && !poor ? 2.6 : noisy ? 4.4 : 3.4,
        'learning-rate-too-high': 1.6,
        'batch-noise': 0.8,
      }
      return found(finding({ id: 'small-batch', values, points, ground }))
    }
    if (poor && examples && batch >= limits.large * examples) {
      const points = { 'batch-too-large': 3.6, 'too-few-epochs': 1.5 }
      return found(finding({ id: 'large-batch', values, points, ground }))
    }
    return clear(values, {
      'batch-too-small': batch > limits.notSmall ? 1.5 : 0,
      'batch-too-large': batch <= limits.notLarge ? 1 : 0,
    })
  },
})

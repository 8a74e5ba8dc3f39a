// Does the loss stand at -ln of a clipping constant, or at that number times the error rate?

import type { RunRecord } from '../../record/run.ts'
import { factOf } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, main } from '../curves.ts'
import { lossKind } from '../task.ts'

/** -ln of the constants at which frameworks cut a probability off, and what printed them. */
const CLIPS: readonly (readonly [number, string])[] = [
  [16.1181, 'Keras, 1e-7'],
  [15.9424, 'float32 epsilon, 1.19e-7'],
  [15.2492, 'TensorFlow binary cross-entropy'],
  [15.3333, 'TensorFlow binary cross-entropy'],
  [15.425, 'TensorFlow binary cross-entropy'],
  [7.6246, 'TensorFlow binary cross-entropy, halved'],
  [7.6666, 'TensorFlow binary cross-entropy, halved'],
  [7.7125, 'TensorFlow binary cross-entropy, halved'],
  [27.631, '1e-12'],
  [23.0259, '1e-10'],
  [34.5388, '1e-15'],
  [87.3365, 'Caffe, FLT_MIN'],
  [100, 'PyTorch binary cross-entropy'],
]

export default defineCheck({
  name: 'clipped-cross-entropy',
  group: 'model',
  needs: ['loss', 'run'],
  helps: ['accuracy'],
  limits: { near: 0.0006, nearTimesError: 0.004, error: 0.0005, least: 0.2 },
  examine({ loss, run, accuracy }, limits) {
    if (lossKind(run) === 'regression') return irrelevant('regression')
    const series = main(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const score = main(accuracy, series.split)
    const hit = matches(
      series.value,
      score ? asShare(score) : undefined,
      lossKind(run) === 'binary-cross-entropy' || oneUnit(run),
      limits,
    )
    if (!hit) return clear({ metric: series.name, last: ends(series.value).last }, { 'saturated-output': 1.5 })
    const values = {
      metric: series.name,
      level: hit.level,
      clip: hit.clip,
      source: hit.source,
      error: hit.error ?? null,
    }
    const later = hit.index > 0 && series.value[0]! < hit.clip * 0.6
    return found(
      finding({
        id: hit.error === undefined ? 'clipped-cross-entropy' : 'clipped-times-error',
        values,
        exhibits: series.value.length > 1 ? [curveExhibit('loss', [series])] : [],
        points: {
          'saturated-output': 4.6,
          'learning-rate-too-high': later ? 3.2 : 2.2,
          'output-loss-mismatch': oneUnit(run) ? 2.5 : 1.2,
          'collapsed-output': 1.5,
          'exploding-gradients': later ? 1.6 : 0.8,
          'unscaled-inputs': 1.5,
          'numeric-overflow': 0.8,
          healthy: -3,
          overfitting: -2,
        },
        ill: true,
        ground: 'loss/level',
      }),
    )
  },
})

function oneUnit(run: RunRecord): boolean {
  return factOf(run, 'output_units') === 1
}

interface Hit {
  readonly level: number
  readonly clip: number
  readonly source: string
  readonly error: number | undefined
  readonly index: number
}
type Near = { readonly near: number; readonly nearTimesError: number; readonly error: number; readonly least: number }

/** The last value that is a clipping constant, and whose neighbour is one too: a loss that only passes by is no hit. */
function matches(
  loss: Float64Array,
  accuracy: Float64Array | undefined,
  binary: boolean,
  limits: Near,
): Hit | undefined {
  const hits = Array.from(loss, (level, i) => {
    const error = accuracy && accuracy.length === loss.length ? 1 - accuracy[i]! : undefined
    return hitOf(level, error, binary, limits)
  })
  for (let i = hits.length - 1; i >= 0; i -= 1) {
    const hit = hits[i]
    const stays = loss.length <= 2 || hits[i - 1]?.clip === hit?.clip || hits[i + 1]?.clip === hit?.clip
    if (hit && (stays || (i === hits.length - 1 && hit.error === undefined && hit.clip > 12)))
      return { ...hit, index: i }
  }
  return undefined
}

function hitOf(
  level: number,
  error: number | undefined,
  binary: boolean,
  limits: Near,
): Omit<Hit, 'index'> | undefined {
  for (const [clip, source] of CLIPS) {
    if (clip < 12 && !binary) continue
    if (Math.abs(level - clip) <= limits.near * clip && (clip !== 100 || level === 100))
      return { level, clip, source, error: undefined }
    const usable = error !== undefined && error > limits.error && error < 1 && clip > 12 && clip < 90
    if (
      usable &&
      level > limits.least &&
      Math.abs(level - clip * error) <= Math.max(limits.nearTimesError * level, 0.5e-4 * clip)
    )
      return { level, clip, source, error }
  }
  return undefined
}

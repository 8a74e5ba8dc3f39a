// Does the loss stand at -ln of a clipping constant, or at that number times the error rate?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, main, trainOrVal } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossKind } from '../task.ts'

export default defineCheck({
  name: 'clipped-cross-entropy',
  group: 'model',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'outputUnitsFact'],
  limits: {
    near: 0.0006, // distance from -ln of a clipping constant, relative
    nearTimesError: 0.004, // the same for the constant times the error rate
    error: 0.0005, // a smaller error rate is none
    least: 0.2, // a smaller loss is not judged
    later: 0.6, // a first loss below this share of the constant came there later
  },
  examine({ loss, run, accuracy, outputUnitsFact }, limits) {
    const kind = lossKind(run)
    if (kind === 'regression') return irrelevant('regression')
    const series = trainOrVal(loss)
    if (!series) return irrelevant('no-train-loss')
    const score = main(accuracy, series.split)
    const oneUnit = outputUnitsFact === 1
    const hit = lastHit(series.value, score && asShare(score), kind === 'binary-cross-entropy' || oneUnit, limits)
    if (!hit) return clear({ metric: series.name, last: ends(series.value).last }, { 'saturated-output': 1.5 })
    const { level, clip, source, error } = hit
    return found(
      finding({
        id: error === undefined ? 'clipped-cross-entropy' : 'clipped-times-error',
        values: { metric: series.name, level, clip, source, error: error ?? null },
        exhibits: series.value.length > 1 ? [curveExhibit('loss', [series])] : [],
        points: pointsOf(hit.index > 0 && series.value[0]! < clip * limits.later, oneUnit),
        ill: true,
        ground: 'loss/level',
      }),
    )
  },
})

/** `later`: the loss began well below the constant and came to it. */
function pointsOf(later: boolean, oneUnit: boolean): Weights {
  return {
    'saturated-output': 4.6,
    'learning-rate-too-high': later ? 3.2 : 2.2,
    'output-loss-mismatch': oneUnit ? 2.5 : 1.2,
    'collapsed-output': 1.5,
    'exploding-gradients': later ? 1.6 : 0.8,
    'unscaled-inputs': 1.5,
    'numeric-overflow': 0.8,
    healthy: -3,
    overfitting: -2,
  }
}

/** -ln of the constants at which frameworks cut a probability off, and what printed them. */
const CLIPS: readonly (readonly [number, string])[] = [
  [16.1181, 'Keras, 1e-7'],
  [15.9424, 'float32, 1.19e-7'],
  [15.2492, 'TensorFlow BCE'],
  [15.3333, 'TensorFlow BCE'],
  [15.425, 'TensorFlow BCE'],
  [7.6246, 'TensorFlow BCE / 2'],
  [7.6666, 'TensorFlow BCE / 2'],
  [7.7125, 'TensorFlow BCE / 2'],
  [27.631, '1e-12'],
  [23.0259, '1e-10'],
  [34.5388, '1e-15'],
  [87.3365, 'Caffe, FLT_MIN'],
  [100, 'PyTorch BCE'],
]
/** Constants below this are met by ordinary losses, so only a binary cross-entropy is held against them. */
const ORDINARY = 12
/** Above this the constant times a small error rate is an ordinary loss again. */
const TOO_LARGE = 90

interface Hit {
  readonly level: number
  readonly clip: number
  readonly source: string
  /** the error rate that the constant is multiplied by, where it is */
  readonly error: number | undefined
}
type Near = Readonly<Record<'near' | 'nearTimesError' | 'error' | 'least', number>>

/** The last value that is a clipping constant, and whose neighbour is one too: a loss that only passes by is no hit. */
function lastHit(
  loss: Float64Array,
  accuracy: Float64Array | undefined,
  binary: boolean,
  limits: Near,
): (Hit & { readonly index: number }) | undefined {
  const errors = accuracy?.length === loss.length ? accuracy.map((one) => 1 - one) : undefined
  const hits = Array.from(loss, (level, i) => hitOf(level, errors?.[i], binary, limits))
  for (let index = hits.length - 1; index >= 0; index -= 1) {
    const hit = hits[index]
    if (!hit) continue
    const stays = loss.length <= 2 || hits[index - 1]?.clip === hit.clip || hits[index + 1]?.clip === hit.clip
    const atTheEnd = index === hits.length - 1 && hit.error === undefined && hit.clip > ORDINARY
    if (stays || atTheEnd) return { ...hit, index }
  }
  return undefined
}

function hitOf(level: number, error: number | undefined, binary: boolean, limits: Near): Hit | undefined {
  for (const [clip, source] of CLIPS) {
    if (clip < ORDINARY && !binary) continue
    if (Math.abs(level - clip) <= limits.near * clip && (clip !== 100 || level === 100))
      return { level, clip, source, error: undefined }
    if (error === undefined || !(error > limits.error && error < 1) || clip < ORDINARY || clip > TOO_LARGE) continue
    const within = Math.max(limits.nearTimesError * level, 0.5e-4 * clip)
    if (level > limits.least && Math.abs(level - clip * error) <= within) return { level, clip, source, error }
  }
  return undefined
}

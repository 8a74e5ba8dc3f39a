// Experiments written by hand, for the tests of this room: a cure that is proven, one that is not, one cut short.

import type { ExaminedRun } from '../diagnosis/examination.ts'
import { type ReportedTrials, reportTrials } from '../diagnosis/report-trials.ts'
import { type Language, speaker } from '../locales/speak.ts'
import { fact } from '../record/fact.ts'
import type { Arm, Changes, Experiment, TrialRow, TriedRemedy, Yardstick } from '../record/trials.ts'
import { tooHigh } from './diagnosis.fixture.ts'
import { hostile, ill } from './examinations.fixture.ts'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)
/** between -1 and 1, the same each time */
const jitter = (i: number, seed: number) =>
  2 * ((Math.abs(Math.sin(127.1 * (i + 1) + 311.7 * (seed + 1))) * 43758.5) % 1) - 1

/** From one value to another with some noise; `lost` at that share of the training, `until` that share only. */
function curve(from: number, to: number, seed: number, { lost = 2, until = 1, rate = 4 } = {}): TrialRow['curve'] {
  return range(40)
    .map((i) => (i + 1) / 40)
    .filter((at) => at <= until)
    .map((at, i) => {
      const value = to + (from - to) * Math.exp(-rate * at)
      const noisy = value * (1 + 0.07 * jitter(i, seed))
      return [at, at > lost ? null : Number(noisy.toPrecision(6))]
    })
}

const calls = ['torch.manual_seed']
const plainRow = { ending: 'finished', why: '', seconds: 3.7, steps: 960, processor: 3.6, memory: 412 } as const

function row(id: string, arm: Arm, changes: Changes, seed: number, more: Partial<TrialRow>): TrialRow {
  const curve = more.curve ?? []
  const value = curve.at(-1)?.[1] ?? null
  return { ...plainRow, id, arm, changes, seed, value, curve, applied: {}, refused: {}, seeded: calls, ...more }
}

const TENTH: Changes = { learning_rate: 'x0.1' }
const HOPE = { cause: 'learning-rate-too-high', remedy: 'lower-rate' } as const
const RATE = { learning_rate: 'SGD: lr 0.8 -> 0.08' }
const [WITHOUT, WITH] = [
  [2.31, 2.12, 2.44, 2.27, 2.19],
  [0.308, 0.331, 0.297, 0.342, 0.319],
]

const controls = WITHOUT!.map((end, i) => row(`c${i}`, 'control', {}, i + 1, { curve: curve(3.1, end, i) }))
const confirms = WITH!.map((end, i) =>
  row(`f${i}`, 'confirm', TENTH, i + 1, { ...HOPE, curve: curve(2.6, end, i + 9, { rate: 6 }), applied: RATE }),
)

const screens: readonly TrialRow[] = [
  row('s0', 'screen', TENTH, 0, { ...HOPE, curve: curve(2.6, 0.316, 20, { rate: 6 }), applied: RATE }),
  row('s1', 'screen', { learning_rate: 'x0.01' }, 0, {
    ...{ ...HOPE, ending: 'behind', seconds: 1.9, steps: 480, curve: curve(2.7, 1.38, 21, { until: 0.5, rate: 1 }) },
    applied: { learning_rate: 'SGD: lr 0.8 -> 0.008' },
  }),
  row('s2', 'screen', { learning_rate: 'x10' }, 0, {
    ...{ cause: 'learning-rate-too-low', remedy: 'raise-rate', ending: 'lost', seconds: 0.6, steps: 72 },
    ...{ why: 'val_loss is NaN from step 72 on', curve: curve(3.1, 88, 22, { lost: 0.15, until: 0.2 }) },
  }),
  row('s3', 'screen', { warmup_steps: 500 }, 0, {
    ...{ cause: HOPE.cause, remedy: 'warm-up', curve: curve(2.9, 2.02, 23) },
    applied: { warmup_steps: 'the rate rises from 0 over 500 steps' },
  }),
  row('s4', 'screen', { gradient_clip: 1 }, 0, {
    ...{ cause: HOPE.cause, remedy: 'clip-gradients', curve: curve(2.8, 0.74, 24, { rate: 5 }) },
    applied: { gradient_clip: 'norm of all gradients at most 1' },
  }),
  row('s5', 'screen', { batch_size: 'x4' }, 0, {
    ...{ cause: 'batch-too-small', remedy: 'larger-batch', ending: 'memory', seconds: 1.1, steps: 12, memory: 7900 },
    why: 'needed 7,900 MB, 6,200 MB were free',
  }),
  row('s6', 'screen', { initializer: 'he' }, 0, {
    ...{ cause: 'poor-initialization', remedy: 'he-init', ending: 'ignored', seconds: 0.9, steps: 8, why: 'loaded' },
    refused: { initializer: 'loaded' },
  }),
  row('s7', 'screen', { dropout: 0.5 }, 0, {
    ...{ cause: 'overfitting', remedy: 'dropout-up', curve: curve(3, 2.4, 27) },
    applied: { dropout: '2 layers: 0 -> 0.5' },
  }),
  row('s8', 'screen', { standardize_inputs: true }, 0, {
    ...{ cause: 'unscaled-inputs', remedy: 'standardize-inputs', ending: 'crashed', seconds: 0.7, steps: 0 },
    why: 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x30 and 31x64)',
  }),
]

export const rows: readonly TrialRow[] = [
  row('b', 'baseline', {}, 0, { curve: curve(3.1, 2.29, 40) }),
  ...screens,
  ...WITHOUT!.flatMap((_, i) => [controls[i]!, confirms[i]!]),
]

const pairs = WITHOUT!.map((without, i) => ({ seed: i + 1, without, with: WITH![i]! }))
const screened = (with_: number | null) => ({ against: {}, screened: [2.33, with_] as const })

const remedies: readonly TriedRemedy[] = [
  {
    ...{ ...HOPE, changes: TENTH, verdict: 'verified', reason: 'proven', pairs, ...screened(0.322) },
    ...{ effect: 0.859, interval: [0.812, 0.895], level: 0.9964, minimum: 0.1 },
  },
  {
    ...{ cause: HOPE.cause, remedy: 'clip-gradients', changes: { gradient_clip: 1 }, ...screened(0.751) },
    ...{ verdict: 'undecided', reason: 'few-pairs' },
  },
  {
    ...{ cause: HOPE.cause, remedy: 'warm-up', changes: { warmup_steps: 500 }, ...screened(2.06) },
    ...{ verdict: 'refuted', reason: 'not-better' },
  },
  {
    ...{ cause: 'learning-rate-too-low', remedy: 'raise-rate', changes: { learning_rate: 'x10' }, ...screened(null) },
    ...{ verdict: 'refuted', reason: 'not-better' },
  },
  {
    ...{ cause: 'overfitting', remedy: 'dropout-up', changes: { dropout: 0.5 }, ...screened(2.43) },
    ...{ verdict: 'refuted', reason: 'not-better' },
  },
  {
    ...{ cause: 'batch-too-small', remedy: 'larger-batch', changes: { batch_size: 'x4' }, ...screened(null) },
    ...{ verdict: 'undecided', reason: 'crashed' },
  },
  {
    ...{ cause: 'poor-initialization', remedy: 'he-init', changes: { initializer: 'he' }, ...screened(null) },
    ...{ verdict: 'undecided', reason: 'not-applied' },
  },
  {
    ...{ cause: 'unscaled-inputs', remedy: 'standardize-inputs', changes: { standardize_inputs: true } },
    ...{ ...screened(null), verdict: 'undecided', reason: 'crashed' },
  },
]

const loss: Yardstick = { name: 'val_loss', metric: 'loss', split: 'val', axis: 'epoch', better: 'down', own: false }

export const whole: Experiment = {
  ...{ command: 'python train.py --lr 0.8', yardstick: loss, rows, remedies, chance: 0.122 },
  tests: [
    {
      ...{ test: 'lower-rate-run', between: ['learning-rate-too-high', 'exploding-gradients'] },
      ...{ favours: 'learning-rate-too-high', values: { gain: 0.86 } },
    },
  ],
  ...{ baseline: 3.7, seconds: 57.4, cost: 15.5, grid: 54 },
  byHand: [{ cause: 'overfitting', remedy: 'early-stopping' }],
}

const score: Yardstick = { ...loss, name: 'val_accuracy', metric: 'accuracy', better: 'up' }
const asScore = (value: number | null) => (value === null ? null : Number((1 / (1 + value / 4)).toPrecision(6)))
const scoredOf = (one: TrialRow) => ({
  value: asScore(one.value),
  curve: one.curve.map(([at, value]) => [at, asScore(value)] as const),
})
const scored = rows.slice(0, 5).map((one) => ({ ...one, ...scoredOf(one) }))

/** Nothing was better by enough, on a score; the script sets no seed. */
export const kept: Experiment = {
  ...{ ...whole, yardstick: score, tests: [], byHand: [], seconds: 13.8, cost: 3.7, grid: 30 },
  rows: scored.map((one) => ({ ...one, seeded: [] })),
  remedies: remedies.slice(2, 4).map((one) => ({ ...one, screened: [0.634, 0.661] })),
}

/** The time was used up on the first seeds, and all was judged by its own train loss. */
export const cutShort: Experiment = {
  ...{
    ...whole,
    yardstick: { ...loss, name: 'loss', split: 'train', own: true },
    rows: rows.slice(0, 14),
    cut: 'budget',
  },
  remedies: [
    {
      ...{ ...remedies[0]!, verdict: 'undecided', reason: 'budget', pairs: pairs.slice(0, 2), effect: 0.86 },
      interval: [-0.4, 0.98],
    },
    { ...remedies[4]!, verdict: 'undecided', reason: 'other-meaning' },
  ],
}

const worst = 9600
const lostControls = range(5).map((i) =>
  row(`c${i}`, 'control', {}, i + 1, {
    ...{ ending: 'lost', why: 'val_loss is NaN from step 264 on', seconds: 1.2, value: null },
    curve: curve(31, worst, i, { lost: 0.2 + i / 40, until: 0.27 + i / 40, rate: 9 }),
  }),
)

/** Every training as it is was lost: the scale is logarithmic, and there are gaps. */
export const diverged: Experiment = {
  ...{ ...whole, tests: [], byHand: [], chance: 0.02 },
  rows: [...screens, ...lostControls.flatMap((one, i) => [one, confirms[i]!])],
  remedies: [
    {
      ...{ ...remedies[0]!, pairs: pairs.map((one) => ({ ...one, without: worst })), effect: 0.99997 },
      ...{ interval: [0.99996, 0.99998], screened: [null, 0.322] },
    },
    ...remedies.slice(2),
  ],
}

/** The training as it is does about as well as with the remedy. */
const alike = (one: TrialRow, i: number): readonly TrialRow[] => [
  { ...one, ...scoredOf(row(one.id, 'control', {}, one.seed, { curve: curve(2.7, 0.34, i + 60, { rate: 6 }) })) },
  { ...confirms[i]!, ...scoredOf(confirms[i]!) },
]
const near = [0.012, -0.004, 0.021, 0.008, -0.002]

/** Scores that lie close to each other, which the seeds do not let be told apart. */
export const uncertain: Experiment = {
  ...{ ...kept, chance: 0.0094, rows: [...scored, ...controls.flatMap(alike)] },
  remedies: [
    {
      ...{ ...remedies[0]!, verdict: 'undecided', reason: 'uncertain', effect: 0.007, interval: [-0.011, 0.025] },
      pairs: near.map((gain, i) => ({ seed: i + 1, without: 0.931 - i / 500, with: 0.931 - i / 500 + gain })),
      ...{ minimum: 0.02, screened: [0.93, 0.955] },
    },
    ...remedies.slice(2, 4).map((one) => ({ ...one, screened: [0.634, 0.661] as const })),
  ],
}

export function spoken(experiment: Experiment, language: Language = 'en'): ReportedTrials {
  const facts = [fact('framework', 'pytorch', 'import torch', 'train.py')]
  const record = { name: '', sources: [], series: [], facts, events: [], tables: { trial: [experiment] }, notes: [] }
  return reportTrials(record, speaker(language))
}

export function tried(experiment: Experiment, language: Language = 'en'): ExaminedRun {
  const isVerified = experiment.remedies.some(({ verdict }) => verdict === 'verified')
  const diagnosis = isVerified
    ? [{ ...tooHigh, certainty: 'verified' as const }, ...ill.diagnosis.slice(1)]
    : ill.diagnosis
  return { ...ill, broken: [], diagnosis, ...spoken(experiment, language) }
}

const nasty = hostile.name

/** Every name that comes from a program is hostile. */
export const hostileTrials: ExaminedRun = {
  ...hostile,
  ...spoken({
    ...whole,
    command: nasty,
    yardstick: { ...loss, name: nasty },
    rows: rows.map((one) => ({
      ...one,
      why: nasty,
      applied: { [nasty]: nasty },
      changes: { ...one.changes, [nasty]: nasty },
    })),
    remedies: remedies.map((one) => ({ ...one, changes: { ...one.changes, [nasty]: nasty } })),
    tests: [],
    byHand: [{ cause: nasty, remedy: nasty }],
  }),
}

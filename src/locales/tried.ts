// What trials came to, in order and as short texts, the same in every view: verdicts, changes, gains, times and costs.

import type { trialsView } from './en/trials-view.ts'

export interface TrialVoice {
  say(id: keyof typeof trialsView | 'view.predictions.share', values?: Readonly<Record<string, unknown>>): string
  number(value: number): string
}

export interface Gain {
  readonly effect?: number
  readonly interval?: readonly [number, number]
  readonly level?: number
  readonly minimum?: number
}

const RANK = { verified: 0, undecided: 1, refuted: 2 } as const
type Verdict = keyof typeof RANK

/** Verified first, then undecided, then refuted; in each the order in which they were found. */
export function ranked<Remedy extends { readonly verdict: Verdict }>(remedies: readonly Remedy[]): readonly Remedy[] {
  return [...remedies].sort((a, b) => RANK[a.verdict] - RANK[b.verdict])
}

export interface Tried {
  readonly remedies: readonly { readonly verdict: Verdict }[]
  readonly cut?: string
}

export function hasProof(experiment: Tried | undefined): boolean {
  return experiment?.remedies.some(({ verdict }) => verdict === 'verified') === true
}

/** Of the whole experiment: verified where one remedy is, refuted where all are. */
export function verdictOf(experiment: Tried): Verdict {
  if (hasProof(experiment)) return 'verified'
  const { remedies, cut } = experiment
  return cut !== undefined || remedies.some(({ verdict }) => verdict === 'undecided') ? 'undecided' : 'refuted'
}

interface Compared {
  readonly pairs?: readonly { readonly without: number; readonly with: number }[]
  readonly screened?: readonly [number | null, number | null]
}

/** What both arms ended at: means over the pairs, else the one seed of the screening; null where it was no number. */
export function endsOf({ pairs = [], screened }: Compared): readonly [without: number | null, with_: number | null] {
  if (pairs.length === 0) return screened ?? [null, null]
  const mean = (key: 'without' | 'with') => pairs.reduce((sum, one) => sum + one[key], 0) / pairs.length
  return [mean('without'), mean('with')]
}

/** `learning_rate x0.1, gradient_clip 1`; '' where nothing is changed. */
export function changesText(changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ')
}

/** From here on three digits of a share would say that all is gained. */
const NEARLY = 0.995

/** A gain: a share where losses are compared by their ratio, else in the units of the measure. */
export function amountText(value: number, isRatio: boolean, { say, number }: TrialVoice): string {
  if (!isRatio) return number(value)
  return say(value > NEARLY && value < 1 ? 'view.trials.nearly' : 'view.predictions.share', { share: value })
}

/** The gain with its interval and what it had to reach; '' where it was not measured. */
export function gainText({ effect, interval, level, minimum }: Gain, isRatio: boolean, voice: TrialVoice): string {
  if (effect === undefined || interval === undefined || level === undefined || minimum === undefined) return ''
  const amount = (value: number) => amountText(value, isRatio, voice)
  return voice.say('view.trials.gain.told', {
    effect: amount(effect),
    level: voice.say('view.predictions.share', { share: level }),
    low: amount(interval[0]),
    high: amount(interval[1]),
    minimum: amount(minimum),
  })
}

export function timeText(seconds: number, { say, number }: TrialVoice): string {
  const round = (value: number) => number(value < 10 ? Number(value.toPrecision(2)) : Math.round(value))
  if (seconds < 90) return say('view.trials.seconds', { time: round(seconds) })
  if (seconds < 90 * 60) return say('view.trials.minutes', { time: round(seconds / 60) })
  return say('view.trials.hours', { time: round(seconds / 3600) })
}

/** `seconds` of all trials; `cost` and `grid` in trainings as they are. */
export function costText(
  trials: number,
  { seconds, cost, grid }: { readonly seconds: number; readonly cost: number; readonly grid: number },
  voice: TrialVoice,
): string {
  const whole = (value: number) => (value < 10 ? Number(value.toPrecision(2)) : Math.round(value))
  return voice.say('view.trials.cost', {
    trials,
    time: timeText(seconds, voice),
    times: whole(cost),
    grid: whole(grid),
  })
}

// Paired values of an arm without a remedy and one with it -> whether the remedy is proven, refuted, or neither.

import type { TriedRemedy, Yardstick } from '../record/trials.ts'
import { studentQuantile } from '../signal/student.ts'

export interface Pair {
  readonly seed: number
  /** the yardstick at the end; null where the training was lost */
  readonly without: number | null
  readonly with: number | null
}

export interface Judged
  extends Pick<TriedRemedy, 'verdict' | 'reason' | 'effect' | 'interval' | 'level' | 'minimum' | 'pairs'> {}

/** At least so many fresh seeds, and so many more where the first leave it open: two looks at the same question. */
export const LOOKS = [5, 8] as const
/** What chance may call proven, over all comparisons of one experiment. */
const ALPHA = 0.05
/** What a change must bring to be worth making: of a share so much more, of a loss or an error so much less. */
const MORE = 0.02
const LESS = 0.2
/** Where the score is the same with it and without, a little less loss is worth nothing. */
const STEAD = 2
/** Ten times worse and a million times worse are the same news: one wild run must not hide what all pairs show. */
const MOST = Math.log(10)
/** A score above this is no share but per cent. */
const SHARE = 1.5

/**
 * `comparisons`: how often fresh seeds may be asked in this experiment, remedies times looks, for which the interval is
 * corrected (Bonferroni); remedies that were only screened do not count, since the seed that chose among them is not
 * asked again. `worst`: what a lost training counts as, on the yardstick. `price`: of the remedy, in least gains. Scores are
 * compared by their difference, losses and errors by their ratio, whose effect is told as the share by which they fall.
 * The interval is Student's, of the paired differences.
 */
export function judge(
  pairs: readonly Pair[],
  yardstick: Yardstick,
  comparisons: number,
  worst: number,
  price = 1,
): Judged {
  const filled = pairs.map((one) => ({ seed: one.seed, without: one.without ?? worst, with: one.with ?? worst }))
  const ratio = isRatio(yardstick, filled)
  const differences = filled.map((one) => difference(one, yardstick, ratio))
  const level = 1 - ALPHA / Math.max(1, comparisons)
  const minimum = price * minimumOf(yardstick, filled)
  const n = differences.length
  const mean = differences.reduce((sum, one) => sum + one, 0) / n
  const told = (value: number) => (ratio ? 1 - Math.exp(-value) : value)
  if (n < 2) return { verdict: 'undecided', reason: 'few-pairs', pairs: filled, minimum }
  const spread = Math.sqrt(differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
  const half = (studentQuantile(1 - level, n - 1) * spread) / Math.sqrt(n)
  const [effect, low, high] = [told(mean), told(mean - half), told(mean + half)]
  return { ...verdictOf(effect, low, high, minimum, n), effect, interval: [low, high], level, minimum, pairs: filled }
}

function verdictOf(
  effect: number,
  low: number,
  high: number,
  minimum: number,
  n: number,
): Pick<Judged, 'verdict' | 'reason'> {
  if (high < minimum) return { verdict: 'refuted', reason: effect > 0 ? 'too-small' : 'no-effect' }
  if (n < LOOKS[0]) return { verdict: 'undecided', reason: 'few-pairs' }
  if (low > 0 && effect >= minimum) return { verdict: 'verified', reason: 'proven' }
  return { verdict: 'undecided', reason: low > 0 ? 'too-small' : 'uncertain' }
}

/** Nobody needs five pairs to see that nothing comes of it: after three that are all worse it is given up. */
export function isFutile(pairs: readonly Pair[], yardstick: Yardstick, worst: number): boolean {
  const filled = pairs.map((one) => ({ without: one.without ?? worst, with: one.with ?? worst }))
  return (
    filled.length >= 3 &&
    filled.every((one) => (yardstick.better === 'up' ? one.with <= one.without : one.with >= one.without))
  )
}

/** The least effect that is worth a change, in the units in which effects are told. */
export function minimumOf(
  yardstick: Yardstick,
  values: readonly { readonly without: number; readonly with: number }[],
): number {
  const less = yardstick.stead ? STEAD * LESS : LESS
  if (isRatio(yardstick, values)) return less
  const most = Math.max(...values.flatMap((one) => [one.without, one.with]))
  if (yardstick.better === 'up') return most > SHARE && most <= 100 ? MORE * 100 : MORE
  const mean = values.reduce((sum, one) => sum + Math.abs(one.without), 0) / values.length
  return less * mean
}

/** What one arm gains on the other on one seed, in the units in which effects are told. */
export function gain(without: number, with_: number, yardstick: Yardstick): number {
  const ratio = isRatio(yardstick, [{ without, with: with_ }])
  const value = difference({ without, with: with_ }, yardstick, ratio)
  return ratio ? 1 - Math.exp(-value) : value
}

/** Losses and errors above 0 are compared by their ratio. */
export function isRatio(
  { better }: Yardstick,
  values: readonly { readonly without: number; readonly with: number }[],
): boolean {
  return better === 'down' && values.every((one) => one.without > 0 && one.with > 0)
}

function difference(
  one: { readonly without: number; readonly with: number },
  { better }: Yardstick,
  ratio: boolean,
): number {
  if (ratio) return Math.max(-MOST, Math.min(MOST, Math.log(one.without / one.with)))
  return better === 'up' ? one.with - one.without : one.without - one.with
}

/** Standard deviation of the control arm: what a seed alone does; undefined before there are two values. */
export function chanceOf(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1))
}

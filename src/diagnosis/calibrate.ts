// Scores -> probabilities, by a curve fitted on runs whose truth is known (calibration.json, written by tools/calibrate.ts).

import calibration from './calibration.json' with { type: 'json' }
import type { Certainty } from './examination.ts'

/** Probability of a cause with that score: piecewise linear in log-odds between the fitted knots. */
export function probability(score: number): number {
  return 1 / (1 + Math.exp(-calibrated(score, calibration.score, calibration.logit)))
}

export function calibrated(score: number, knots: readonly number[], values: readonly number[]): number {
  const last = knots.length - 1
  if (score <= knots[0]!) return values[0]!
  if (score >= knots[last]!) return values[last]!
  let i = 1
  while (score > knots[i]!) i += 1
  const share = (score - knots[i - 1]!) / (knots[i]! - knots[i - 1]!)
  return values[i - 1]! + share * (values[i]! - values[i - 1]!)
}

export const STRONG = 0.85
export const LIKELY = 0.5

/** The words of certainty are bands of the probability; only a trial verifies. */
export function certaintyOf(probability: number): Certainty {
  return probability >= STRONG ? 'strong' : probability >= LIKELY ? 'likely' : 'possible'
}

// What the exit code says of an examination.

import type { Examination } from '../diagnosis/examination.ts'
import { Refusal } from './refusal.ts'

export const EXIT = { answered: 0, found: 1, failed: 2, thin: 3, stopped: 4 } as const

export const FAIL_ON = ['strong', 'likely', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/**
 * 1 where a fault is at least as certain as `failOn` asks; 3 where no run has so much as a possible cause and none is
 * healthy; else 0: an ill run is an answer.
 */
export function exitCode(examination: Examination, failOn: FailOn): number {
  const asked = failOn === 'strong' ? ['verified', 'strong'] : ['verified', 'strong', 'likely']
  const faults = examination.runs.flatMap((run) => run.diagnosis).filter((entry) => entry.kind === 'fault')
  if (failOn !== 'never' && faults.some((entry) => asked.includes(entry.certainty))) return EXIT.found
  const answered = examination.runs.some((run) => run.verdict === 'healthy' || run.diagnosis.length > 0)
  return answered ? EXIT.answered : EXIT.thin
}

/** What --fail-on says; never where it is not given. Throws a Refusal. */
export function failOnOf(given: string | undefined): FailOn {
  const name = given ?? 'never'
  const known = FAIL_ON.find((one) => one === name)
  if (!known) throw new Refusal('cli.error.failOn.unknown', { name })
  return known
}

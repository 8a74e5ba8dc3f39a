// Compares an examination with the truth of its run; the same rules as for real cases, so that the figures compare.
import { causes } from '../src/causes/index.ts'
import type { Examination } from '../src/diagnosis/examination.ts'

export interface Expected {
  readonly accept: readonly string[]
  readonly heldOut: boolean
}

export interface Judgement {
  /** some curve was read */
  readonly read: boolean
  readonly verdict: string
  /** causes in the order in which a reader meets them */
  readonly named: readonly string[]
  readonly first: boolean
  readonly inThree: boolean
  /** the first cause is called strong or verified */
  readonly sure: boolean
  readonly sureAndWrong: boolean
  /** nothing is broken in this run: every accepted answer is benign */
  readonly benign: boolean
  readonly ill: boolean
}

const BENIGN: ReadonlySet<string> = new Set(causes.filter((cause) => cause.kind === 'benign').map((cause) => cause.id))

/** One input may hold several runs: all causes count, and one ill run makes it ill. */
export function judge(examination: Examination, expected: Expected): Judgement {
  const { runs } = examination
  const entries = runs.flatMap((run) => run.diagnosis).sort((a, b) => b.probability - a.probability)
  const ill = runs.some((run) => run.verdict === 'ill')
  const healthy = !ill && runs.some((run) => run.verdict === 'healthy')
  const named: string[] = entries.map((entry) => entry.cause)
  if (healthy && !BENIGN.has(named[0] ?? '')) named.unshift('healthy')
  const hit = (count: number) => named.slice(0, count).some((cause) => expected.accept.includes(cause))
  const sure = ['strong', 'verified'].includes(entries[0]?.certainty ?? '')
  return {
    read: runs.some((run) => run.series.length > 0),
    verdict: ill ? 'ill' : (runs[0]?.verdict ?? 'none'),
    named,
    first: hit(1),
    inThree: hit(3),
    sure,
    sureAndWrong: sure && !hit(1),
    benign: expected.accept.every((cause) => BENIGN.has(cause)),
    ill,
  }
}

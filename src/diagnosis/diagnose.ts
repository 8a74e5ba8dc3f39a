// Weighed causes -> the diagnosis: what is named, how surely, what speaks against it, what to do and what would settle it.

import { type CauseId, causeOf } from '../causes/index.ts'
import type { Speak } from '../locales/speak.ts'
import { certaintyOf, LIKELY, probability } from './calibrate.ts'
import type { DiagnosisEntry, Verdict } from './examination.ts'
import { type Asked, rivals, type Weighed } from './weigh.ts'

/** A cause is worth naming from this probability on, and only with evidence of its own. */
const NAMED = 0.06
const AT_MOST = 8
/** These explain one look of the curves and say nothing of the rest; the run is called healthy only beside some health. */
const PARTIAL: ReadonlySet<string> = new Set(['evaluation-asymmetry', 'batch-noise', 'loss-scale'])
const SOME_HEALTH = 0.1

/** The causes worth naming, most probable first; families keep the catalogue's order among equals. */
export function diagnose(weighed: readonly Weighed[], speak: Speak): readonly DiagnosisEntry[] {
  const named = weighed.filter((one) => one.support > 0 && probability(one.score) >= NAMED).slice(0, AT_MOST)
  return named.map((one) => entry(one, named, speak))
}

function entry(one: Weighed, all: readonly Weighed[], speak: Speak): DiagnosisEntry {
  const cause = causeOf(one.cause)
  const p = probability(one.score)
  const rather = nearestRival(one, all)
  return {
    cause: one.cause,
    title: speak(`cause.${one.cause}`),
    what: speak(`cause.${one.cause}.what`),
    kind: cause.kind,
    probability: Math.round(p * 1000) / 1000,
    certainty: isVerified(one) ? 'verified' : certaintyOf(Math.round(p * 1000) / 1000),
    for: [...new Set(one.for.map((finding) => finding.id))],
    against: one.against.flatMap((asked) => against(asked, one.cause, speak)),
    remedies: cause.remedies.map((remedy) => ({
      id: remedy.id,
      advice: speak(`remedy.${remedy.id}` as never),
      expect: speak(`remedy.${remedy.id}.expect` as never),
      change: { ...remedy.change },
      safe: remedy.safe,
    })),
    settle: cause.settle.map((test) => ({
      test: speak(`test.${test.id}` as never),
      needs: speak(`test.${test.id}.needs` as never),
      cost: test.cost,
    })),
    ...(rather ? { rather: { cause: rather.cause, why: whyNot(rather, speak) } } : {}),
  }
}

/** Only a trial verifies: a remedy of this very cause was proven on fresh seeds. */
function isVerified({ cause, for: findings }: Weighed): boolean {
  return findings.some((one) => one.id === 'remedy-verified' && one.sees === cause)
}

/** The strongest rival that ranks lower, else the strongest that ranks higher: the explanation to tell this one from. */
function nearestRival(one: Weighed, all: readonly Weighed[]): Weighed | undefined {
  const others = all.filter((other) => rivals(one.cause, other.cause))
  return others.find((other) => other.score <= one.score) ?? others[0]
}

function whyNot(rival: Weighed, speak: Speak): string {
  const title = speak(`cause.${rival.cause}` as never)
  const reason = rival.against.flatMap((asked) => against(asked, rival.cause, speak))[0]
  return reason ? speak('rather.against', { rival: title, against: reason }) : speak('rather.less', { rival: title })
}

/** The sentences of an answer that speak against a cause. */
function against({ check, answer }: Asked, cause: CauseId, speak: Speak): readonly string[] {
  if (answer.state === 'clear') return [speak(`clear.${check}` as never, answer.values)]
  if (answer.state !== 'found') return []
  return answer.findings
    .filter((finding) => (finding.points[cause] ?? 0) < 0)
    .map((finding) => speak(finding.message as never, finding.values))
}

/**
 * `ill`: some fault is at least likely, or something is plainly wrong (`sick`) though its cause is not decided.
 * `healthy`: no fault is likely, and something benign or health itself is. Else `undecided`.
 */
export function verdictOf(diagnosis: readonly DiagnosisEntry[], sick = false): Verdict {
  const atLeastLikely = diagnosis.filter((one) => one.probability >= LIKELY)
  if (atLeastLikely.some((one) => one.kind === 'fault')) return 'ill'
  // Of what is benign only the printing can make a sound run look sick.
  if (sick && !atLeastLikely.some((one) => one.cause === 'logging-artifact')) return 'ill'
  const health = diagnosis.find((one) => one.cause === 'healthy')?.probability ?? 0
  const explained = atLeastLikely.some(
    (one) => one.kind === 'benign' && (health >= SOME_HEALTH || !PARTIAL.has(one.cause)),
  )
  return explained ? 'healthy' : 'undecided'
}

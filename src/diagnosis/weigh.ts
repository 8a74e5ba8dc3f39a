// Answers -> a score for each cause: prior log-odds plus what the findings say, each piece of evidence counted once.

import { type CauseId, causeOf, causes } from '../causes/index.ts'
import type { Answer, Finding } from '../checks/finding.ts'

export interface Asked {
  readonly check: string
  readonly answer: Answer
}

/** What speaks for one cause and against it. `score` is in log-odds before calibration. */
export interface Weighed {
  readonly cause: CauseId
  readonly score: number
  readonly support: number
  readonly for: readonly Finding[]
  readonly against: readonly Asked[]
}

/** Further findings on one ground repeat the first; they add a little, for agreement. */
const REPEATED = 0.25
/** A finding that a rival with more evidence already explains keeps this share of its weight. */
const EXPLAINED = 0.5

/** A trace keeps this share of its weight where a fault was seen at its own place, and so does a fault that follows from it. */
const CONSEQUENCE = 0.25
/** What would be seen of a cause by its traces says little against one that was seen itself. */
const ABSENT = 0.25

/** How far what is benign stays below a fault that was seen. */
const BENEATH = 0.3

/** How far behind their family's head the other members stand at least. */
const BEHIND_HEAD = 1.6

/** What watching cannot tell from its head stays below likely; a test may say more. */
const UNTOLD = -0.2

interface Vote {
  readonly finding: Finding
  readonly weight: number
}

/** Every cause that any answer points to, highest score first. */
export function weigh(asked: readonly Asked[]): readonly Weighed[] {
  const findings = asked.flatMap(({ answer }) => (answer.state === 'found' ? answer.findings : []))
  const votes = new Map<CauseId, Vote[]>()
  for (const finding of findings)
    for (const [id, weight] of Object.entries(finding.points) as [CauseId, number][])
      votes.set(id, [...(votes.get(id) ?? []), { finding, weight }])
  const seen = established(votes, asked)
  const rest = new Map([...votes].map(([cause, list]) => [cause, list.map((vote) => afterSeen(vote, cause, seen))]))
  const first = [...rest].map(([cause, list]) => ({ cause, total: total(cause, list, asked) }))
  first.sort((a, b) => b.total - a.total)
  const explained = new Map<Finding, CauseId[]>()
  const weighed = first.map(({ cause }) => weighOne(cause, rest.get(cause) ?? [], asked, explained))
  return besideSeen(asFamilies(weighed), seen).sort((a, b) => b.score - a.score)
}

/** What is benign explains one look of the curves; beside a fault that was seen it is no more probable than that. */
function besideSeen(list: readonly Weighed[], seen: readonly CauseId[]): Weighed[] {
  const most = Math.max(...list.filter((one) => seen.includes(one.cause)).map((one) => one.score))
  if (!(most > 0)) return [...list]
  return list.map((one) =>
    causeOf(one.cause).kind === 'benign' ? { ...one, score: Math.min(one.score, most - BENEATH) } : one,
  )
}

/** The faults that were seen at their own place and are likely by all that is known. */
function established(votes: ReadonlyMap<CauseId, readonly Vote[]>, asked: readonly Asked[]): readonly CauseId[] {
  const seen = [...votes].filter(([cause, list]) => isSeen(cause, list) && total(cause, list, asked) > 0)
  return seen.map(([cause]) => cause)
}

function isSeen(cause: CauseId, list: readonly Vote[]): boolean {
  return list.some((vote) => vote.weight > 0 && vote.finding.sees === cause)
}

/** A vote for `cause` as it stands beside the faults that were seen. */
function afterSeen(vote: Vote, cause: CauseId, seen: readonly CauseId[]): Vote {
  const others = seen.filter((one) => one !== cause && !kin(one, cause))
  const benign = causeOf(cause).kind === 'benign' && cause !== 'healthy'
  if (vote.weight <= 0 || others.length === 0 || benign) return vote
  const itself = vote.finding.sees === cause
  const follows = others.some((one) => leadsTo(one, cause) && !leadsTo(cause, one))
  return itself && !follows ? vote : { ...vote, weight: vote.weight * CONSEQUENCE }
}

function leadsTo(one: CauseId, other: CauseId): boolean {
  return causeOf(one).leads?.includes(other) ?? false
}

/** Members of one family. */
function kin(a: CauseId, b: CauseId): boolean {
  const family = causeOf(a).family
  return family !== undefined && family === causeOf(b).family
}

/**
 * Members of a family leave the same traces, so evidence for one is evidence for the family: its head, which bears the
 * family's name, stands before the others.
 */
function asFamilies(weighed: readonly Weighed[]): Weighed[] {
  const heads = new Set<string>(weighed.filter((one) => one.support > 0).map((one) => one.cause))
  const families = new Map<string, number>()
  for (const { cause, score } of weighed) {
    const { family } = causeOf(cause)
    if (family && heads.has(family))
      families.set(family, Math.max(score, families.get(family) ?? Number.NEGATIVE_INFINITY))
  }
  return weighed.map((one) => {
    const { family } = causeOf(one.cause)
    const head = family === undefined ? undefined : families.get(family)
    if (head === undefined) return one
    if (one.cause === family) return { ...one, score: head }
    const most = hasOwn(one, family as CauseId) ? head - BEHIND_HEAD : Math.min(head - BEHIND_HEAD, UNTOLD)
    return { ...one, score: Math.min(one.score, most) }
  })
}

function weighOne(
  cause: CauseId,
  list: readonly Vote[],
  asked: readonly Asked[],
  explained: Map<Finding, CauseId[]>,
): Weighed {
  const shared = list.map((vote) =>
    vote.weight > 0 && (explained.get(vote.finding) ?? []).some((other) => rivals(cause, other))
      ? { ...vote, weight: vote.weight * EXPLAINED }
      : vote,
  )
  const score = total(cause, shared, asked)
  const support = Math.max(0, ...shared.map((vote) => vote.weight))
  if (score > 0)
    for (const { finding, weight } of list)
      if (weight > 0) explained.set(finding, [...(explained.get(finding) ?? []), cause])
  return {
    cause,
    score,
    support,
    for: [...list]
      .sort((a, b) => b.weight - a.weight)
      .filter((vote) => vote.weight > 0)
      .map((vote) => vote.finding),
    against: asked.filter(({ answer }) => speaksAgainst(answer, cause)),
  }
}

function total(cause: CauseId, votes: readonly Vote[], asked: readonly Asked[]): number {
  const { prior } = causeOf(cause)
  return (
    Math.log(prior / (1 - prior)) +
    byGround(votes, 1) -
    byGround(votes, -1) -
    fromClear(cause, asked) * (isSeen(cause, votes) ? ABSENT : 1)
  )
}

/** Sum over grounds of the strongest weight of that sign on each, and a little for agreement. */
function byGround(votes: readonly Vote[], sign: 1 | -1): number {
  const grounds = new Map<string, number[]>()
  for (const { finding, weight } of votes)
    if (weight * sign > 0) grounds.set(finding.ground, [...(grounds.get(finding.ground) ?? []), weight * sign])
  let sum = 0
  for (const weights of grounds.values()) {
    weights.sort((a, b) => b - a)
    weights.forEach((weight, index) => {
      sum += index === 0 ? weight : weight * REPEATED
    })
  }
  return sum
}

function fromClear(cause: CauseId, asked: readonly Asked[]): number {
  let sum = 0
  for (const { answer } of asked) if (answer.state === 'clear') sum += answer.against[cause] ?? 0
  return sum
}

function speaksAgainst(answer: Answer, cause: CauseId): boolean {
  if (answer.state === 'clear') return (answer.against[cause] ?? 0) > 0
  return answer.state === 'found' && answer.findings.some((finding) => (finding.points[cause] ?? 0) < 0)
}

/** Whether some finding speaks for this member of a family more than for the family's head. */
function hasOwn(one: Weighed, head: CauseId): boolean {
  return one.for.some((finding) => (finding.points[one.cause] ?? 0) > (finding.points[head] ?? 0))
}

/** Whether two causes are explanations of the same traces; members of one family are not each other's rivals. */
export function rivals(a: CauseId, b: CauseId): boolean {
  if (a === b) return false
  const [one, other] = [causeOf(a), causeOf(b)]
  if (kin(a, b)) return false
  return one.rivals.includes(b) || other.rivals.includes(a)
}

/** Every id of the catalogue, for contract tests. */
export const KNOWN: ReadonlySet<string> = new Set(causes.map((cause) => cause.id))

// Screening: the rate and each remedy once, on the baseline's own seed, the most probable cause first.

import { STRONG } from '../diagnosis/calibrate.ts'
import type { Changes, TrialRow, Yardstick } from '../record/trials.ts'
import type { Candidate } from './candidates.ts'
import { kindOf, price, rateFactor, withRate } from './changes.ts'
import { gain, minimumOf } from './judge.ts'
import type { Lab } from './lab.ts'
import { bestOf, type Hint, searchRate } from './rates.ts'

/** From this probability on a cause is tried though another's remedy has done good already. */
const LIKELY = 0.5
/** Pairs of the confirmation are not to be spent on screening: two arms of five seeds. */
const KEPT = 10
/** up and down from the script's rate */
const STEP = 10

export interface Screened {
  readonly cause: string
  readonly remedy: string
  readonly changes: Changes
  /** what it has to beat: no changes, or the tuned rate alone */
  readonly against: Changes
  readonly row: TrialRow
  /** over what it has to beat, on this seed, in the units of effects */
  readonly gain: number
  /** how probable the diagnosis holds its cause */
  readonly probability: number
}

export interface Screening {
  /** those that are better by more than the least effect, the best first */
  readonly finalists: readonly Screened[]
  readonly all: readonly Screened[]
  /** candidates for which there was no time */
  readonly left: readonly Candidate[]
}

export interface Plan {
  readonly candidates: readonly Candidate[]
  readonly usual: readonly Candidate[]
  readonly rate: { readonly hint: Hint; readonly lower: number; readonly higher: number } | undefined
}

const LOWER = { cause: 'learning-rate-too-high', remedy: 'lower-rate' } as const
const HIGHER = { cause: 'learning-rate-too-low', remedy: 'raise-rate' } as const

export async function screen(lab: Lab, plan: Plan): Promise<Screening> {
  const all: Screened[] = []
  const left: Candidate[] = []
  const tryAll = async (candidates: readonly Candidate[], tuned: number) => {
    for (const candidate of candidates) {
      if (isEnough(all, candidate, lab.yardstick)) continue
      const { changes } = measured(candidate.changes, lab)
      if (!lab.isKnown(changes, 0) && !lab.affords(KEPT + 1)) left.push(candidate)
      else all.push(...(await tryRemedy(lab, candidate, tuned)))
    }
  }
  // what is likely and has nothing to do with the rate needs no rate to be searched for
  const plain = plan.candidates.filter(({ changes, probability }) => !kindOf(changes).tunes && probability >= LIKELY)
  await tryAll(plain, 1)
  if (!isRateLikely(plan)) all.push(...(await tryStrong(lab, plan.candidates, all)))
  const isMended = finalistsOf(all, lab.yardstick).length > 0 && !isRateLikely(plan)
  const rate = plan.rate && !isMended ? await tuneRate(lab, plan.rate) : undefined
  if (rate) all.push(...rate.tried)
  const tuned = rate?.best ?? 1
  await tryAll(
    plan.candidates.filter((one) => !plain.includes(one)),
    tuned,
  )
  // nothing that the diagnosis names did any good: what people get wrong most often
  for (const candidate of plan.usual) {
    if (finalistsOf(all, lab.yardstick).length > 0 || !lab.affords(KEPT + 1)) break
    all.push(...(await tryRemedy(lab, candidate, tuned)))
  }
  return { finalists: finalistsOf(all, lab.yardstick), all, left }
}

function isRateLikely({ rate }: Plan): boolean {
  return rate !== undefined && Math.max(rate.lower, rate.higher) >= LIKELY
}

/**
 * On one seed less than so many times the least effect may be chance: such a rate is no better than the script's own, and
 * what gains more needs no finer one.
 */
const PLENTY = 2

function isCured({ gain, row }: Screened, lab: Lab): boolean {
  return gain >= (lab.yardstick.stead ? 1 : PLENTY) * leastOf(row, lab.yardstick)
}

/** Whether a remedy gains so much that hardly chance alone does it. */
export function isClear(lab: Lab, { finalists }: Screening): boolean {
  return finalists.some((one) => isCured(one, lab))
}

/** One remedy of the same cause has done good already, or of any, and the next cause is not likely. */
function isEnough(all: readonly Screened[], next: Candidate, yardstick: Yardstick): boolean {
  const good = finalistsOf(all, yardstick)
  return good.some(({ cause }) => cause === next.cause) || (good.length > 0 && next.probability < LIKELY)
}

interface Tuned {
  readonly best: number
  readonly tried: readonly Screened[]
}

async function tuneRate(lab: Lab, { hint, lower, higher }: NonNullable<Plan['rate']>): Promise<Tuned> {
  const rows = new Map<number, TrialRow>()
  const known = await searchRate(
    scoreOf(lab.baseline, lab.yardstick),
    hint,
    async (factors) => {
      const isFree = factors.every((factor) => lab.isKnown(withRate({}, factor), 0))
      if (!isFree && !lab.affords(KEPT + 1)) return factors.map(() => Number.NEGATIVE_INFINITY)
      const found = await Promise.all(
        factors.map((factor) =>
          lab.tried(withRate({}, factor), { arm: 'screen', seed: 0, halve: true, ...(factor < 1 ? LOWER : HIGHER) }),
        ),
      )
      for (const [i, row] of found.entries()) if (row) rows.set(factors[i]!, row)
      return found.map((row) => (row ? scoreOf(row, lab.yardstick) : null))
    },
    { isCure: (value) => isWorthIt(value, lab), isMore: (value, than) => isMore(value, than, lab) },
  )
  const tried = [...rows].map(([factor, row]) => ({
    ...(factor < 1 ? LOWER : HIGHER),
    changes: withRate({}, factor),
    against: {},
    row,
    gain: gainOf(lab.baseline, row, lab),
    probability: factor < 1 ? lower : higher,
  }))
  // a rate that does little good on one seed is the script's own by another name
  const best = bestOf(known)
  const gained = tried.find(({ changes }) => rateFactor(changes) === best)
  return { best: gained && isCured(gained, lab) ? best : 1, tried }
}

/** Whether a score gains on another by half of the least effect: less than that is no direction. */
function isMore(score: number, than: number, { yardstick }: Lab): boolean {
  if (!Number.isFinite(score) || !Number.isFinite(than)) return score > than
  const value = (one: number) => (yardstick.better === 'up' ? one : -one)
  const least = minimumOf(yardstick, [{ without: value(than), with: value(score) }])
  return gain(value(than), value(score), yardstick) >= least / 2
}

/** Whether a score is better than the baseline's by more than the least effect: a cure needs no better one. */
function isWorthIt(score: number, lab: Lab): boolean {
  const value = lab.yardstick.better === 'up' ? score : -score
  const row = { ...lab.baseline, ending: 'finished', value } as const
  return gainOf(lab.baseline, row, lab) >= leastOf(row, lab.yardstick)
}

/**
 * One remedy. One that changes the scale of gradients must beat the tuned rate alone, and where it does not with the
 * script's own rate it is tried with others: with the tuned one, and ten times up and down where its cause is likely.
 */
async function tryRemedy(lab: Lab, candidate: Candidate, tuned: number): Promise<readonly Screened[]> {
  const { cause, remedy, probability } = candidate
  const { changes, base } = measured(candidate.changes, lab)
  const isScaling = kindOf(changes).tunes && !('learning_rate' in changes)
  const { against, control } = await controlFor(lab, base, isScaling ? tuned : 1)
  const tryOne = async (made: Changes): Promise<readonly Screened[]> => {
    const row = await lab.tried(made, { arm: 'screen', seed: 0, cause, remedy, halve: true })
    return row ? [{ cause, remedy, changes: made, against, row, gain: gainOf(control, row, lab), probability }] : []
  }
  const own = await tryOne(changes)
  const isSettled = own.some((one) => one.gain >= leastOf(one.row, lab.yardstick) || one.row.ending === 'ignored')
  if (!isScaling || isSettled) return own
  const factors = new Set([tuned, ...(probability >= LIKELY && lab.affords(KEPT + 3) ? [STEP, 1 / STEP] : [])])
  factors.delete(1)
  const others = await Promise.all([...factors].map((factor) => tryOne(withRate(changes, factor))))
  return [...own, ...others.flat()]
}

/**
 * Where the evidence for a cause is strong and there is none for the rate: its remedy with the script's own rate, held
 * against the training as it is. What gains much there needs no rate to be searched for, and none to be beaten that
 * happens to make up for the fault.
 */
async function tryStrong(
  lab: Lab,
  candidates: readonly Candidate[],
  before: readonly Screened[],
): Promise<readonly Screened[]> {
  const found: Screened[] = []
  for (const candidate of candidates) {
    const { cause, remedy, probability } = candidate
    const { changes, base } = measured(candidate.changes, lab)
    if (!kindOf(changes).tunes || probability < STRONG || !lab.affords(KEPT + 1)) continue
    if (finalistsOf([...before, ...found], lab.yardstick).length > 0) break
    const { against, control } = await controlFor(lab, base, 1)
    const row = await lab.tried(changes, { arm: 'screen', seed: 0, cause, remedy, halve: true })
    const gained = row && { cause, remedy, changes, against, row, gain: gainOf(control, row, lab), probability }
    if (gained && isCured(gained, lab)) found.push(gained)
  }
  return found
}

/** What a remedy is held against; where measuring otherwise changes nothing here, that is the training as it is measured now. */
async function controlFor(lab: Lab, base: Changes, tuned: number) {
  const wanted = withRate(base, tuned)
  const asked = await lab.tried(wanted, { arm: 'screen', seed: 0 })
  if (asked && asked.ending !== 'ignored') return { against: wanted, control: asked }
  const bare = withRate({}, tuned)
  return { against: bare, control: (await lab.tried(bare, { arm: 'screen', seed: 0 })) ?? lab.baseline }
}

/**
 * Where the arms are compared by a loss, both are measured alike: a loss that is given what it does not expect measures
 * wrongly on held-out data too, and Keras adds the layers' penalties to it, so that a weaker one looks better for nothing.
 */
function measured(
  changes: Changes,
  { yardstick, framework }: Lab,
): { readonly changes: Changes; readonly base: Changes } {
  if (yardstick.metric !== 'loss') return { changes, base: {} }
  if (changes.output_loss === 'paired')
    return { changes: { ...changes, output_loss: 'both' }, base: { output_loss: 'measured' } }
  const base = { penalties: 'unmeasured' } as const
  if (framework === 'keras' && 'weight_decay' in changes) return { changes: { ...changes, ...base }, base }
  return { changes, base: {} }
}

/**
 * Those whose gain is worth a change. What gains about as much as the best is as good: among these the more probable
 * cause comes first, and then the fewer changes.
 */
function finalistsOf(all: readonly Screened[], yardstick: Yardstick): readonly Screened[] {
  const good = all.filter(
    ({ row, gain, against }) => row.ending === 'finished' && gain >= leastOf(row, yardstick) && against !== undefined,
  )
  const value = (one: Screened) => scoreOf(one.row, yardstick) ?? Number.NEGATIVE_INFINITY
  const best = Math.max(...good.map(value))
  const asGood = good.filter((one) => best - value(one) <= leastOf(one.row, yardstick) / 2)
  const rest = good.filter((one) => !asGood.includes(one)).sort((a, b) => value(b) - value(a))
  const size = ({ changes }: Screened) => Object.keys(changes).length
  return [...asGood.sort((a, b) => b.probability - a.probability || size(a) - size(b) || value(b) - value(a)), ...rest]
}

/** What a row gains over the baseline on its seed, and what it had to gain, in the units of effects. */
export function gainOverBaseline(lab: Lab, row: TrialRow): number {
  return gainOf(lab.baseline, row, lab)
}

export function leastGain({ yardstick }: Lab, row: TrialRow): number {
  return leastOf(row, yardstick)
}

/** What is worth a change; of shares of few examples at least the standard error of their difference: a few examples' whim. */
function leastOf(row: TrialRow, yardstick: Yardstick): number {
  const value = row.value ?? 0
  const least = price(row.changes) * minimumOf(yardstick, [{ without: value, with: value }])
  const isShare = SHARES.has(yardstick.metric) && value >= 0 && value <= 1 && yardstick.examples !== undefined
  return isShare ? Math.max(least, Math.sqrt((2 * value * (1 - value)) / yardstick.examples!)) : least
}
const SHARES = new Set(['accuracy', 'balanced-accuracy'])

/** The yardstick at the end so that more is better; null where the training was lost, the least where it was not let to its end. */
export function scoreOf({ ending, value }: TrialRow, { better }: Yardstick): number | null {
  if (ending === 'lost' || ending === 'crashed' || ending === 'memory' || value === null) return null
  if (ending !== 'finished') return Number.NEGATIVE_INFINITY
  return better === 'up' ? value : -value
}

/** What is gained over `without`; a training that was lost is as bad as the worst that any began with. */
function gainOf(without: TrialRow, row: TrialRow, lab: Lab): number {
  const worst = worstOf(lab.rows(), lab.yardstick)
  const value = (one: TrialRow) => (one.ending === 'finished' ? one.value : null) ?? worst
  return gain(value(without), value(row), lab.yardstick)
}

/** The worst value with which any training began: what one counts that ended without a number. */
export function worstOf(rows: readonly TrialRow[], { better }: Yardstick): number {
  const first = rows.flatMap(({ curve }) => curve.find(([, value]) => value !== null)?.[1] ?? [])
  return better === 'up' ? Math.min(...first, Number.MAX_VALUE) : Math.max(...first, Number.MIN_VALUE)
}

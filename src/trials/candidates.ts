// A diagnosis -> what is to be tried: the remedies of its causes, the most probable first, each once.

import { type CauseId, causeOf } from '../causes/index.ts'
import type { Changes } from '../record/trials.ts'
import { keyOf, kindOf } from './changes.ts'
import type { Knob } from './knobs.ts'

export interface Candidate {
  readonly cause: string
  readonly remedy: string
  readonly changes: Changes
  /** of the cause */
  readonly probability: number
}

export interface Candidates {
  readonly tried: readonly Candidate[]
  readonly byHand: readonly { readonly cause: string; readonly remedy: string }[]
}

export interface Suspect {
  readonly cause: CauseId
  readonly probability: number
}

/** Remedies that are searched for in their own way: by the search for a rate. */
const BY_SEARCH = new Set(['lower-rate', 'raise-rate', 'range-test'])
/** Where one remedy of a cause did no good, the cause is so much less probable when its next one has its turn. */
const DOUBT = 0.5
/** What no change inside a process can do: whoever names a flag for it wants to know, as if it were so probable. */
const FLAGGED = 0.3
const BY_FLAG: readonly (readonly [CauseId, string])[] = [
  ['model-too-small', 'larger-model'],
  ['too-little-data', 'more-data'],
]
/** What may help a training that nothing is wrong with. */
const LONGER = ['too-few-epochs', 'train-longer'] as const
/** What mends the faults that people make most, where nothing of the diagnosis did any good; weights that are safe first. */
const USUAL: readonly (readonly [CauseId, string])[] = [
  ['wrong-optimizer', 'adam'],
  ['unscaled-inputs', 'standardize-inputs'],
  ['poor-initialization', 'he-init'],
  ['output-loss-mismatch', 'pair-output-loss'],
  ['weights-not-updated', 'pass-parameters'],
  LONGER,
]

/**
 * What the suspects' remedies change; those that only hands or an unknown flag can do stand apart. `isInside`: whether
 * changes can be made inside the process; without PyTorch and Keras only flags are left.
 */
export function candidatesOf(suspects: readonly Suspect[], knobs: readonly Knob[], isInside = true): Candidates {
  const tried: Candidate[] = []
  const byHand: { cause: string; remedy: string }[] = []
  const seen = new Set<string>()
  const turn = new Map<Candidate, number>()
  for (const { cause, probability } of suspects) {
    let before = 0
    for (const remedy of causeOf(cause).remedies) {
      if (BY_SEARCH.has(remedy.id)) continue
      const changes = (remedy.change ?? {}) as Changes
      const reachable = remedy.change !== undefined && isReachable(changes, knobs, isInside)
      if (!reachable) byHand.push({ cause, remedy: remedy.id })
      else if (!seen.has(keyOf(changes))) {
        const candidate = { cause, remedy: remedy.id, changes, probability }
        tried.push(candidate)
        turn.set(candidate, probability * DOUBT ** before)
        if (!kindOf(changes).readOff) before++
      }
      seen.add(keyOf(changes))
    }
  }
  return { tried: tried.sort((a, b) => turn.get(b)! - turn.get(a)!), byHand }
}

/** Of the remedies that only a flag can make, those for which the user has named one: before what is less probable. */
export function withFlagged(candidates: readonly Candidate[], knobs: readonly Knob[]): readonly Candidate[] {
  const flagged = beside(candidates, BY_FLAG).filter(({ changes }) => isReachable(changes, knobs, false))
  const at = candidates.findIndex(({ probability }) => probability < FLAGGED)
  const place = at < 0 ? candidates.length : at
  return [...candidates.slice(0, place), ...flagged, ...candidates.slice(place)]
}

/** The usual remedies that are not among these; of a healthy training only that it go on. */
export function usualBeside(candidates: readonly Candidate[], isHealthy: boolean): readonly Candidate[] {
  return beside(candidates, isHealthy ? [LONGER] : USUAL).map((one) => ({ ...one, probability: 0 }))
}

function beside(
  candidates: readonly Candidate[],
  wanted: readonly (readonly [CauseId, string])[],
): readonly Candidate[] {
  const known = new Set(candidates.map(({ changes }) => keyOf(changes)))
  return wanted.flatMap(([cause, remedy]) => {
    const changes = (causeOf(cause).remedies.find(({ id }) => id === remedy)?.change ?? {}) as Changes
    return known.has(keyOf(changes)) ? [] : [{ cause, remedy, changes, probability: FLAGGED }]
  })
}

function isReachable(changes: Changes, knobs: readonly Knob[], isInside: boolean): boolean {
  const inside = Object.fromEntries(
    Object.entries(changes).filter(([name]) => !knobs.some(({ change }) => change === name)),
  )
  return isInside ? kindOf(inside).byHand !== true : kindOf(inside).readOff === true
}

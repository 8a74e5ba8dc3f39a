// What a cause is: data only. Its words are in the locales under `cause.<id>`; its id is the catalogue's.

export type CauseKind = 'fault' | 'benign'
export type CauseGroup = 'data' | 'model' | 'optimization' | 'benign'
export type Safety = 'safe' | 'needs-a-value' | 'try-and-verify'

/** What can be done. The sentence is `remedy.<id>` in the locales; `change` is what a trial may apply. */
export interface Remedy {
  readonly id: string
  readonly change?: Readonly<Record<string, string | number | boolean>>
  readonly safe: Safety
}

/** A test that separates this cause from its rivals. The sentence is `test.<id>`, what it needs `test.<id>.needs`. */
export interface SettlingTest {
  readonly id: string
  readonly cost: 'seconds' | 'minutes' | 'one-run' | 'some-runs'
  /** how `whyloss verify` makes the test: what it changes in one training; absent where it cannot */
  readonly change?: Readonly<Record<string, string | number | boolean>>
  /**
   * What that training shows where this cause is at work, and does not show where a rival is. better: it ends better by
   * enough to matter. as-good: it ends no worse. learns: the train loss falls to a tenth. stuck: it does not.
   */
  readonly shows?: 'better' | 'as-good' | 'learns' | 'stuck'
}

export interface Cause {
  readonly id: string
  readonly kind: CauseKind
  readonly group: CauseGroup
  /** which of the five seed documents name it */
  readonly seeds: readonly ('A' | 'B' | 'C' | 'D' | 'E')[]
  /** how often it is at work where someone asks, before any evidence: a probability */
  readonly prior: number
  /** causes that leave the same traces */
  readonly rivals: readonly string[]
  /** faults that follow from this one: where both are seen, this one is the cause */
  readonly leads?: readonly string[]
  /** causes that watching cannot tell apart share a family; the family's first name is given first */
  readonly family?: string
  readonly remedies: readonly Remedy[]
  readonly settle: readonly SettlingTest[]
  /** one to three works of literature.json: what is known of it */
  readonly literature: readonly string[]
}

export function defineCause<const C extends Cause>(cause: C): C {
  return cause
}

// What a check says: findings with their evidence, and the other answers a question can have.

import type { CauseId } from '../causes/index.ts'
import type { EvidenceName } from '../record/evidence.ts'
import type { Split } from '../record/series.ts'

export type Value = string | number | boolean | null
export type Values = Readonly<Record<string, Value>>

/**
 * How strongly an answer speaks for (positive) or against (negative) causes, in log-odds: 1 is a hint, 2 speaks
 * clearly, 3 is hard to explain otherwise, 4 and more identifies.
 */
export type Weights = Partial<Readonly<Record<CauseId, number>>>

export interface Where {
  readonly steps?: readonly [number, number]
  readonly epochs?: readonly [number, number]
  readonly layers?: readonly string[]
  readonly split?: Split
  readonly lines?: readonly number[]
}

/**
 * A closed union: what a view can show beside a sentence. Columns are plain arrays, at most 400 points. A title is a
 * message id in a check's finding, and the words themselves once the finding is reported (diagnosis/report.ts).
 */
export type Exhibit =
  | {
      readonly kind: 'curve'
      readonly title: string
      readonly axis: 'epoch' | 'step'
      readonly log: boolean
      readonly lines: readonly {
        readonly name: string
        readonly split: Split
        readonly x: readonly number[]
        readonly y: readonly (number | null)[]
      }[]
      readonly band?: readonly [number, number]
    }
  | {
      readonly kind: 'histogram'
      readonly title: string
      readonly edges: readonly number[]
      readonly counts: readonly number[]
    }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Value[])[]
    }
  | {
      readonly kind: 'matrix'
      readonly title: string
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      readonly cells: readonly (readonly number[])[]
    }
  | {
      readonly kind: 'scatter'
      readonly title: string
      readonly x: readonly number[]
      readonly y: readonly number[]
      readonly names: readonly [string, string]
    }
  | { readonly kind: 'quote'; readonly text: string; readonly where: string }

export interface Finding {
  /** stable and unique in its check, e.g. `uniform-guessing`; readings of the catalogue are `reading/<id>` */
  readonly id: string
  /** message id of the claim; its placeholders are `values` */
  readonly message: string
  readonly values: Values
  readonly where: Where
  readonly exhibits: readonly Exhibit[]
  readonly points: Weights
  /** true where something is wrong whatever the cause: not finite, nothing learnt, diverged */
  readonly ill?: boolean
  /**
   * The cause that was seen at its own place (in a setting, a table, the data, the weights before the first step), not by
   * the traces that it leaves. What else is seen is then held for its consequence.
   */
  readonly sees?: CauseId
  /**
   * What was looked at, e.g. `loss/train/level`. Findings that rest on the same ground are one piece of evidence seen
   * twice: only the strongest counts in full for a cause.
   */
  readonly ground: string
}

export type Answer =
  | { readonly state: 'found'; readonly findings: readonly Finding[] }
  | { readonly state: 'clear'; readonly values: Values; readonly against: Weights }
  | { readonly state: 'irrelevant'; readonly reason: string }
  | { readonly state: 'unasked'; readonly missing: readonly EvidenceName[]; readonly how: string }
  | { readonly state: 'broken'; readonly error: string }

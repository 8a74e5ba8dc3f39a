// The one value that every output is made of; its JSON is a public contract (schema 1: additions yes, renames no).

import type { CauseKind, Safety } from '../causes/cause.ts'
import type { CauseId } from '../causes/index.ts'
import type { Exhibit, Values, Where } from '../checks/finding.ts'
import type { Split } from '../record/series.ts'
import type { TrialRow } from '../record/trials.ts'
import type { ReportedData } from './report-data.ts'
import type { ReportedModel, ReportedPredictions } from './report-model.ts'
import type { ReportedExperiment } from './report-trials.ts'

export type Verdict = 'ill' | 'healthy' | 'undecided'
export type Certainty = 'verified' | 'strong' | 'likely' | 'possible'

export interface DiagnosisEntry {
  readonly cause: CauseId
  /** the cause in a few words, and in one sentence */
  readonly title: string
  readonly what: string
  readonly kind: CauseKind
  /** of this cause by itself; several may act */
  readonly probability: number
  readonly certainty: Certainty
  /** ids of findings */
  readonly for: readonly string[]
  /** what speaks against it: sentences */
  readonly against: readonly string[]
  readonly remedies: readonly {
    readonly id: string
    readonly advice: string
    readonly expect: string
    readonly change: Values
    readonly safe: Safety
  }[]
  readonly settle: readonly { readonly test: string; readonly needs: string; readonly cost: string }[]
  /** the nearest other explanation and why it ranks lower; absent where there is none */
  readonly rather?: { readonly cause: CauseId; readonly why: string }
}

export interface ReportedFinding {
  readonly id: string
  readonly check: string
  readonly claim: string
  readonly message: string
  readonly values: Values
  readonly where: Where
  readonly exhibits: readonly Exhibit[]
  /** causes it points to, strongest first */
  readonly causes: readonly CauseId[]
}

export interface ReportedSeries {
  readonly name: string
  readonly metric: string
  readonly split: Split
  readonly axis: 'epoch' | 'step'
  readonly points: number
  readonly first: number | string | null
  readonly last: number | string | null
  readonly min: number | null
  readonly max: number | null
  readonly nonFinite: number
  /** at most 60 values for a sparkline; null where not finite */
  readonly shape: readonly (number | null)[]
}

export interface ExaminedRun {
  readonly name: string
  readonly sources: readonly {
    readonly path: string
    readonly format: string
    readonly points: number
    /** of the bytes that were read */
    readonly sha256?: string
  }[]
  readonly verdict: Verdict
  readonly summary: string
  readonly diagnosis: readonly DiagnosisEntry[]
  readonly findings: readonly ReportedFinding[]
  readonly checks: {
    readonly asked: number
    readonly found: number
    readonly clear: number
    readonly irrelevant: number
    readonly unasked: number
    readonly broken: number
  }
  readonly clear: readonly { readonly check: string; readonly claim: string }[]
  readonly irrelevant: readonly { readonly check: string; readonly reason: string }[]
  readonly unasked: readonly { readonly check: string; readonly missing: readonly string[]; readonly how: string }[]
  readonly broken: readonly { readonly check: string; readonly error: string }[]
  readonly facts: readonly {
    readonly name: string
    readonly value: unknown
    readonly quote: string
    readonly where: string
  }[]
  readonly series: readonly ReportedSeries[]
  /** of an audit, or of a run whose data were passed too */
  readonly data?: ReportedData
  /** of an inspection, or of a run whose model was passed too */
  readonly model?: ReportedModel
  readonly predictions?: ReportedPredictions
  readonly notes: readonly string[]
  /** every trial that was made, in the order in which they ended */
  readonly trials: readonly TrialRow[]
  /** what the trials were made for and came to; absent where there were none */
  readonly experiment?: ReportedExperiment
}

export interface Examination {
  readonly schema: 1
  readonly whyloss: string
  readonly runs: readonly ExaminedRun[]
}

// The shape of a check: one question, the evidence it needs, the numbers a user may argue with, a pure examination.

import { type Evidence, type EvidenceName, evidence } from '../record/evidence.ts'
import type { RunRecord } from '../record/run.ts'
import type { Answer, Finding, Values, Weights } from './finding.ts'

export type CheckGroup = 'reading' | 'data' | 'model' | 'optimization' | 'evaluation'
export type Limits = Readonly<Record<string, number>>

/** `needs` are all there; `helps` may be undefined. */
export type Given<Needs extends EvidenceName, Helps extends EvidenceName> = {
  readonly [Name in Needs]: Evidence[Name]
} & { readonly [Name in Helps]: Evidence[Name] | undefined }

interface Definition<Needs extends EvidenceName, Helps extends EvidenceName, L extends Limits> {
  /** the file's name, and the name in the report */
  readonly name: string
  readonly group: CheckGroup
  readonly needs: readonly Needs[]
  readonly helps: readonly Helps[]
  readonly limits: L
  examine(given: Given<Needs, Helps>, limits: L): Answer
}

export interface Check {
  readonly name: string
  readonly group: CheckGroup
  readonly needs: readonly EvidenceName[]
  readonly helps: readonly EvidenceName[]
  readonly limits: Limits
  /** Never throws: an error is the answer `broken`. */
  ask(record: RunRecord, limits?: Limits): Answer
}

export function defineCheck<Needs extends EvidenceName, Helps extends EvidenceName, const L extends Limits>(
  definition: Definition<Needs, Helps, L>,
): Check {
  const { name, group, needs, helps, limits } = definition
  return {
    name,
    group,
    needs,
    helps,
    limits,
    ask(record, changed) {
      const missing = needs.filter((need) => evidence(record, need) === undefined)
      if (missing.length > 0) return { state: 'unasked', missing, how: `how.${missing[0]}` }
      const given: Partial<Record<EvidenceName, unknown>> = {}
      for (const one of [...needs, ...helps]) given[one] = evidence(record, one)
      try {
        return definition.examine(given as Given<Needs, Helps>, { ...limits, ...changed } as L)
      } catch (error) {
        return { state: 'broken', error: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

export function found(...findings: readonly Finding[]): Answer {
  return { state: 'found', findings }
}

export function clear(values: Values, against: Weights = {}): Answer {
  return { state: 'clear', values: plain(values), against }
}

export function irrelevant(reason: string): Answer {
  return { state: 'irrelevant', reason }
}

export function unasked(missing: readonly EvidenceName[]): Answer {
  return { state: 'unasked', missing, how: `how.${missing[0]}` }
}

/** A finding whose claim is the message `claim.<id>`. */
export function finding(
  one: Omit<Finding, 'message' | 'where' | 'exhibits'> & Partial<Pick<Finding, 'where' | 'exhibits'>>,
): Finding {
  return { where: {}, exhibits: [], ...one, values: plain(one.values), message: `claim.${one.id}` }
}

/** JSON has no NaN and no Inf: what is no number is null there. */
function plain(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isFinite(value) ? null : value,
    ]),
  )
}

// Builds small records for the tests of checks, as a person would describe them.

import { expect, it } from 'vitest'
import { type FactName, type FactValues, fact } from '../record/fact.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { RunEvent, RunRecord } from '../record/run.ts'
import type { Axis, Mean, Series, Split } from '../record/series.ts'
import type { Check } from './check.ts'
import type { Answer } from './finding.ts'

export interface Described {
  readonly axis?: Axis
  readonly mean?: Mean
  readonly split?: Split
  /** coordinates; 1, 2, 3, ... where absent */
  readonly at?: readonly number[]
  /** epoch of each value, for step curves */
  readonly epochs?: readonly number[]
}

export interface RunBuilder {
  curve(name: string, values: readonly number[], how?: Described): RunBuilder
  fact<Name extends FactName>(name: Name, value: FactValues[Name]): RunBuilder
  event(event: RunEvent): RunBuilder
  readonly record: RunRecord
}

/** An empty run; each call returns a new builder. */
export function run(record: RunRecord = EMPTY): RunBuilder {
  return {
    record,
    curve: (name, values, how = {}) => run({ ...record, series: [...record.series, series(name, values, how)] }),
    fact: (name, value) => run({ ...record, facts: [...record.facts, fact(name, value, `${name} ${value}`, 'line 1')] }),
    event: (event) => run({ ...record, events: [...record.events, event] }),
  }
}

const EMPTY: RunRecord = { name: 'run', sources: [], series: [], facts: [], events: [], tables: {}, notes: [] }

function series(name: string, values: readonly number[], how: Described): Series {
  const meaning = meaningOf(name)
  const axis = how.axis ?? meaning.axis ?? 'epoch'
  const at = Float64Array.from(how.at ?? values.map((_, i) => i + 1))
  const none = Float64Array.from(values, () => Number.NaN)
  return {
    name,
    metric: meaning.metric,
    split: how.split ?? meaning.split ?? 'train',
    axis,
    mean: how.mean ?? meaning.mean ?? 'unknown',
    step: axis === 'step' ? at : none,
    epoch: how.epochs ? Float64Array.from(how.epochs) : axis === 'epoch' ? at : none,
    value: Float64Array.from(values),
  }
}

interface Ill {
  readonly run: RunBuilder
  /** id of a finding that must be there */
  readonly finds: string
  /** causes that the finding must point to */
  readonly pointsTo?: readonly string[]
}

/** The two lists of a check, and what is true of every check on them. */
export function examines(check: Check, lists: { readonly ill: Readonly<Record<string, Ill>>; readonly well: Readonly<Record<string, RunBuilder>> }): void {
  for (const [name, one] of Object.entries(lists.ill))
    it(`${check.name} finds: ${name}`, () => {
      const answer = check.ask(one.run.record)
      expect(idsOf(answer)).toContain(one.finds)
      expect(check.ask(one.run.record)).toEqual(answer)
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
      const points = answer.state === 'found' ? Object.assign({}, ...answer.findings.map((finding) => finding.points)) : {}
      for (const cause of one.pointsTo ?? []) expect(points[cause] ?? 0).toBeGreaterThan(0)
    })
  for (const [name, one] of Object.entries(lists.well))
    it(`${check.name} is quiet: ${name}`, () => {
      const answer = check.ask(one.record)
      expect(answer.state === 'found' ? idsOf(answer) : []).toEqual([])
      expect(answer.state).not.toBe('broken')
    })
}

function idsOf(answer: Answer): readonly string[] {
  return answer.state === 'found' ? answer.findings.map((finding) => finding.id) : [answer.state]
}

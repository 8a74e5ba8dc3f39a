// Builds small records for the tests of checks, as a person would describe them, and examines a check on its lists.

import { expect, it } from 'vitest'
import { has, speaker } from '../locales/speak.ts'
import { type FactName, type FactValues, fact } from '../record/fact.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { Layer, RunEvent, RunRecord } from '../record/run.ts'
import type { Axis, Mean, Series, Split } from '../record/series.ts'
import type { TableName, Tables } from '../record/tables.ts'
import { gaussian } from '../signal/generator.ts'
import type { Check } from './check.ts'
import type { Answer, Finding, Values } from './finding.ts'

export interface Described {
  readonly axis?: Axis
  readonly mean?: Mean
  readonly split?: Split
  /** coordinates; 1, 2, 3, ... where absent */
  readonly at?: readonly number[]
  /** epoch of each value, for step curves */
  readonly epochs?: readonly number[]
  /** the field's name; from the lexicon where absent */
  readonly metric?: string
  readonly layer?: string
}

export interface RunBuilder {
  curve(name: string, values: readonly number[], how?: Described): RunBuilder
  fact<Name extends FactName>(name: Name, value: FactValues[Name]): RunBuilder
  event(event: RunEvent): RunBuilder
  layers(...layers: readonly Layer[]): RunBuilder
  table<Name extends TableName>(name: Name, ...rows: Required<Tables>[Name]): RunBuilder
  readonly record: RunRecord
}

/** An empty run; each call returns a new builder. */
export function run(record: RunRecord = EMPTY): RunBuilder {
  return {
    record,
    curve: (name, values, how = {}) => run({ ...record, series: [...record.series, series(name, values, how)] }),
    fact: (name, value) =>
      run({ ...record, facts: [...record.facts, fact(name, value, `${name} ${value}`, 'line 1')] }),
    event: (event) => run({ ...record, events: [...record.events, event] }),
    layers: (...layers) => run({ ...record, tables: { ...record.tables, layers } }),
    table: (name, ...rows) => run({ ...record, tables: { ...record.tables, [name]: rows } }),
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
    metric: how.metric ?? meaning.metric,
    split: how.split ?? meaning.split ?? 'train',
    axis,
    mean: how.mean ?? meaning.mean ?? 'unknown',
    ...(how.layer !== undefined && { layer: how.layer }),
    step: axis === 'step' ? at : none,
    epoch: how.epochs ? Float64Array.from(how.epochs) : axis === 'epoch' ? at : none,
    value: Float64Array.from(values),
  }
}

/** Noise of a curve: relative size, and the seed that it comes from. */
export interface Noisy {
  readonly noise?: number
  readonly seed?: number
  /** values until 63 % of the way are done; a fifth of the curve where absent */
  readonly tau?: number
}

/** A curve that goes from one value to another, fast at first, as trainings print it: four digits. */
export function curve(points: number, from: number, to: number, how: Noisy = {}): number[] {
  const tau = how.tau ?? points / 5
  return shaken(
    Array.from({ length: points }, (_, i) => to + (from - to) * Math.exp(-i / tau)),
    how,
  )
}

/** A straight line from one value to another. */
export function straight(points: number, from: number, to: number, how: Noisy = {}): number[] {
  return shaken(
    Array.from({ length: points }, (_, i) => from + ((to - from) * i) / Math.max(1, points - 1)),
    how,
  )
}

/** Values with seeded relative noise, printed with four digits. */
export function shaken(values: readonly number[], { noise = 0, seed = 1 }: Noisy = {}): number[] {
  const draw = gaussian(seed)
  return values.map((value) => Number((value * (1 + noise * draw())).toFixed(4)))
}

/** The epoch of each of `epochs` times `each` step values. */
export function epochsOf(epochs: number, each: number): number[] {
  return Array.from({ length: epochs * each }, (_, i) => 1 + Math.floor(i / each))
}

export interface Ill {
  readonly run: RunBuilder
  /** id of a finding that must be there */
  readonly finds: string
  /** causes that this finding must point to */
  readonly pointsTo?: readonly string[]
}

export interface Outside {
  readonly run: RunBuilder
  /** reason of the answer `irrelevant`, or the evidence that the answer `unasked` misses */
  readonly because: string
}

export interface Lists {
  readonly ill: Readonly<Record<string, Ill>>
  /** the question arises, and the answer is no */
  readonly well: Readonly<Record<string, RunBuilder>>
  /** the question does not arise, or cannot be asked */
  readonly outside?: Readonly<Record<string, Outside>>
  /** what the check gets wrong today: a well run (or an ill one) that moves to its list when it no longer does */
  readonly owed?: Readonly<Record<string, RunBuilder | Ill>>
}

/** The lists of a check, and what is true of every check on them. */
export function examines(check: Check, lists: Lists): void {
  for (const [name, one] of Object.entries(lists.ill)) it(`${check.name} finds: ${name}`, () => finds(check, one))
  for (const [name, one] of Object.entries(lists.well)) it(`${check.name} is quiet: ${name}`, () => quiet(check, one))
  for (const [name, one] of Object.entries(lists.outside ?? {}))
    it(`${check.name} does not judge: ${name}`, () => {
      const answer = asked(check, one.run)
      const why =
        answer.state === 'irrelevant' ? [answer.reason] : answer.state === 'unasked' ? answer.missing : idsOf(answer)
      expect(why).toContain(one.because)
    })
  for (const [name, one] of Object.entries(lists.owed ?? {}))
    it.fails(`${check.name} owes: ${name}`, () => ('finds' in one ? finds(check, one) : quiet(check, one)))
}

function finds(check: Check, one: Ill): void {
  const answer = asked(check, one.run)
  expect(idsOf(answer)).toContain(one.finds)
  const found = findingsOf(answer).find((finding) => finding.id === one.finds)
  const points: Readonly<Record<string, number>> = { ...found?.points }
  for (const cause of one.pointsTo ?? []) expect(points[cause] ?? 0, cause).toBeGreaterThan(0)
}

function quiet(check: Check, one: RunBuilder): void {
  expect(idsOf(asked(check, one))).toEqual(['clear'])
}

/** The answer, after holding that it is the same twice, survives JSON and can be said. */
function asked(check: Check, { record }: RunBuilder): Answer {
  const answer = check.ask(record)
  expect(check.ask(record)).toEqual(answer)
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  expect(sayable(check, answer)).toBe(true)
  return answer
}

function sayable(check: Check, answer: Answer): boolean {
  const speak = speaker('en')
  const said = (id: string, values: Values = {}) => has(id) && speak(id, values).length > 0
  if (answer.state === 'found')
    return answer.findings.length > 0 && answer.findings.every((finding) => said(finding.message, finding.values))
  if (answer.state === 'clear') return said(`clear.${check.name}`, answer.values)
  if (answer.state === 'irrelevant') return said(`irrelevant.${answer.reason}`)
  return answer.state === 'unasked' && said(answer.how)
}

function findingsOf(answer: Answer): readonly Finding[] {
  return answer.state === 'found' ? answer.findings : []
}

function idsOf(answer: Answer): readonly string[] {
  return answer.state === 'found' ? answer.findings.map((finding) => finding.id) : [answer.state]
}

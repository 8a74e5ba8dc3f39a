// What holds for every check and every cause, whatever it asks or names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { causes } from '../../src/causes/index.ts'
import literature from '../../src/causes/literature.json' with { type: 'json' }
import { checks } from '../../src/checks/index.ts'
import { examine } from '../../src/diagnosis/examine.ts'
import { has } from '../../src/locales/speak.ts'
import type { RunRecord } from '../../src/record/run.ts'
import { SHARED, shared, suite } from '../components.ts'
import { goldenRuns, recordsOf, type Truth } from '../golden.ts'
import { anyRecord, longRun } from '../records.ts'

const known = new Set<string>(causes.map((cause) => cause.id))
const golden: { readonly truth: Truth; readonly records: readonly RunRecord[] }[] = []

beforeAll(async () => {
  for (const truth of goldenRuns()) golden.push({ truth, records: await recordsOf(truth) })
}, 120_000)

// what holds for a check on any record is in src/checks/every.test.ts
describe.each(checks.map((check) => [check.name, check] as const))('check %s', (_, check) => {
  test('has finite limits, and needs and helps that are different evidence', () => {
    expect(check.needs.filter((need) => check.helps.includes(need))).toEqual([])
    expect(Object.entries(check.limits).filter(([, limit]) => !Number.isFinite(limit))).toEqual([])
  })

  test('answers every golden run, twice the same, in plain data', () => {
    for (const { truth, records } of golden)
      for (const record of records) {
        const answer = check.ask(record)
        expect(answer.state === 'broken' ? answer.error : '', truth.name).toBe('')
        expect(check.ask(record), truth.name).toEqual(answer)
        expect(JSON.parse(JSON.stringify(answer)), truth.name).toEqual(answer)
      }
  })

  test('answers 100,000 steps in a moment', () => {
    // processor time: a busy machine does not stretch it
    const before = process.cpuUsage()
    expect(check.ask(LONG).state).not.toBe('broken')
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1)
  })
})
const LONG = longRun(100_000)

describe('the checks together', () => {
  test('are quiet on every healthy golden run', () => {
    const healthy = golden.filter(({ truth }) => truth.verdict === 'healthy' && !truth.heldOut)
    const loud = healthy.flatMap(({ truth, records }) =>
      examine(records, { language: 'en', version: '0' })
        .runs.filter((run) => run.verdict === 'ill')
        .map((run) => `${truth.name}: ${run.diagnosis[0]?.cause} ${run.diagnosis[0]?.probability}`),
    )
    expect(loud).toEqual([])
  })

  test('give any record an examination that survives JSON', () => {
    const property = fc.property(anyRecord, (record) => {
      const examination = examine([record], { language: 'en', version: '0' })
      expect(JSON.parse(JSON.stringify({ ...examination, runs: [{ ...examination.runs[0], facts: [] }] }))).toEqual({
        ...examination,
        runs: [{ ...examination.runs[0], facts: [] }],
      })
      const probabilities = examination.runs[0]!.diagnosis.map((one) => one.probability)
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
      expect(probabilities.filter((one) => !(one >= 0 && one <= 1))).toEqual([])
    })
    fc.assert(property, { numRuns: 200 })
  })
})

describe.each(causes.map((cause) => [cause.id, cause] as const))('cause %s', (id, cause) => {
  test('has its words', () => {
    const ids = [`cause.${id}`, `cause.${id}.what`]
    for (const remedy of cause.remedies) ids.push(`remedy.${remedy.id}`, `remedy.${remedy.id}.expect`)
    for (const settle of cause.settle) ids.push(`test.${settle.id}`, `test.${settle.id}.needs`)
    expect(ids.filter((one) => !has(one))).toEqual([])
  })

  test('has rivals that exist, not itself', () => {
    expect(cause.rivals.filter((rival) => !known.has(rival) || rival === id)).toEqual([])
    if (cause.family !== undefined) expect(known.has(cause.family)).toBe(true)
  })

  test('has a prior that is a probability; a fault has a remedy and a test', () => {
    expect(cause.prior).toBeGreaterThan(0)
    expect(cause.prior).toBeLessThan(1)
    expect(cause.group === 'benign').toBe(cause.kind === 'benign')
    if (cause.kind === 'fault') expect([cause.remedies.length > 0, cause.settle.length > 0]).toEqual([true, true])
  })
})

describe('the literature', () => {
  const works = Object.entries(literature as Readonly<Record<string, Readonly<Record<string, string | number>>>>)

  test('is named by each cause, one to three works, and holds no other', () => {
    expect(causes.filter(({ literature: own }) => own.length < 1 || own.length > 3).map(({ id }) => id)).toEqual([])
    const named = new Set(causes.flatMap((cause) => cause.literature))
    expect([...named].sort()).toEqual(works.map(([id]) => id).sort())
  })

  test.each(works)(
    '%s can be found: by a DOI or an arXiv id that is well formed',
    (id, { year, title, doi, arxiv }) => {
      expect(id).toMatch(/^[a-z-]+-\d{4}$/)
      expect(id.endsWith(String(year))).toBe(true)
      expect(title).toMatch(/^\S.{5,}[^.\s]$/)
      expect([doi, arxiv].filter((one) => one !== undefined)).toHaveLength(1)
      if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,5}\/\S+$/)
      if (arxiv !== undefined) expect(arxiv).toMatch(/^\d{4}\.\d{4,5}$/)
    },
  )
})

suite('the catalogue', [shared], () => {
  test('names no cause that we lack', () => {
    const section = readFileSync(join(SHARED, 'catalogue.md'), 'utf8').split('## 3. Causes')[1]!.split('\n## ')[0]!
    const rows = section.split('\n').filter((line) => line.startsWith('| `'))
    const ids = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]!))
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })
})

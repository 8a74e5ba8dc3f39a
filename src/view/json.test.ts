// The JSON output: valid by its own schema, finite, and harmless on a terminal.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Examination, ExaminedRun } from '../diagnosis/examination.ts'
import { examinationOf, healthy, healthyButStrange, hostile, ill, undecided } from './examinations.fixture.ts'
import { json } from './json.ts'
import { examinationSchema, jsonSchema } from './schema.ts'
import { cutShort, diverged, kept, tried, whole } from './trials.fixture.ts'

const all = examinationOf(ill, healthy, healthyButStrange, undecided, hostile)

describe('json', () => {
  it('is valid by the schema and says what the examination says', () => {
    expect(examinationSchema.parse(JSON.parse(json(all)))).toMatchObject({ schema: 1, whyloss: '0.1.0' })
    expect(JSON.parse(json(examinationOf(ill, undecided)))).toEqual(
      JSON.parse(JSON.stringify(examinationOf(ill, undecided))),
    )
  })

  it('is valid with trials, and has a field for each that is written of them', () => {
    const runs = [whole, kept, cutShort, diverged].map((one) => tried(one))
    expect(examinationSchema.parse(JSON.parse(json(examinationOf(...runs)))).runs).toHaveLength(4)
    const bad = { ...runs[0]!, trials: [{ ...runs[0]!.trials[0]!, ending: 'vanished' }] }
    expect(examinationSchema.safeParse({ ...all, runs: [bad] }).success).toBe(false)
    const schema = JSON.stringify(jsonSchema())
    const [{ trials, experiment }] = runs as [ExaminedRun]
    const { yardstick, remedies, tests } = experiment!
    for (const part of [trials[0]!, experiment!, yardstick!, ...remedies, ...tests])
      for (const name of Object.keys(part)) expect(schema).toContain(`"${name}":`)
  })

  it('writes NaN and Inf as words, wherever they stand', () => {
    const facts = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => ({
      name: 'learning_rate',
      value,
      quote: '',
      where: '',
    }))
    const back = JSON.parse(json(examinationOf({ ...ill, facts }))) as Examination
    expect(back.runs[0]?.facts.map((fact) => fact.value)).toEqual(['NaN', 'Inf', '-Inf'])
  })

  it('keeps hostile names as data, escaped and cut', () => {
    const text = json(examinationOf(hostile))
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    const name = (JSON.parse(text) as Examination).runs[0]?.name ?? ''
    expect(name.startsWith(hostile.name.slice(0, 100))).toBe(true)
    expect(name.length).toBe(4000)
  })

  it('gives back any short text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        expect((JSON.parse(json(examinationOf({ ...ill, name }))) as Examination).runs[0]?.name).toBe(name)
      }),
    )
  })

  it('refuses what the schema does not know', () => {
    const wrong = [
      { ...all, schema: 2 },
      { ...all, runs: [{ ...ill, verdict: 'fine' }] },
      { ...all, runs: [{ ...ill, diagnosis: [{ ...ill.diagnosis[0], probability: 1.5 }] }] },
      { ...all, runs: [{ ...ill, series: [{ ...ill.series[0], first: 'nan' }] }] },
    ]
    for (const one of wrong) expect(examinationSchema.safeParse(one).success).toBe(false)
  })

  it('allows additions, and has a field for each that is written', () => {
    expect(examinationSchema.safeParse({ ...all, later: true }).success).toBe(true)
    const known = new Set<string>()
    JSON.stringify(jsonSchema(), (key, value) => {
      if (key === 'properties') for (const name of Object.keys(value)) known.add(name)
      return value
    })
    const { facts, diagnosis, findings, ...rest } = ill
    const written = new Set<string>()
    for (const part of [all, rest, ...facts, ...diagnosis, ...findings, ...ill.series])
      for (const name of Object.keys(part)) written.add(name)
    expect([...written].filter((name) => !known.has(name))).toEqual([])
  })
})

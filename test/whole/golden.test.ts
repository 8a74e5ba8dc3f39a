// Golden runs: our own trainings with known truth, read and diagnosed as a person would give them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Examination, ExaminedRun } from '../../src/diagnosis/examination.ts'
import { examine } from '../../src/diagnosis/examine.ts'
import { type Judgement, judge } from '../../tools/judge.ts'
import { golden, SHARED, shared, suite } from '../components.ts'
import { goldenRuns, recordsOf, recordsOfText, type Truth } from '../golden.ts'
import { ROOT } from '../sources.ts'

const MISSES = join(ROOT, 'corpus/known-misses.json')

/** Runs whose cause is not found, by name, each with the reason. */
const knownMisses: Readonly<Record<string, string>> = existsSync(MISSES) ? JSON.parse(readFileSync(MISSES, 'utf8')) : {}

suite('golden runs', [golden], () => {
  const truths = goldenRuns()
  const all = new Map<string, { truth: Truth; examination: Examination; judgement: Judgement }>()
  const told = (name: string) => {
    const { truth, judgement } = all.get(name)!
    return `${truth.accept.join('|')} wanted, ${judgement.verdict}: ${judgement.named.slice(0, 4).join(', ')}`
  }

  beforeAll(async () => {
    for (const truth of truths) {
      const examination = examine(await recordsOf(truth), { language: 'en', version: '0' })
      all.set(truth.name, { truth, examination, judgement: judge(examination, truth) })
    }
  })

  test('are there: faults and health, and a part held out', () => {
    expect(truths.length).toBeGreaterThan(50)
    expect(truths.filter((truth) => truth.verdict === 'healthy').length).toBeGreaterThan(5)
    expect(truths.filter((truth) => truth.heldOut).length).toBeGreaterThan(5)
  })

  test.each(truths.map((truth) => truth.name))('%s is read, and no check breaks', (name) => {
    const { truth, examination, judgement } = all.get(name)!
    // a run that crashed in its first step may have printed no number at all
    if (!truth.expect.includes('crash')) expect(judgement.read).toBe(true)
    expect(examination.runs.flatMap((run) => run.broken)).toEqual([])
  })

  const well = truths.filter((truth) => judge(NOTHING, truth).benign && knownMisses[truth.name] === undefined)
  test.each(well.map((truth) => truth.name))('%s is not called ill', (name) => {
    expect(all.get(name)!.judgement.ill, told(name)).toBe(false)
  })

  // of what is held out, a fault is only scored (npm run score); that health is not called ill holds there too
  const ill = truths.filter(
    (truth) => !judge(NOTHING, truth).benign && !truth.heldOut && knownMisses[truth.name] === undefined,
  )
  test.each(ill.map((truth) => truth.name))('%s has its cause among the first three', (name) => {
    expect(all.get(name)!.judgement.inThree, told(name)).toBe(true)
  })

  test('of the list of known misses are runs, with a reason', () => {
    for (const [name, reason] of Object.entries(knownMisses)) {
      expect(all.has(name), `${name} is no run`).toBe(true)
      expect(reason).toMatch(/^\S.{20,}\.$/)
    }
  })

  test.each(Object.keys(knownMisses))('%s is still missed', (name) => {
    const { judgement } = all.get(name)!
    expect(
      judgement.benign ? judgement.ill : !judgement.inThree,
      `${name} is found now: take it off corpus/known-misses.json`,
    ).toBe(true)
  })
})
const NOTHING: Examination = { schema: 1, whyloss: '0', runs: [] }

suite('the question of seed E', [shared], () => {
  let run: ExaminedRun

  beforeAll(async () => {
    const records = await recordsOfText(readFileSync(join(SHARED, 'seeds/E.txt'), 'utf8'))
    expect(records).toHaveLength(1)
    run = examine(records, { language: 'en', version: '0' }).runs[0]!
  })

  const named = (kind: string) => run.diagnosis.filter((one) => one.kind === kind).map((one) => one.cause)
  const fact = (name: string) => run.facts.find((one) => one.name === name)

  test('both curves are read, five epochs each, to the last digit', () => {
    const curves = run.series.map(({ metric, split, points, first, last }) => [metric, split, points, first, last])
    expect(curves).toEqual([
      ['loss', 'train', 5, 0.0292, 0.0151],
      ['loss', 'val', 5, 0.0128, 0.0098],
    ])
  })

  test.each([
    ['learning_rate', 0.001],
    ['target_range', [-1, 1]],
    ['examples_train', 19200],
    ['examples_val', 4800],
    ['parameters', 252219],
  ])('the fact %s is read with its words', (name, value) => {
    expect(fact(name)).toMatchObject({ value })
    expect(fact(name)!.quote).not.toBe('')
    expect(fact(name)!.where).toMatch(/\d/)
  })

  test('nobody is called ill, and what is merely misread is explained', () => {
    expect(run.verdict).not.toBe('ill')
    expect(named('benign')).toEqual(expect.arrayContaining(['evaluation-asymmetry', 'loss-scale']))
  })

  test('the tests that would settle it are given', () => {
    const tests = run.diagnosis.flatMap((one) => one.settle.map((settle) => settle.test)).join('\n')
    expect(tests).toMatch(/y_pred against y_true/)
    expect(tests).toMatch(/5-fold/)
    expect(tests).toMatch(/across the splits/)
  })
})

describe('what is listed as missed', () => {
  test('is a small part', () => {
    expect(Object.keys(knownMisses).length).toBeLessThan(Math.max(1, goldenRuns().length) / 4)
  })
})

// Whole examinations of records made by hand: co-acting causes, health, indecision, and the sentence that sums up.

import { describe, expect, it } from 'vitest'
import type { CauseId } from '../causes/index.ts'
import { checks } from '../checks/index.ts'
import { curve, type RunBuilder, run, straight } from '../checks/run.fixture.ts'
import { speaker } from '../locales/speak.ts'
import { LIKELY } from './calibrate.ts'
import type { ExaminedRun } from './examination.ts'
import { ask, examine } from './examine.ts'

const options = { language: 'en', version: '1.2.3' } as const
const speak = speaker('en')

function examined(one: RunBuilder): ExaminedRun {
  return examine([one.record], options).runs[0]!
}

function likely(one: ExaminedRun): readonly CauseId[] {
  return one.diagnosis.filter((entry) => entry.probability >= LIKELY).map((entry) => entry.cause)
}

/** Overfitted: training to nothing, validation up from epoch 6 on, in loss and accuracy. */
const overfitted = run()
  .curve('loss', curve(40, 1.6, 0.01, { noise: 0.02, seed: 401 }))
  .curve('val_loss', [...curve(6, 1.6, 0.8, { tau: 2 }), ...straight(34, 0.82, 2.4, { noise: 0.02, seed: 402 })])
  .curve('accuracy', curve(40, 0.4, 0.998))
  .curve('val_accuracy', [...curve(6, 0.4, 0.71, { tau: 2 }), ...straight(34, 0.7, 0.64, { noise: 0.005, seed: 403 })])

const healthy = run()
  .curve('loss', curve(30, 2.3, 0.21, { tau: 4, noise: 0.01, seed: 404 }))
  .curve('val_loss', curve(30, 2.3, 0.24, { tau: 4, noise: 0.015, seed: 405 }))
  .curve('accuracy', curve(30, 0.2, 0.94, { tau: 4 }))
  .curve('val_accuracy', curve(30, 0.2, 0.93, { tau: 4, noise: 0.002, seed: 406 }))

describe('causes that act together', () => {
  it('are named together: overfitting, and a loss that is not fit for its output', () => {
    const both = examined(
      overfitted
        .fact('output_activation', 'softmax')
        .fact('from_logits', true)
        .fact('loss_function', 'cross-entropy')
        .fact('output_units', 10),
    )
    expect(likely(both)).toEqual(expect.arrayContaining(['overfitting', 'output-loss-mismatch']))
    expect(both.verdict).toBe('ill')
  })

  it('are named together: weights that stand still, and a metric that cannot fit', () => {
    const both = examined(
      run()
        .curve('loss', [0.97, 1.37, 1.24, 0.96, 1.04, 0.97, 1.37, 1.24, 0.96, 1.04], {
          axis: 'step',
          epochs: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2],
        })
        .curve('accuracy', Array(10).fill(0), { axis: 'step' })
        .fact('loss_function', 'mse'),
    )
    expect(likely(both)).toEqual(expect.arrayContaining(['weights-not-updated', 'wrong-metric']))
  })

  it('one fault alone does not bring the other with it', () => {
    expect(likely(examined(overfitted))).toContain('overfitting')
    expect(likely(examined(overfitted))).not.toContain('output-loss-mismatch')
  })
})

describe('answers that are no illness', () => {
  it('a run that falls and holds is healthy, and no fault is likely', () => {
    const one = examined(healthy)
    expect(one.verdict).toBe('healthy')
    expect(likely(one)).toContain('healthy')
    expect(one.diagnosis.filter((entry) => entry.kind === 'fault' && entry.probability >= LIKELY)).toEqual([])
  })

  it('two values decide nothing', () => {
    const one = examined(run().curve('loss', [0.71, 0.66]))
    expect(one.verdict).toBe('undecided')
    expect(one.checks.broken).toBe(0)
  })

  it('an empty record decides nothing, and says what is missing', () => {
    const one = examined(run())
    expect(one.verdict).toBe('undecided')
    expect(one.diagnosis).toEqual([])
    expect(one.summary).toBe(speak('summary.undecided'))
    expect(one.unasked.length).toBeGreaterThan(10)
    expect(one.unasked.every((question) => question.how.length > 0)).toBe(true)
  })
})

describe('the sentence that sums up', () => {
  it('names the first fault and counts the others, as the language does', () => {
    const [none, one, more] = [0, 1, 3].map((others) =>
      speak('summary.ill', { cause: 'Overfitting', others, proven: 'no' }),
    )
    expect(none).toMatch(/Overfitting\.$/)
    expect(one).toMatch(/Overfitting\b.* one more cause is\b/)
    expect(more).toMatch(/Overfitting\b.* 3 more causes are\b/)
    const proven = speak('summary.ill', { cause: 'Overfitting', others: 0, proven: 'yes' })
    expect(none).toMatch(/Most likely/)
    expect(proven).not.toMatch(/likely/)
  })

  it('of an ill run is its first likely fault', () => {
    const one = examined(overfitted)
    const first = one.diagnosis.find((entry) => entry.kind === 'fault' && entry.probability >= LIKELY)
    expect(one.verdict).toBe('ill')
    expect(one.summary).toContain(speak(`cause.${first!.cause}`))
  })

  it('of a healthy run says so', () => {
    expect([speak('summary.healthy'), expect.stringMatching(/^Nothing is broken\./)]).toContainEqual(
      examined(healthy).summary,
    )
  })
})

describe('every examination', () => {
  const one = examined(overfitted.fact('learning_rate', 0.001))

  it('accounts for every check', () => {
    const { asked, found, clear, irrelevant, unasked, broken } = one.checks
    expect(asked).toBe(checks.length)
    expect(found + clear + irrelevant + unasked + broken).toBe(asked)
    expect([one.clear.length, one.irrelevant.length, one.unasked.length, one.broken.length]).toEqual([
      clear,
      irrelevant,
      unasked,
      broken,
    ])
    expect(new Set(one.findings.map((finding) => finding.check)).size).toBe(found)
  })

  it('rests each cause on findings that are there, and is sorted by probability', () => {
    const ids = new Set(one.findings.map((finding) => finding.id))
    for (const entry of one.diagnosis) {
      expect(entry.for.length, entry.cause).toBeGreaterThan(0)
      expect(entry.for.filter((id) => !ids.has(id))).toEqual([])
    }
    const probabilities = one.diagnosis.map((entry) => entry.probability)
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
  })

  it('carries the facts with their quotes, and the curves', () => {
    expect(one.facts).toEqual([{ name: 'learning_rate', value: 0.001, quote: 'learning_rate 0.001', where: 'line 1' }])
    expect(one.series.map((series) => series.name)).toEqual(['loss', 'val_loss', 'accuracy', 'val_accuracy'])
  })

  it('is pure: the same records, the same examination, which survives JSON', () => {
    const records = [overfitted.record, healthy.record]
    const examination = examine(records, options)
    expect(examine(records, options)).toEqual(examination)
    expect(JSON.parse(JSON.stringify(examination))).toEqual(examination)
    expect(examination).toMatchObject({ schema: 1, whyloss: '1.2.3' })
    expect(examination.runs).toHaveLength(2)
  })

  it('examines each record by itself', () => {
    expect(examine([healthy.record, overfitted.record], options).runs[1]).toEqual(examined(overfitted))
  })

  it('asks every check once, by name', () => {
    expect(ask(overfitted.record).map((asked) => asked.check)).toEqual(checks.map((check) => check.name))
  })
})

// Which causes are named, how surely, and what verdict they make.

import { describe, expect, it } from 'vitest'
import { type CauseId, causeOf, causes } from '../causes/index.ts'
import type { Finding } from '../checks/finding.ts'
import { speaker } from '../locales/speak.ts'
import { certaintyOf, LIKELY, probability } from './calibrate.ts'
import { diagnose, verdictOf } from './diagnose.ts'
import type { DiagnosisEntry } from './examination.ts'
import type { Asked, Weighed } from './weigh.ts'

const speak = speaker('en')

function finding(id: string, points: Finding['points'] = {}): Finding {
  return { id, message: 'claim.raw-inputs', values: {}, where: {}, exhibits: [], points, ground: 'g' }
}

function weighed(cause: CauseId, score: number, more: Partial<Weighed> = {}): Weighed {
  return { cause, score, support: 1, for: [finding('raw-inputs')], against: [], ...more }
}

/** The score whose probability is nearest to `p`. */
function scoreFor(p: number): number {
  let [low, high] = [-50, 50]
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2
    if (probability(middle) < p) low = middle
    else high = middle
  }
  return high
}

const named = (list: readonly Weighed[]) => diagnose(list, speak).map((one) => one.cause)

describe('a cause is named', () => {
  it('with its kind, its findings once each, its remedies and tests in words', () => {
    const [one] = diagnose([weighed('unscaled-inputs', 5, { for: [finding('a'), finding('b'), finding('a')] })], speak)
    const cause = causeOf('unscaled-inputs')
    expect(one).toMatchObject({ cause: 'unscaled-inputs', kind: 'fault', for: ['a', 'b'] })
    expect(one?.remedies.map((remedy) => remedy.id)).toEqual(cause.remedies.map((remedy) => remedy.id))
    expect(one?.remedies.every((remedy) => remedy.advice.length > 0 && remedy.expect.length > 0)).toBe(true)
    expect(one?.settle.length).toBe(cause.settle.length)
  })

  it('not when it is improbable, nor when nothing supports it', () => {
    expect(named([weighed('outliers', scoreFor(0.01))])).toEqual([])
    expect(named([weighed('outliers', 5, { support: 0 })])).toEqual([])
    expect(named([weighed('outliers', scoreFor(0.3))])).toEqual(['outliers'])
  })

  it('though it is only possible, and at most eight at a time', () => {
    const many = causes.slice(0, 20).map((cause, i) => weighed(cause.id as CauseId, 5 - i / 10))
    expect(named(many)).toEqual(many.slice(0, 8).map((one) => one.cause))
  })

  it('with a certainty that is the band of the printed probability', () => {
    for (const p of [0.1, 0.3, 0.4997, 0.5002, 0.7, 0.8497, 0.8502, 0.95]) {
      const [one] = diagnose([weighed('outliers', scoreFor(p))], speak)
      expect(one?.certainty, `${p}`).toBe(certaintyOf(one?.probability ?? Number.NaN))
    }
  })

  it('for every cause of the catalogue', () => {
    for (const cause of causes) expect(named([weighed(cause.id as CauseId, 5)])).toEqual([cause.id])
  })
})

describe('what speaks against it', () => {
  const clear: Asked = {
    check: 'stated-inputs',
    answer: { state: 'clear', values: {}, against: { 'unscaled-inputs': 2 } },
  }
  const away: Asked = {
    check: 'rates-tried',
    answer: { state: 'found', findings: [finding('x', { outliers: -1 }), finding('y', { outliers: 1 })] },
  }

  it('is said in sentences, of a finding only where it points away', () => {
    const [inputs] = diagnose([weighed('unscaled-inputs', 5, { against: [clear] })], speak)
    const [outliers] = diagnose([weighed('outliers', 5, { against: [away] })], speak)
    expect(inputs?.against).toEqual([speak('clear.stated-inputs')])
    expect(outliers?.against).toEqual([speak('claim.raw-inputs')])
  })

  it('the nearest rival is told, with the reason why it ranks lower', () => {
    const list = [
      weighed('learning-rate-too-high', 4),
      weighed('unscaled-inputs', 2, { against: [clear] }),
      weighed('wrong-metric', 1),
    ]
    const [first, , third] = diagnose(list, speak)
    expect(first?.rather?.cause).toBe('unscaled-inputs')
    expect(first?.rather?.why).toContain(speak('clear.stated-inputs'))
    expect(third?.rather).toBeUndefined()
  })
})

describe('the verdict', () => {
  const entry = (cause: CauseId, p: number) => ({ cause, kind: causeOf(cause).kind, probability: p }) as DiagnosisEntry

  it.each<[string, readonly DiagnosisEntry[], string]>([
    ['some fault is likely', [entry('overfitting', LIKELY)], 'ill'],
    ['a fault is likely beside good health', [entry('healthy', 0.9), entry('overfitting', 0.6)], 'ill'],
    ['health is likely, faults are not', [entry('healthy', 0.7), entry('overfitting', 0.3)], 'healthy'],
    ['something benign is likely', [entry('logging-artifact', 0.8), entry('data-leakage', 0.4)], 'healthy'],
    [
      'one look is explained beside some health',
      [entry('evaluation-asymmetry', 0.8), entry('healthy', 0.4)],
      'healthy',
    ],
    ['one look is explained, and nothing else is known', [entry('evaluation-asymmetry', 0.8)], 'undecided'],
    ['nothing is likely', [entry('overfitting', 0.4), entry('healthy', 0.4)], 'undecided'],
    ['nothing is named', [], 'undecided'],
  ])('where %s', (_, diagnosis, verdict) => {
    expect(verdictOf(diagnosis)).toBe(verdict)
  })

  it('is ill where something is plainly wrong and no cause is decided', () => {
    expect(verdictOf([entry('overfitting', 0.4)], true)).toBe('ill')
    expect(verdictOf([], true)).toBe('ill')
    expect(verdictOf([entry('loss-scale', 0.8), entry('healthy', 0.6)], true)).toBe('ill')
  })

  it('is not ill where the printing explains what looks wrong', () => {
    expect(verdictOf([entry('logging-artifact', 0.9)], true)).not.toBe('ill')
  })
})

// Prior and evidence, counted once; rivals explained away; clear answers against.

import { describe, expect, it } from 'vitest'
import { type CauseId, causeOf, causes } from '../causes/index.ts'
import type { Answer, Finding, Weights } from '../checks/finding.ts'
import { type Asked, rivals, type Weighed, weigh } from './weigh.ts'

let count = 0

function finding(points: Weights, ground = `ground ${count++}`): Finding {
  return { id: `finding-${count++}`, message: 'claim.few-steps', values: {}, where: {}, exhibits: [], points, ground }
}

function asked(answer: Answer): Asked {
  return { check: 'few-steps', answer }
}

const found = (...findings: readonly Finding[]): Asked => asked({ state: 'found', findings })
const clear = (against: Weights): Asked => asked({ state: 'clear', values: {}, against })
const prior = (cause: CauseId) => Math.log(causeOf(cause).prior / (1 - causeOf(cause).prior))

function scoreOf(list: readonly Weighed[], cause: CauseId): number {
  const one = list.find((weighed) => weighed.cause === cause)
  if (!one) throw new Error(`${cause} is not weighed`)
  return one.score
}

describe('one cause', () => {
  it('has its prior log-odds and the weight of what was found', () => {
    const list = weigh([found(finding({ 'label-noise': 2.5 }))])
    expect(list.map((one) => one.cause)).toEqual(['label-noise'])
    expect(scoreOf(list, 'label-noise')).toBeCloseTo(prior('label-noise') + 2.5, 12)
  })

  it('is not weighed where nothing was found, whatever is clear', () => {
    expect(weigh([clear({ overfitting: 3 }), asked({ state: 'irrelevant', reason: 'few-values' })])).toEqual([])
    expect(weigh([])).toEqual([])
  })

  it('adds up what rests on different grounds', () => {
    const list = weigh([found(finding({ outliers: 1 }), finding({ outliers: 2 }))])
    expect(scoreOf(list, 'outliers')).toBeCloseTo(prior('outliers') + 3, 12)
  })

  it('is not twice as sure when one ground is looked at twice', () => {
    const once = scoreOf(weigh([found(finding({ outliers: 2 }, 'loss/level'))]), 'outliers')
    const twice = scoreOf(
      weigh([found(finding({ outliers: 2 }, 'loss/level')), found(finding({ outliers: 1.5 }, 'loss/level'))]),
      'outliers',
    )
    const apart = scoreOf(
      weigh([found(finding({ outliers: 2 }, 'loss/level')), found(finding({ outliers: 1.5 }, 'loss/rise'))]),
      'outliers',
    )
    expect(twice).toBeGreaterThan(once)
    expect(twice - once).toBeLessThan(0.5 * 1.5)
    expect(apart - once).toBeCloseTo(1.5, 12)
  })

  it('is the same in whatever order the checks answered', () => {
    const answers = [
      found(finding({ outliers: 2, 'batch-noise': 1 }, 'a')),
      clear({ outliers: 0.5 }),
      found(finding({ outliers: 1, healthy: -2 }, 'a')),
      found(finding({ 'learning-rate-too-high': 2.5, outliers: 0.4 }, 'b')),
    ]
    const scores = (list: readonly Weighed[]) => list.map(({ cause, score }) => [cause, score.toFixed(9)])
    expect(scores(weigh([...answers].reverse()))).toEqual(scores(weigh(answers)))
  })
})

describe('what speaks against', () => {
  it('a clear answer takes its weight from the causes that it names, and is kept', () => {
    const answers = [found(finding({ overfitting: 3, outliers: 1 })), clear({ overfitting: 1.5 })]
    const list = weigh(answers)
    expect(scoreOf(list, 'overfitting')).toBeCloseTo(prior('overfitting') + 1.5, 12)
    expect(scoreOf(list, 'outliers')).toBeCloseTo(prior('outliers') + 1, 12)
    expect(list.find((one) => one.cause === 'overfitting')?.against).toEqual([answers[1]])
    expect(list.find((one) => one.cause === 'outliers')?.against).toEqual([])
  })

  it('so does a finding that points away', () => {
    const away = found(finding({ healthy: -2 }))
    const list = weigh([found(finding({ healthy: 2.5 })), away])
    expect(scoreOf(list, 'healthy')).toBeCloseTo(prior('healthy') + 0.5, 12)
    expect(list[0]?.against).toEqual([away])
    expect(list[0]?.for).toHaveLength(1)
  })

  it('what only points away supports nothing', () => {
    const list = weigh([found(finding({ healthy: -2 }))])
    expect(list[0]?.support).toBe(0)
    expect(list[0]?.for).toEqual([])
  })

  it('unasked, irrelevant and broken answers weigh nothing', () => {
    const alone = weigh([found(finding({ outliers: 2 }))])
    const beside = weigh([
      found(finding({ outliers: 2 })),
      asked({ state: 'unasked', missing: ['loss'], how: 'how.loss' }),
      asked({ state: 'irrelevant', reason: 'few-values' }),
      asked({ state: 'broken', error: 'x' }),
    ])
    expect(scoreOf(beside, 'outliers')).toBe(scoreOf(alone, 'outliers'))
  })
})

describe('rivals', () => {
  const strong: Weights = { 'learning-rate-too-high': 4.5, 'exploding-gradients': 3 }

  it('are those that either names', () => {
    expect(rivals('learning-rate-too-high', 'exploding-gradients')).toBe(true)
    expect(rivals('exploding-gradients', 'learning-rate-too-high')).toBe(true)
    expect(rivals('overfitting', 'overfitting')).toBe(false)
    expect(rivals('overfitting', 'weights-not-updated')).toBe(false)
  })

  it('a finding that the stronger one explains counts less for the weaker', () => {
    const list = weigh([found(finding(strong))])
    expect(scoreOf(list, 'learning-rate-too-high')).toBeCloseTo(prior('learning-rate-too-high') + 4.5, 12)
    expect(scoreOf(list, 'exploding-gradients')).toBeLessThan(prior('exploding-gradients') + 3)
    expect(list[0]?.cause).toBe('learning-rate-too-high')
  })

  it('evidence of its own is untouched: two rivals may act together', () => {
    const shared = scoreOf(weigh([found(finding(strong))]), 'exploding-gradients')
    const list = weigh([found(finding(strong)), found(finding({ 'exploding-gradients': 3.4 }))])
    expect(scoreOf(list, 'exploding-gradients')).toBeGreaterThan(shared + 3)
  })

  it('a cause that is no rival keeps the whole weight of a shared finding', () => {
    expect(rivals('learning-rate-too-high', 'wrong-metric')).toBe(false)
    const list = weigh([found(finding({ 'learning-rate-too-high': 4.5, 'wrong-metric': 3 }))])
    expect(scoreOf(list, 'wrong-metric')).toBeCloseTo(prior('wrong-metric') + 3, 12)
  })

  it('an improbable cause explains nothing away', () => {
    const list = weigh([found(finding({ 'learning-rate-too-high': 0.5, 'exploding-gradients': 0.4 }))])
    expect(scoreOf(list, 'exploding-gradients')).toBeCloseTo(prior('exploding-gradients') + 0.4, 12)
  })

  it('members of one family are none: watching cannot tell them apart', () => {
    const members = causes.filter((cause) => 'family' in cause).map((cause) => cause.id as CauseId)
    expect(members.length).toBeGreaterThan(2)
    for (const one of members) for (const other of members) expect(rivals(one, other)).toBe(false)
  })
})

describe('a family', () => {
  it('is headed by the cause that bears its name, whichever member has the most evidence', () => {
    const list = weigh([found(finding({ overfitting: 2, 'too-little-data': 5, 'model-too-large': 1 }))])
    const alone = weigh([found(finding({ overfitting: 2 }))])
    expect(list[0]?.cause).toBe('overfitting')
    expect(scoreOf(list, 'overfitting')).toBeGreaterThan(scoreOf(alone, 'overfitting'))
    expect(scoreOf(list, 'too-little-data')).toBeGreaterThan(scoreOf(list, 'model-too-large'))
  })

  it('leaves causes outside it as they are', () => {
    const list = weigh([found(finding({ overfitting: 2, 'too-little-data': 5, 'wrong-metric': 1 }))])
    expect(scoreOf(list, 'wrong-metric')).toBeCloseTo(prior('wrong-metric') + 1, 12)
  })

  it('takes nothing from a member where nothing points to its head', () => {
    const list = weigh([found(finding({ 'too-little-data': 3 }))])
    expect(scoreOf(list, 'too-little-data')).toBeCloseTo(prior('too-little-data') + 3, 12)
  })
})

it('causes come most probable first', () => {
  const list = weigh([found(finding({ outliers: 1, overfitting: 4, healthy: -3, 'label-noise': 2 }))])
  const scores = list.map((one) => one.score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(list[0]?.cause).toBe('overfitting')
})

describe('a fault that was seen at its own place', () => {
  const seen = (cause: CauseId, points: Weights): Finding => ({ ...finding(points), sees: cause })
  const trace = { 'learning-rate-too-high': 5, 'exploding-gradients': 5 }

  it('takes the traces for its own: what they point to keeps a part', () => {
    const alone = weigh([found(finding(trace))])
    const beside = weigh([found(finding(trace), seen('gradients-not-cleared', { 'gradients-not-cleared': 8 }))])
    expect(alone[0]!.cause).toBe('learning-rate-too-high')
    expect(beside[0]!.cause).toBe('gradients-not-cleared')
    expect(scoreOf(beside, 'learning-rate-too-high')).toBeLessThan(0)
  })

  it('leaves another that was seen, unless that follows from it', () => {
    const both = weigh([
      found(
        seen('unscaled-inputs', { 'unscaled-inputs': 6 }),
        seen('saturated-activations', { 'saturated-activations': 6 }),
        seen('single-class', { 'single-class': 8 }),
      ),
    ])
    expect(scoreOf(both, 'single-class')).toBeCloseTo(prior('single-class') + 8, 12)
    expect(scoreOf(both, 'unscaled-inputs')).toBeCloseTo(prior('unscaled-inputs') + 6, 12)
    expect(scoreOf(both, 'saturated-activations')).toBeLessThan(0)
  })

  it('is not refuted by traces that are not seen', () => {
    const list = weigh([
      found(seen('vanishing-gradients', { 'vanishing-gradients': 6 })),
      clear({ 'vanishing-gradients': 3 }),
    ])
    expect(scoreOf(list, 'vanishing-gradients')).toBeGreaterThan(0)
  })

  it('explains nothing where it is not likely itself', () => {
    const list = weigh([found(finding(trace), seen('dead-units', { 'dead-units': 1 }))])
    expect(scoreOf(list, 'learning-rate-too-high')).toBeCloseTo(prior('learning-rate-too-high') + 5, 12)
  })

  it('stands before what is benign', () => {
    const list = weigh([found(finding({ 'evaluation-asymmetry': 9 }), seen('dead-units', { 'dead-units': 5 }))])
    expect(list.map((one) => one.cause)).toEqual(['dead-units', 'evaluation-asymmetry'])
  })
})

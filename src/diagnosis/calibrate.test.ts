// Scores become probabilities: monotone, within bounds, in bands.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated, certaintyOf, LIKELY, probability, STRONG } from './calibrate.ts'
import calibration from './calibration.json' with { type: 'json' }

const score = fc.double({ min: -50, max: 50, noNaN: true })

describe('the probability of a score', () => {
  it('never falls as the score rises, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = [probability(Math.min(a, b)), probability(Math.max(a, b))]
        // the last bit of an interpolated value may be off
        expect(low).toBeLessThanOrEqual(high + 1e-12)
        expect(low).toBeGreaterThan(0)
        expect(high).toBeLessThan(1)
      }),
    )
  })

  it('spans all words of certainty', () => {
    const words = Array.from({ length: 241 }, (_, i) => certaintyOf(probability(-12 + i / 10)))
    expect([...new Set(words)]).toEqual(['possible', 'likely', 'strong'])
  })

  it('stays at the last knot beyond it: data that never were are not extrapolated', () => {
    expect(probability(1e9)).toBe(probability(calibration.score.at(-1)!))
    expect(probability(-1e9)).toBe(probability(calibration.score[0]!))
  })
})

describe('the fitted curve', () => {
  it('has a log-odds for each knot, knots that rise and log-odds that do not fall', () => {
    const { score, logit } = calibration
    expect(logit.length).toBe(score.length)
    expect(score.length).toBeGreaterThan(1)
    expect([...score].every((one, i) => i === 0 || one > score[i - 1]!)).toBe(true)
    expect([...logit].every((one, i) => i === 0 || one >= logit[i - 1]!)).toBe(true)
  })

  it('is straight between knots', () => {
    expect(calibrated(1, [0, 2, 4], [-1, 3, 4])).toBe(1)
    expect(calibrated(3, [0, 2, 4], [-1, 3, 4])).toBe(3.5)
    expect(calibrated(2, [0, 2, 4], [-1, 3, 4])).toBe(3)
    expect(calibrated(-9, [0, 2, 4], [-1, 3, 4])).toBe(-1)
    expect(calibrated(9, [0, 2, 4], [-1, 3, 4])).toBe(4)
  })
})

it('the words of certainty are bands; watching alone verifies nothing', () => {
  expect([0, 0.49, LIKELY, 0.84, STRONG, 1].map(certaintyOf)).toEqual([
    'possible',
    'possible',
    'likely',
    'likely',
    'strong',
    'strong',
  ])
})

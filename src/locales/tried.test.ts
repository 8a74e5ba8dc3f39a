import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language, number, speaker } from './speak.ts'
import { amountText, changesText, costText, endsOf, gainText, hasProof, ranked, timeText, verdictOf } from './tried.ts'

const voice = (language: Language = 'en') => ({
  say: speaker(language),
  number: (value: number) => number(value, language),
})

describe('what trials came to', () => {
  it('is written in the names of the changes', () => {
    expect(changesText({ learning_rate: 'x0.1', gradient_clip: 1, shuffle: true })).toBe(
      'learning_rate x0.1, gradient_clip 1, shuffle',
    )
    expect(changesText({})).toBe('')
  })

  it('tells shares near all of it with the digits that count', () => {
    expect([0.859, 0.99997, 1, -0.4].map((one) => amountText(one, true, voice()))).toEqual([
      '85.9%',
      '99.997%',
      '100%',
      '-40%',
    ])
    expect(amountText(0.0312, false, voice())).toBe('0.0312')
  })

  it.each(LANGUAGES)('tells gains and costs in %s', (language) => {
    const gain = gainText({ effect: 0.5, interval: [0.4, 0.6], level: 0.995, minimum: 0.1 }, true, voice(language))
    for (const one of ['50', '40', '60', '10']) expect(gain).toContain(one)
    const cost = costText(19, { seconds: 41, cost: 11.2, grid: 66 }, voice(language))
    for (const one of ['19', '41', '11', '66']) expect(cost).toContain(one)
  })

  it('says the cost as a colleague would', () => {
    expect(costText(1, { seconds: 600, cost: 1, grid: 6 }, voice())).toBe(
      '1 trial, 10 min, as much as one training; a grid over the same would have cost 6.',
    )
    expect(gainText({ effect: 0.5 }, true, voice())).toBe('')
  })

  it.each([
    [0.62, '0.62 s'],
    [41.3, '41 s'],
    [95, '1.6 min'],
    [3600 * 30, '30 h'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(timeText(seconds, voice())).toBe(text)
  })

  it('ranks what is proven first, and is undecided while anything is', () => {
    const of = (...verdicts: readonly ('verified' | 'refuted' | 'undecided')[]) =>
      verdicts.map((verdict) => ({ verdict }))
    expect(ranked(of('refuted', 'undecided', 'verified')).map((one) => one.verdict)).toEqual([
      'verified',
      'undecided',
      'refuted',
    ])
    expect(verdictOf({ remedies: of('refuted', 'verified') })).toBe('verified')
    expect(verdictOf({ remedies: of('refuted', 'undecided') })).toBe('undecided')
    expect(verdictOf({ remedies: of('refuted'), cut: 'budget' })).toBe('undecided')
    expect(verdictOf({ remedies: of('refuted') })).toBe('refuted')
    expect([hasProof(undefined), hasProof({ remedies: of('verified') })]).toEqual([false, true])
  })

  it('ends where the pairs end, else where the one seed did', () => {
    expect(
      endsOf({
        pairs: [
          { without: 1, with: 2 },
          { without: 3, with: 4 },
        ],
        screened: [9, 9],
      }),
    ).toEqual([2, 3])
    expect(endsOf({ screened: [1, null] })).toEqual([1, null])
    expect(endsOf({})).toEqual([null, null])
  })
})

// What is copied into the examination: findings as sentences, curves as short shapes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveExhibit } from '../checks/curves.ts'
import { run } from '../checks/run.fixture.ts'
import { speaker } from '../locales/speak.ts'
import { reportFindings, reportSeries } from './report.ts'

const speak = speaker('en')
const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const reported = (values: readonly number[]) => reportSeries(run().curve('val_loss', values).record.series[0]!)

describe('a curve', () => {
  it('keeps its name, its ends and its extremes', () => {
    expect(reported([3, 1, 2])).toEqual({
      name: 'val_loss',
      metric: 'loss',
      split: 'val',
      axis: 'epoch',
      points: 3,
      first: 3,
      last: 2,
      min: 1,
      max: 3,
      nonFinite: 0,
      shape: [3, 1, 2],
    })
  })

  it('NaN, Inf and absent are three things', () => {
    expect(reported([nan, 2, inf])).toMatchObject({ first: 'NaN', last: 'Inf', min: 2, max: 2, nonFinite: 2 })
    expect(reported([-inf])).toMatchObject({ first: '-Inf', last: '-Inf', min: null, max: null, nonFinite: 1 })
    expect(reported([])).toMatchObject({ first: null, last: null, min: null, max: null, nonFinite: 0, shape: [] })
    expect(reported([nan, 2, inf]).shape).toEqual([null, 2, null])
  })

  it('has a shape of at most sixty values of its own, the last among them, and survives JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 300 }), (values) => {
        const one = reported(values)
        expect(one.shape.length).toBe(Math.min(60, values.length))
        const last = values.at(-1)
        if (last !== undefined && Number.isFinite(last)) expect(one.shape.at(-1)).toBe(last)
        expect(one.shape.every((v) => v === null || values.includes(v))).toBe(true)
        if (one.min !== null && one.max !== null) expect(one.min).toBeLessThanOrEqual(one.max)
        expect(JSON.stringify(JSON.parse(JSON.stringify(one)))).toBe(JSON.stringify(one))
      }),
    )
  })
})

describe('a finding', () => {
  const finding = {
    id: 'accuracy-gap',
    message: 'claim.accuracy-gap',
    values: { train: 0.99, val: 0.75, gap: 0.24, metric: 'val_accuracy' },
    where: { split: 'val' },
    exhibits: [],
    points: { healthy: -1.5, 'too-little-data': 1, overfitting: 3 },
    ground: 'accuracy/gap',
  } as const

  it('is a sentence with its values, and the causes it points to, strongest first', () => {
    const [one] = reportFindings([{ check: 'accuracy-gap', answer: { state: 'found', findings: [finding] } }], speak)
    expect(one).toMatchObject({ id: 'accuracy-gap', check: 'accuracy-gap', causes: ['overfitting', 'too-little-data'] })
    expect(one?.claim).toContain('val_accuracy')
    expect(one?.claim).toContain('99%')
    expect(one?.claim).not.toMatch(/[{}]/)
  })

  it('has exhibits with titles in words, and a quote as it stood', () => {
    const quote = { kind: 'quote', text: 'lr = 0.8', where: 'line 3' } as const
    const curve = curveExhibit('train-and-validation', run().curve('loss', [2, 1]).record.series)
    const answer = { state: 'found', findings: [{ ...finding, exhibits: [curve, quote] }] } as const
    const [one] = reportFindings([{ check: 'accuracy-gap', answer }], speak)
    expect(one?.exhibits).toEqual([{ ...curve, title: speak('exhibit.train-and-validation') }, quote])
  })

  it('other answers are none', () => {
    expect(
      reportFindings(
        [
          { check: 'a', answer: { state: 'clear', values: {}, against: {} } },
          { check: 'b', answer: { state: 'irrelevant', reason: 'few-values' } },
          { check: 'c', answer: { state: 'unasked', missing: ['loss'], how: 'how.loss' } },
          { check: 'd', answer: { state: 'broken', error: 'x' } },
        ],
        speak,
      ),
    ).toEqual([])
  })
})

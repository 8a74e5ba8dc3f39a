import { describe, expect, it } from 'vitest'
import { curve, run, shaken, straight } from './run.fixture.ts'
import { graded, symptomOf } from './symptoms.ts'
import { learns, regression, stuck, watched } from './watched.fixture.ts'

const steps = { axis: 'step' as const }

describe('the symptom of a training loss', () => {
  it.each([
    ['no curve', run(), 'unknown', 0],
    ['three values', run().curve('loss', [2, 2, 2]), 'unknown', 0],
    ['NaN at the end', run().curve('loss', [2, 1, Number.NaN]), 'not-finite', 2],
    ['the cost of guessing for 200 steps', stuck(), 'never-fell', 2],
    [
      'the cost of guessing for 30 steps: it may only begin',
      run()
        .fact('classes', 10)
        .curve('loss', straight(30, 2.31, 2.29), steps),
      'never-fell',
      1,
    ],
    ['a fall to a twentieth', learns(), 'falls', 0],
    ['a fall to two thirds of guessing', watched(1.6), 'stands', 1],
    ['a climb', run().curve('loss', straight(60, 1, 3)), 'rises', 2],
    ['a rise that noise explains', run().curve('loss', shaken(straight(100, 1, 0.2), { noise: 0.5 })), 'falls', 0],
    ['nothing but the mean of the targets', regression(30, 0.98), 'never-fell', 2],
    ['a tenth of the variance of the targets', regression(30, 0.1), 'falls', 0],
    [
      'a fall from far above to the cost of guessing',
      run()
        .fact('classes', 10)
        .curve('loss', curve(200, 80, 2.31), steps),
      'never-fell',
      2,
    ],
    [
      'an accuracy of chance beside a loss that falls',
      run()
        .fact('classes', 2)
        .curve('loss', straight(20, 40, 9))
        .curve('accuracy', Array(20).fill(0.5)),
      'never-fell',
      2,
    ],
    [
      'a low loss from the start, as of a pretrained model',
      run()
        .fact('classes', 10)
        .curve('loss', straight(100, 0.2, 0.19), steps),
      'falls',
      0,
    ],
  ] as const)('%s', (_, { record }, course, grade) => {
    expect(symptomOf(record)).toMatchObject({ course, grade })
  })

  it('is high where the first loss is far above guessing', () => {
    expect(
      symptomOf(
        run()
          .fact('classes', 10)
          .curve('loss', curve(200, 80, 0.1), steps).record,
      ).high,
    ).toBe(true)
    expect(symptomOf(learns().record).high).toBe(false)
  })

  it('weighs nothing without a symptom', () => {
    expect([graded({ grade: 0 }, 1, 2), graded({ grade: 1 }, 1, 2), graded({ grade: 2 }, 1, 2)]).toEqual([0, 1, 2])
  })
})

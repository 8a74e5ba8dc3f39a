import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyClassified, called, labelled, mean, plainRows, quantities } from '../predictions/predicted.fixture.ts'
import { confusionOf } from './confusion.ts'

describe('the confusion of classes', () => {
  test('counts what plain loops count', () => {
    fc.assert(
      fc.property(anyClassified, (own) => {
        const rows = plainRows(own)
        const given = confusionOf(own)
        expect(given === undefined).toBe(rows.length === 0)
        if (rows.length === 0) return
        const code = given!.classes.map((name) => own.classes.indexOf(name))
        given!.classes.forEach((_, i) => {
          const mine = rows.filter((one) => one.truth === code[i])
          const said = rows.filter((one) => one.predicted === code[i])
          const right = mine.filter((one) => one.predicted === code[i]).length
          code.forEach((other, k) => {
            expect(given!.cells[i]![k]).toBe(mine.filter((one) => one.predicted === other).length)
          })
          expect(given!.recall[i]).toBe(right / mine.length)
          expect(given!.precision[i]).toBe(right / said.length)
          expect(given!.trueShare[i]).toBe(mine.length / rows.length)
          expect(given!.predictedShare[i]).toBe(said.length / rows.length)
        })
        expect(given!.accuracy).toBeCloseTo(mean(rows.map((one) => Number(one.truth === one.predicted))), 12)
        expect(given!.renamed).toBeGreaterThanOrEqual(given!.accuracy)
        expect(given!.renamed).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('names what the accuracy would be in another order of the names', () => {
    const truth = Array.from({ length: 90 }, (_, i) => i % 3)
    const own = confusionOf(
      called(
        truth,
        truth.map((one) => (one + 1) % 3),
        3,
      ),
    )!
    expect(own.accuracy).toBe(0)
    expect(own.renamed).toBe(1)
  })

  test('shows the twenty most frequent, and counts them all', () => {
    const truth = Array.from({ length: 50 }, (_, k) => Array.from({ length: k + 1 }, () => k)).flat()
    const own = confusionOf(called(truth, truth, 50))!
    expect(own.classes).toEqual(Array.from({ length: 20 }, (_, i) => `c${49 - i}`))
    expect(own.accuracy).toBe(1)
  })

  test('of a class alone, of none, and of what is no class', () => {
    expect(confusionOf(called([0, 0], [0, 0], 1))).toMatchObject({ accuracy: 1, renamed: 1, cells: [[2]] })
    expect(confusionOf(called([], [], 2))).toBeUndefined()
    expect(confusionOf(called([Number.NaN], [1], 2))).toBeUndefined()
    expect(confusionOf(quantities([1], [1]))).toBeUndefined()
    expect(confusionOf(labelled([[0.1]], [[0]]))).toBeUndefined()
  })
})

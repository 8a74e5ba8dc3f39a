import { expect, test } from 'vitest'
import { called, classified, quantities } from './predicted.fixture.ts'
import { inSameClasses } from './same-classes.ts'

test('splits of the same classes stay as they are', () => {
  const list = [called([0, 1], [1, 1], 2), called([1], [1], 2), quantities([1], [1])]
  expect(inSameClasses(list)).toBe(list)
})

test('a split that lacks a class, or has them in another order, is numbered as the others are', () => {
  const train = { ...called([0, 1, 2], [2, 1, 0], 3), classes: ['0', '1', '10'] }
  const other = {
    ...classified(
      [
        [0.2, 0.8],
        [0.6, 0.4],
      ],
      [0, Number.NaN],
    ),
    classes: ['10', '0'],
  }
  const [a, b] = inSameClasses([train, other])
  expect(a).toMatchObject({ classes: ['0', '1', '10'], truth: train.truth })
  expect(b!.classes).toEqual(['0', '1', '10'])
  expect([...b!.truth]).toEqual([2, Number.NaN])
  expect([...b!.predicted]).toEqual([0, 2])
  expect([...b!.probabilities!]).toEqual([0.8, 0, 0.2, 0.4, 0, 0.6])
})

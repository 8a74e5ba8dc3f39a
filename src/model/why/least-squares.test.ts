import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factor, solveWith } from './least-squares.ts'

const entry = fc.double({ min: -5, max: 5, noNaN: true })

test('a factored system gives back what made its right side', () => {
  const drawn = fc
    .integer({ min: 1, max: 6 })
    .chain((n) =>
      fc.tuple(
        fc.array(entry, { minLength: n * n, maxLength: n * n }),
        fc.array(entry, { minLength: n, maxLength: n }),
      ),
    )
  fc.assert(
    fc.property(drawn, ([root, wanted]) => {
      const n = wanted.length
      const matrix = new Float64Array(n * n)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          for (let k = 0; k < n; k++) matrix[i * n + j]! += root[i * n + k]! * root[j * n + k]!
          if (i === j) matrix[i * n + j]! += 1
        }
      const right = Float64Array.from(wanted, (_, i) =>
        wanted.reduce((sum, one, j) => sum + matrix[i * n + j]! * one, 0),
      )
      solveWith(factor(matrix, n), right)
      wanted.forEach((one, i) => {
        expect(right[i]).toBeCloseTo(one, 8)
      })
    }),
  )
})

test('a direction that the matrix does not see is held at 0', () => {
  const solved = solveWith(factor(Float64Array.of(4, 4, 0, 4, 4, 0, 0, 0, 0), 3), Float64Array.of(8, 8, 0))
  expect([...solved]).toEqual([2, 0, 0])
})

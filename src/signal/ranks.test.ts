import { expect, test } from 'vitest'
import { ranks } from './ranks.ts'
import { wild } from './test-support.ts'

test('a rank is one more than the values below, plus half of the others equal to it', () => {
  for (const raw of wild(5, 100)) {
    const y = raw.filter(Number.isFinite)
    const slow = y.map((v) => 1 + y.filter((w) => w < v).length + (y.filter((w) => w === v).length - 1) / 2)
    const answer = ranks(Float64Array.from(y))
    expect([...answer.rank]).toEqual(slow)
    const groups = [...new Set(y)].map((v) => y.filter((w) => w === v).length).filter((size) => size > 1)
    expect([...answer.ties].sort()).toEqual(groups.sort())
  }
})

test('nothing has no ranks', () => {
  expect(ranks(new Float64Array(0))).toEqual({ rank: new Float64Array(0), ties: [] })
})

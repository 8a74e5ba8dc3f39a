import { expect, test } from 'vitest'
import { gaussian, uniform } from './generator.ts'

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, uniform(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('uniform numbers fill 0..1 evenly', () => {
  const next = uniform(3)
  const counts = new Array(10).fill(0)
  for (let i = 0; i < 10_000; i++) counts[Math.floor(next() * 10)]++
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})

test('normal numbers have mean 0, variance 1 and 4.6 % beyond 2', () => {
  const all = Array.from({ length: 20_000 }, gaussian(5))
  const mean = all.reduce((a, b) => a + b, 0) / all.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(all.reduce((a, b) => a + b * b, 0) / all.length).toBeCloseTo(1, 1)
  expect(all.filter((v) => Math.abs(v) > 2).length / all.length).toBeCloseTo(0.0455, 2)
})

import { expect, test } from 'vitest'
import { frozen, repeats } from './constant.ts'
import { uniform } from './generator.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

test('frozen equals walking back through the finite values', () => {
  for (const y of wild(121, 400, 12)) {
    const kept = y.filter(Number.isFinite)
    const back = kept.slice().reverse()
    const other = back.findIndex((v) => v !== back[0])
    const points = other === -1 ? back.length : other
    const answer = frozen(y)
    if (points < 3) expect(answer).toBeNull()
    else expect(answer).toEqual({ value: back[0], points, share: points / kept.length })
  }
})

test('a loss that sticks at ln 10 is frozen, a living one is not', () => {
  const y = [2.5, 2.4, ...Array(48).fill(Math.log(10))]
  expect(frozen(y)).toEqual({ value: Math.log(10), points: 48, share: 0.96 })
  expect(frozen(curve(1, 100, () => 2.3, 1e-9))).toBeNull()
  expect(frozen([])).toBeNull()
  expect(frozen([1, 1])).toBeNull()
  expect(frozen([1, Number.NaN, 1, 1])).toEqual({ value: 1, points: 3, share: 1 })
})

test('repeats equals comparing the groups as text', () => {
  const next = uniform(9)
  for (let round = 0; round < 200; round++) {
    const groups = steps(Math.floor(next() * 6)).map(() => steps(2).map(() => Math.floor(next() * 2)))
    const texts = groups.map((g) => g.join())
    const same = texts.filter((t, i) => i > 0 && t === texts[i - 1]).length
    const answer = repeats(
      groups.flat(),
      groups.flatMap((g, e) => g.map(() => e)),
    )
    expect(answer).toBe(groups.length < 2 ? 0 : same / (groups.length - 1))
  }
})

test('dead weights repeat their epoch, also the unfinished one; a shuffled or learning run does not', () => {
  const epoch = [...curve(1, 20, () => 2.3, 0.1)]
  const run = [...epoch, ...epoch, ...epoch.slice(0, 7)]
  const group = run.map((_, i) => Math.floor(i / 20))
  expect(repeats(run, group)).toBe(1)
  expect(
    repeats(
      run.map((v, i) => v - i * 1e-6),
      group,
    ),
  ).toBe(0)
  expect(
    repeats(
      run,
      run.map(() => 0),
    ),
  ).toBe(0)
  for (const y of awkward) expect(hasNaN(repeats(y, steps(y.length)))).toBe(false)
})

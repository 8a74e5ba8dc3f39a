import { expect, test } from 'vitest'
import { uniform } from './generator.ts'
import { steps } from './test-support.ts'
import { marksOf, SPIKE } from './windows.ts'

test('covers the same points as painting each mark on a strip', () => {
  for (const seed of steps(100)) {
    const next = uniform(seed)
    const marks = marksOf(3, 64)
    const painted = new Set<number>()
    for (let at = Math.floor(next() * 20); at < 300; at += 1 + Math.floor(next() * 30)) {
      marks.mark(SPIKE, at, at + 2)
      for (let i = at - 3; i < at + 5; i++) if (i >= 0 && i < 300) painted.add(i)
    }
    const listed = marks.list(300)
    expect(listed.flatMap((w) => steps(w.to - w.from).map((i) => w.from + i))).toEqual(
      [...painted].sort((a, b) => a - b),
    )
    listed.forEach((w, k) => {
      if (k > 0) expect(w.from).toBeGreaterThan(listed[k - 1]!.to)
    })
  }
})

test('never holds more than asked, and loses no mark', () => {
  const marks = marksOf(1, 8)
  const places = steps(1000).map((i) => i * 37)
  places.forEach((at, i) => {
    marks.mark(i % 4, at, at + 1)
  })
  const listed = marks.list(40_000)
  expect(listed.length).toBeLessThanOrEqual(8)
  const names = ['spike', 'shift', 'rise', 'nonfinite']
  places.forEach((at, i) => {
    expect(listed.some((w) => w.why === names[i % 4] && w.from <= at && at < w.to)).toBe(true)
  })
})

test('a growing window is one window; none is none', () => {
  const marks = marksOf(2, 8)
  expect(marks.list(10)).toEqual([])
  for (let i = 5; i < 9; i++) marks.mark(2, 5, i + 1)
  expect(marks.list(10)).toEqual([{ from: 3, to: 10, why: 'rise' }])
})

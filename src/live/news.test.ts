// What is called out, and how often.

import { expect, test } from 'vitest'
import { curve, run } from '../checks/run.fixture.ts'
import { examine } from '../diagnosis/examine.ts'
import { speaker, tell } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { openNews } from './news.ts'

const speak = speaker('en')
const looks = (...records: readonly RunRecord[]) =>
  examine(records, { language: 'en', version: '0' }).runs.map((one, at) => ({ run: one, record: records[at]! }))
const rising = Array.from({ length: 12 }, (_, at) => 2.3 * 2 ** at)
const loss = (values: readonly number[]) => run().curve('loss', values, { axis: 'step' }).record

test('a fault is called out when it leads twice in a row, and only once', () => {
  const look = openNews()
  const first = look(looks(loss(rising)))
  expect([first.lines, first.again]).toEqual([[], true])
  const second = look(looks(loss([...rising, 2.3 * 2 ** 12])))
  expect(second.lines.map(({ line }) => tell(line, speak))).toEqual([
    expect.stringMatching(/^step 13: The learning rate is too high \((strong evidence|likely)\)\. \S.*\.$/),
  ])
  const third = look(looks(loss([...rising, 2.3 * 2 ** 12, 2.3 * 2 ** 13])))
  expect([third.lines, third.again, third.fatal]).toEqual([[], false, undefined])
})

test('a healthy run is left in peace', () => {
  const look = openNews()
  for (let end = 2; end < 100; end += 5) {
    const { lines, fatal } = look(looks(loss(curve(100, 2.3, 0.2, { noise: 0.05, seed: 1 }).slice(0, end))))
    expect([lines, fatal]).toEqual([[], undefined])
  }
})

test('what is fatal is called out at once, with the cause; its cause is not called out again', () => {
  const look = openNews()
  const { lines, fatal } = look(looks(loss([...rising, Number.NaN, Number.NaN])))
  expect(lines.map(({ line }) => tell(line, speak))).toEqual([
    expect.stringMatching(/^step 13: loss is NaN\. Most likely: The learning rate is too high \(.*\)\.$/),
  ])
  expect(fatal?.kind).toBe('not-finite')
  const later = look(looks(loss([...rising, Number.NaN, Number.NaN, Number.NaN])))
  expect([later.lines, later.fatal?.kind]).toEqual([[], 'not-finite'])
})

test('of several runs each is named', () => {
  const [one, other] = [loss([...rising, Number.NaN]), loss(curve(30, 2, 1))]
  const { lines } = openNews()(looks({ ...other, name: 'good.py' }, { ...one, name: 'bad.py' }))
  expect(lines.map(({ line }) => tell(line, speak))).toEqual([expect.stringMatching(/^bad\.py, step 13: loss is NaN/)])
})

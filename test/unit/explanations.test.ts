// Every cause, check and format explains itself in every language, on paper of any width, with nothing left in code names.
import { describe, expect, test } from 'vitest'
import { causes } from '../../src/causes/index.ts'
import { checks } from '../../src/checks/index.ts'
import { formats } from '../../src/formats/index.ts'
import { LANGUAGES } from '../../src/locales/speak.ts'
import { explain, explained } from '../../src/view/explanation/explanation.ts'
import { explanationMarkdown } from '../../src/view/explanation/markdown.ts'
import { explanationList, explanationText } from '../../src/view/explanation/terminal.ts'
import { width } from '../../src/view/wrap.ts'
import { limitWords, wordsIn } from '../../tools/limits.ts'
import { ROOT } from '../sources.ts'

const ids = explained()
const links = { id: (id: string) => `#${id}`, file: () => undefined }
const paper = { columns: 80, color: false, unicode: true, language: 'en' } as const

test('every unit can be explained, no two under one name', () => {
  expect(ids).toHaveLength(causes.length + checks.length + formats.length)
  expect(new Set(ids).size).toBe(ids.length)
  expect(explain('no-such-thing', 'en')).toBeUndefined()
  expect(explain('reading/gap-opens', 'en')).toEqual(explain('gap-opens', 'en'))
  expect([explain('bottleneck', 'en')?.kind, explain('reading/bottleneck', 'en')?.kind]).toEqual(['cause', 'check'])
})

test('every limit of a check says in its source what it means', () => {
  const words = limitWords(ROOT)
  const said = Object.fromEntries(checks.map(({ name }) => [name, Object.keys(words[name] ?? {})]))
  expect(said).toEqual(Object.fromEntries(checks.map(({ name, limits }) => [name, Object.keys(limits)])))
  const lines = Object.entries(words).flatMap(([check, own]) =>
    Object.entries(own).map(([k, v]) => `${check}.${k}: ${v}`),
  )
  expect(lines.filter((line) => !/: [^A-Z\s].{5,}[^.\s]$/.test(line))).toEqual([])
  expect(wordsIn('  limits: {\n    a: 1, // one thing\n    b: -2e-3,\n  },\n')).toEqual({ a: 'one thing', b: '' })
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(ids)('%s', (id) => {
    const explanation = explain(id, language)!
    expect(id.split('/').at(-1)).toBe(explanation.id)
    expect(explanation.sections.length).toBeGreaterThan(0)
    const lines = explanation.sections.flatMap(({ items }) => items)
    expect(lines.filter(({ text }) => /Fact\b|undefined|\{|^\s|\s$/.test(text)).map(({ text }) => text)).toEqual([])
    for (const columns of [40, 80]) {
      const page = explanationText(explanation, { ...paper, columns, language })
      expect(page.split('\n').filter((line) => width(line) > columns)).toEqual([])
      expect(page).toMatch(/\S\n$/)
    }
    const code = lines.flatMap((line) => line.code ?? [])
    // at 80 columns code stands as it is, to be copied
    const page = explanationText(explanation, { ...paper, language })
    for (const { text } of code) for (const line of text.split('\n')) expect(page).toContain(line)
    const markdown = explanationMarkdown(explanation, links)
    expect(markdown.match(/^```/gm)?.length ?? 0).toBe(2 * code.length)
    expect(markdown).toMatch(/^# \S.*\n\n`/)
  })

  test('the list', () => {
    const list = explanationList({ ...paper, language })
    expect(ids.filter((id) => !list.includes(` ${id}`))).toEqual([])
    expect(list.split('\n').filter((line) => width(line) > 80)).toEqual([])
  })
})

// Every cause has remedies as code; what is shown of them is short, fits a terminal, and is all that `explain` knows.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { causes } from '../../src/causes/index.ts'
import { codeOf } from '../../src/view/explanation/code.ts'
import { FILES, FRAMEWORKS, shown, snippets } from '../../tools/snippets.ts'
import { ROOT } from '../sources.ts'

/** Remedies, or one framework's side of them, that have no code, each with its reason. */
const WITHOUT: Readonly<Record<string, string>> = {
  keep: 'There is nothing to change.',
  'zero-grad/keras': 'Gradients are returned by the tape and never added to what was there.',
  'zero-grad/tensorflow': 'Gradients are returned by tf.variableGrads and never added to what was there.',
}
/** Lines of what is shown, and columns that a terminal of 80 leaves for it. */
const LINES = [2, 15] as const
const COLUMNS = 76

const known = snippets(ROOT)
const remedies = [...new Set(causes.flatMap((cause) => cause.remedies.map((remedy) => remedy.id)))].sort()
const all = Object.entries(known).flatMap(([remedy, code]) =>
  Object.entries(code).map(([framework, text]) => ({ name: `${remedy}/${framework}`, remedy, framework, text })),
)

describe('snippets', () => {
  test('are of remedies that some cause names', () => {
    expect(Object.keys(known).filter((id) => !remedies.includes(id))).toEqual([])
  })

  test('are there for each remedy in each framework, but where a reason stands', () => {
    const lacking = remedies.flatMap((remedy) =>
      FRAMEWORKS.filter((framework) => !(framework in (known[remedy] ?? {}))).map(
        (framework) => `${remedy}/${framework}`,
      ),
    )
    const excused = (name: string) => name in WITHOUT || name.split('/')[0]! in WITHOUT
    expect(lacking.filter((name) => !excused(name))).toEqual([])
    const idle = Object.keys(WITHOUT).filter(
      (name) => !lacking.some((one) => one === name || one.startsWith(`${name}/`)),
    )
    expect(idle, 'excused for nothing').toEqual([])
    for (const reason of Object.values(WITHOUT)) expect(reason).toMatch(/^\S.{10,}\.$/)
  })

  test('give each cause that has something to do its code, as explain shows it', () => {
    const idle = causes.filter((cause) => cause.remedies.every((remedy) => codeOf(remedy.id).length === 0))
    expect(idle.map((cause) => cause.id)).toEqual(['healthy'])
    expect(codeOf('warm-up').map((code) => code.text)).toEqual(Object.values(known['warm-up']!))
    for (const { path } of remedies.flatMap(codeOf)) expect(existsSync(join(ROOT, path)), path).toBe(true)
  })

  test.each(all)('$name is short, plain and not wide', ({ text }) => {
    const lines = text.split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(LINES[0])
    expect(lines.length).toBeLessThanOrEqual(LINES[1])
    expect(lines.filter((line) => line.length > COLUMNS || !/^[ -~]*$/.test(line) || /\s$/.test(line))).toEqual([])
  })

  test.each(all)('$name asserts something, and opens with a sentence', ({ remedy, framework }) => {
    const folder = join(ROOT, 'snippets', remedy)
    const text = readFileSync(join(folder, FILES[framework as keyof typeof FILES]), 'utf8')
    expect(text).toMatch(/^(?:#|\/\/) [A-Z][^\n]*\.\n/)
    expect(text).toMatch(/\bassert\b(?!\/| from)/)
    expect(readdirSync(folder).filter((name) => !(Object.values(FILES) as string[]).includes(name))).toEqual([])
  })
})

test('what is shown is what stands between the marks, without the indentation that it shares', () => {
  expect(shown('a\n  # shown\n  b\n    c\n  # end\nd\n')).toBe('b\n  c')
  expect(shown('// shown\na\n\n// end\nb\n// shown\n\nc\n// end')).toBe('a\nc')
})

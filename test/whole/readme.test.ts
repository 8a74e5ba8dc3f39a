// The documents say what is so: their commands exist, their report is what the command prints, their links lead somewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Language, speaker } from '../../src/locales/speak.ts'
import { languageOf, READMES, reportIn, reportOfExample } from '../../tools/readme.ts'
import { CURED, trialsIn, wordsFor } from '../../tools/readme-verify.ts'
import { built, suite } from '../components.ts'
import { ROOT } from '../sources.ts'

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const guides = ['docs/guide.md', 'docs/verify.md', 'docs/verify.zh.md', 'docs/verify.ru.md']
const documents = [...READMES, 'CONTRIBUTING.md', 'CHANGELOG.md', ...guides].filter((name) =>
  existsSync(join(ROOT, name)),
)
const text = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const readmes = READMES.filter((name) => existsSync(join(ROOT, name)))

describe.each(documents)('%s', (name) => {
  test('names only npm scripts that exist', () => {
    const named = [...text(name).matchAll(/npm (?:run )?([a-z:-]+)/g)].map((match) => match[1]!)
    const own = named.filter((one) => !['ci', 'install', 'link'].includes(one))
    expect(own.filter((one) => !(one in scripts))).toEqual([])
  })

  test('links and paths lead to files', () => {
    const links = [...text(name).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1]!)
    const paths = [...text(name).matchAll(/`((?:src|test|tools|docs|corpus|bench|examples|\.ci)\/[^`\s<>*]*)`/g)].map(
      (match) => match[1]!,
    )
    const broken = [...links.map((link) => join(dirname(name), link)), ...paths].filter(
      (path) => !existsSync(join(ROOT, path)),
    )
    expect(broken).toEqual([])
  })
})

// a training takes minutes and is another each time: the reports of trials are kept, and their shape is looked at
describe('the trials of the READMEs (npm run readme:verify)', () => {
  test.each(readmes)('%s has a report of each ill example, behind its command', (name) => {
    const places = CURED.map((one) => text(name).indexOf(`${wordsFor(one)}\n\`\`\`\n\n<!-- trials: `))
    expect(places.filter((at) => at < 0)).toEqual([])
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(trialsIn(text(name)).length).toBe(CURED.length)
  })

  test.each(readmes)('%s: each is titled, verified, and no wider than a terminal', (name) => {
    const say = speaker(languageOf(name) as Language)
    for (const report of trialsIn(text(name))) {
      const [title, summary, ...rest] = report.split('\n')
      expect(title).toBe(say('view.trials.title'))
      expect(summary).toMatch(/^ {2}✓ /)
      expect(rest.some((line) => line.startsWith('  ✓ ') && line.includes(say('trial.verdict.verified')))).toBe(true)
      expect(report.split('\n').filter((line) => line.length > 92)).toEqual([])
    }
  })

  test('tell the same figures in all languages', () => {
    const [first, ...others] = readmes.map((name) => trialsIn(text(name)).map(figuresIn))
    for (const other of others) expect(other).toEqual(first)
  })
})

suite('the README', [built], () => {
  test('is there', () => expect(readmes).toContain('README.md'))

  test.each(readmes)('%s shows the report that the command prints (npx tsx tools/readme.ts)', (name) => {
    expect(reportIn(text(name))).toBe(reportOfExample(languageOf(name)))
  })

  test.each(readmes)('%s tells options of diagnose that it has', (name) => {
    const { stdout } = spawnSync(process.execPath, ['dist/cli/main.js', 'diagnose', '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    const named = [...text(name).matchAll(/whyloss diagnose[^`\n]*?(--[a-z-]+)/g)].map((match) => match[1]!)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((option) => !stdout.includes(option))).toEqual([])
  })
})

/** Every number as a machine writes it, in no order, since each language has its own. */
function figuresIn(report: string): readonly string[] {
  return (report.match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace(',', '.')).sort()
}

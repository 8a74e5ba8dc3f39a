// The documents say what is so: their commands exist, their report is what the command prints, their links lead somewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf, READMES, reportIn, reportOfExample } from '../../tools/readme.ts'
import { built, suite } from '../components.ts'
import { ROOT } from '../sources.ts'

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const documents = [...READMES, 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/guide.md'].filter((name) =>
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

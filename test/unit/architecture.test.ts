// Holds the walls: the order of rooms, what runs in a browser, and the size, opening and names of every file.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { functionsOf } from '../measured.ts'
import { BROWSER, importsOf, parse, ROOMS, ROOT, type SourceFile, sources } from '../sources.ts'

const FILE_LINES = 300
const FUNCTION_LINES = 40

/** Files and functions (`path` or `path#name`) that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
  'src/formats/text/layouts.test.ts': 'A list of console layouts with the values they hold, one case each.',
  'test/whole/text-samples.test.ts': 'A list of sample files with the values they hold, one case each.',
  'src/checks/index.ts': 'A generated list, two lines a check.',
  'src/locales/en/causes.ts': 'A list of sentences, a block for each cause; it has no code to lose oneself in.',
  'src/locales/ru/causes.ts': 'The same list in Russian.',
  'src/locales/zh/causes.ts': 'The same list in Chinese.',
  'tools/new/check.ts#check': 'A template: its text is the unit that it writes.',
  'tools/new/dialect.ts#dialect': 'A template: its text is the unit that it writes.',
  'tools/new/format.ts#format': 'A template: its text is the unit that it writes.',
}

const src = sources('src')
const app = sources('app')
const all = [...src, ...app, ...sources('recorder/tfjs', 'test', 'tools', 'bench')]
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** What is optional is loaded when it is asked for, and its absence is told. */
const dependencies = { ...manifest.dependencies, ...manifest.optionalDependencies }
/** What the build puts into dist/ need not be installed beside it. */
const bundled = [...readFileSync(join(ROOT, 'tools/build.mjs'), 'utf8').matchAll(/\/\^([a-z@/-]+)\$\//g)].map(
  (match) => match[1]!,
)

describe('rooms', () => {
  test('every folder of src/ is a room of the design', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((folder) => folder.name).filter((name) => !(ROOMS as readonly string[]).includes(name))).toEqual(
      [],
    )
    expect(src.filter((file) => file.room === '').map((file) => file.path)).toEqual(
      src.some((file) => file.path === 'src/index.ts') ? ['src/index.ts'] : [],
    )
  })

  test('a file imports only from its own room or a room above', () => {
    expect(src.filter((file) => file.room !== '').flatMap(uphill)).toEqual([])
  })

  test('the test of imports sees import(), types, re-exports and bare imports', () => {
    const text = `import '../cli/a.ts'\nimport type { B } from '../view/b.ts'\nexport { c } from '../live/c.ts'\nconst d = await import('../trials/d.ts')\n`
    const file = { path: 'src/record/x.ts', room: 'record', test: false, text }
    expect(uphill(file)).toHaveLength(4)
    expect(uphill({ ...file, text: `import '../locales/speak.ts'\nimport './run.ts'\n` })).toEqual([])
    expect(uphill({ ...file, text: `import '../attic/speak.ts'\n` })).toHaveLength(1)
    expect(uphill({ ...file, text: `import '../../tools/gen.ts'\n` })).toHaveLength(1)
  })

  test('no check imports another check', () => {
    const units = new Set(src.filter((file) => /^export default defineCheck/m.test(file.text)).map((file) => file.path))
    const joined = src
      .filter((file) => units.has(file.path))
      .flatMap((file) =>
        importsOf(file).map((name) => `${file.path} imports ${posix.join(posix.dirname(file.path), name)}`),
      )
    expect(joined.filter((line) => units.has(line.split(' imports ')[1]!))).toEqual([])
  })

  test('what runs in a browser needs nothing of Node', () => {
    expect(src.filter((file) => BROWSER.includes(file.room) && !file.test).flatMap(nodeOnly)).toEqual([])
  })

  test('the page knows only types of the rooms, and the words of the locales', () => {
    expect(app.length).toBeGreaterThan(10)
    expect(app.flatMap(beyondWords)).toEqual([])
    const file = { path: 'app/x.ts', room: 'app', test: false, text: '' }
    expect(beyondWords({ ...file, text: `import { ask } from '../src/diagnosis/examine.ts'\n` })).toHaveLength(1)
    expect(beyondWords({ ...file, text: `import type { RunRecord } from '../src/gather/read.ts'\n` })).toHaveLength(1)
    expect(beyondWords({ ...file, text: `import type { Verdict } from '../src/diagnosis/examination.ts'\n` })).toEqual(
      [],
    )
  })

  test('a package that the product imports is a dependency, or goes into the build', () => {
    const unknown = src
      .filter((file) => !file.test)
      .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
      .filter(({ name }) => !name.startsWith('.') && !name.startsWith('node:'))
      .filter(({ name }) => !(packageOf(name) in dependencies) && !bundled.includes(packageOf(name)))
    expect(unknown.map(({ file, name }) => `${file.path} imports ${name}`)).toEqual([])
  })
})

describe('files', () => {
  test('open with one sentence', () => {
    // a test beside its subject is introduced by that
    const own = all.filter((file) => !file.test || file.path.startsWith('test/'))
    expect(own.filter((file) => !opensWell(file.text)).map((file) => file.path)).toEqual([])
    expect(opensWell('#!/usr/bin/env node\n// Says one thing, over\n// two lines.\n')).toBe(true)
    expect(opensWell("import 'a'\n// Too late.\n")).toBe(false)
    expect(opensWell('// no full stop\n')).toBe(false)
  })

  test(`have at most ${FILE_LINES} lines`, () => {
    const long = all.filter((file) => linesOf(file) > FILE_LINES && LONGER[file.path] === undefined)
    expect(long.map((file) => `${file.path} has ${linesOf(file)} lines`)).toEqual([])
  })

  test(`have functions of at most ${FUNCTION_LINES} lines`, () => {
    const long = all.filter((file) => !file.test).flatMap(functionsOf)
    const over = long.filter((one) => one.lines > FUNCTION_LINES && LONGER[one.name] === undefined)
    expect(over.map((one) => `${one.name} has ${one.lines} lines`)).toEqual([])
  })

  test('are excused only where they need it, with a reason', () => {
    const functions = all.flatMap(functionsOf)
    for (const [name, reason] of Object.entries(LONGER)) {
      const file = all.find((one) => one.path === name)
      const lines = file
        ? linesOf(file)
        : Math.max(0, ...functions.filter((one) => one.name === name).map((one) => one.lines))
      expect(lines, `${name} is excused for nothing`).toBeGreaterThan(file ? FILE_LINES : FUNCTION_LINES)
      expect(reason).toMatch(/^\S.{10,}\.$/)
    }
  })

  test("use the field's words", () => {
    expect(all.flatMap(emptyWords)).toEqual([])
    expect(
      emptyWords({ path: 'src/cli/run-manager.ts', text: 'const fooHelper = 1', room: 'cli', test: false }),
    ).toHaveLength(2)
  })
})

describe('units', () => {
  const units = src.filter((file) => !file.test && /^export default define/m.test(file.text))
  test.each(units.map((file) => file.path))('%s is named as its file', async (path) => {
    const unit = (await import(pathToFileURL(join(ROOT, path)).href)).default
    expect(unit.name ?? unit.id).toBe(basename(path, '.ts'))
    if (path.startsWith('src/checks/')) expect(unit.group).toBe(path.split('/')[2])
  })

  test('of checks read every limit, and use all the evidence that they ask for', () => {
    const checks = units.filter((file) => file.path.startsWith('src/checks/'))
    expect(checks.length).toBeGreaterThan(50)
    expect(checks.flatMap(unread)).toEqual([])
    const text = `export default defineCheck({\n  needs: ['loss'],\n  helps: ['accuracy'],\n  limits: { points: 3, odd: 1 },\n  examine({ loss }, limits) { return loss.length > limits.points }\n})`
    expect(unread({ path: 'x.ts', room: 'checks', test: false, text })).toEqual([
      'x.ts never uses accuracy',
      'x.ts never reads limits.odd',
    ])
  })

  test('of checks come first in their files, and their functions after them', () => {
    const checks = units.filter((file) => file.path.startsWith('src/checks/'))
    const late = checks.filter((file) => /^(async )?function /m.test(file.text.split('export default define')[0]!))
    expect(late.map((file) => file.path)).toEqual([])
  })

  test('export nothing but themselves', () => {
    const more = units.filter((file) => /^export (?!default)/m.test(file.text))
    expect(more.map((file) => file.path)).toEqual([])
  })
})

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Limits and evidence that a check lists and never looks at. */
function unread(file: SourceFile): string[] {
  const listed = (name: string, pattern: RegExp) =>
    [...(new RegExp(`^  ${name}: [[{]([^\\]}]*)`, 'm').exec(file.text)?.[1] ?? '').matchAll(pattern)].map(
      (one) => one[1]!,
    )
  const body = file.text.slice(file.text.indexOf('examine('))
  const evidence = [...listed('needs', /'(\w+)'/g), ...listed('helps', /'(\w+)'/g)]
  const limits = listed('limits', /(\w+):/g)
  return [
    ...evidence.filter((one) => !new RegExp(`\\b${one}\\b`).test(body)).map((one) => `${file.path} never uses ${one}`),
    ...limits
      .filter((one) => !new RegExp(`limits\\.${one}\\b|'${one}'`).test(body))
      .map((one) => `${file.path} never reads limits.${one}`),
  ]
}

/** Imports that go against the order of rooms, or out of src/. */
function uphill(file: SourceFile): string[] {
  const own = (ROOMS as readonly string[]).indexOf(file.room)
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file.path), name))
    .filter((target) => {
      if (file.test && !target.startsWith('src/')) return !target.startsWith('test/')
      const room = (ROOMS as readonly string[]).indexOf(/^src\/([^/]+)\//.exec(target)?.[1] ?? '')
      return room < 0 || room > own
    })
    .map((target) => `${file.path} imports ${target}`)
}

/** What a file of the page takes from src/ that it may not: code of a room, or anything of a room that is not for it. */
function beyondWords(file: SourceFile): string[] {
  if (file.test || file.path.endsWith('vite.config.ts')) return []
  const out: string[] = []
  for (const node of parse(file).statements) {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) continue
    const from = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : ''
    const room = /^src\/([^/]+)/.exec(posix.join(posix.dirname(file.path), from))?.[1]
    if (!from.startsWith('.') || room === undefined || room === 'locales') continue
    const onlyTypes = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly
    if (!onlyTypes || !['record', 'checks', 'diagnosis'].includes(room)) out.push(`${file.path} imports ${from}`)
  }
  return out
}

/** Modules and globals of Node that a file uses. */
function nodeOnly(file: SourceFile): string[] {
  const found = importsOf(file)
    .filter((name) => name.startsWith('node:'))
    .map((name) => `${file.path} imports ${name}`)
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && ['process', 'Buffer', 'require', '__dirname', 'setImmediate'].includes(node.text)) {
      const { parent } = node
      const member = ts.isPropertyAccessExpression(parent) && parent.name === node
      const label = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
      if (!member && !label) found.push(`${file.path} uses ${node.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

/** Whether the first lines are a comment that ends as a sentence; a check's may be its question. */
function opensWell(text: string): boolean {
  const lines = text.replace(/^#!.*\n/, '').split('\n')
  const end = lines.findIndex((line) => !line.startsWith('// '))
  const sentence = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.slice(3))
    .join(' ')
  return /^\S.*[.?]$/.test(sentence)
}

function linesOf(file: SourceFile): number {
  return file.text.trimEnd().split('\n').length
}

/** Names that say nothing: of the file and of what it declares. */
function emptyWords(file: SourceFile): string[] {
  const found = /(manager|helper|utils?\b|service)/i.test(file.path) ? [file.path] : []
  const visit = (node: ts.Node): void => {
    const name = (node as { name?: ts.Node }).name
    const declares = ts.isVariableDeclaration(node) || ts.isFunctionLike(node) || ts.isClassLike(node)
    if (
      (declares || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) &&
      name &&
      ts.isIdentifier(name)
    ) {
      if (/(Manager|Helper|Utils?|Service)(?![a-z])/i.test(name.text)) found.push(`${file.path} declares ${name.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

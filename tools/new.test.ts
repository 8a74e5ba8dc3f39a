// The scaffold in a copy of the project: what it writes compiles, is indexed, and passes its own test.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'whyloss-new-'))

const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
const create = (...args: string[]) => node('--import', 'tsx', join(copy, 'tools/new.ts'), ...args, '--root', copy)

beforeAll(() => {
  for (const name of ['src', 'test', 'tools', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('npm run new', () => {
  const units = [
    ['check', 'optimization/loss-doubles', 'src/checks/optimization/loss-doubles'],
    ['cause', 'tired-optimizer', 'src/causes/tired-optimizer'],
    ['format', 'bare-steps', 'src/formats/bare-steps'],
    ['dialect', 'bracketed', 'src/formats/text/dialects/bracketed'],
  ] as const

  test.each(units)('writes a %s that is indexed, and refuses to write it twice', (kind, name, path) => {
    const first = create(kind, name)
    expect([first.stderr, first.status]).toEqual(['', 0])
    const index = kind === 'check' ? 'src/checks' : path.slice(0, path.lastIndexOf('/'))
    expect(readFileSync(join(copy, index, 'index.ts'), 'utf8')).toContain(`${path.split('/').at(-1)}.ts'`)
    const again = create(kind, name)
    expect([again.status, again.stderr.trim()]).toEqual([2, `${path}.ts exists already.`])
  })

  test('writes units whose own tests pass and whose style is ours', () => {
    const paths = units.map(([, , path]) => path).filter((path) => existsSync(join(copy, `${path}.test.ts`)))
    expect(paths).toHaveLength(3)
    const tests = paths.map((path) => `${path}.test.ts`)
    const { status, stdout } = node('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...tests)
    expect(status, stdout).toBe(0)
    const files = [...units.map(([, , path]) => `${path}.ts`), ...tests]
    const style = node(
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--config-path=biome.json',
      '--vcs-enabled=false',
      ...files,
    )
    expect(style.status, style.stderr).toBe(0)
  })

  test('refuses names that are none in one line', () => {
    for (const args of [
      ['check'],
      ['remark', 'x'],
      ['check', 'Two Words'],
      ['check', 'attic/x'],
      ['cause', 'data/x'],
    ]) {
      const { status, stderr } = create(...args)
      expect(status).toBe(2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})

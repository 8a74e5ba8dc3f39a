// Writes into the README files what the command prints for the example: `npx tsx tools/readme.ts`, after a build.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = 'examples/digits-rate-too-high.log'
const BLOCK = /(<!-- report: .*? -->\n```text\n)([\s\S]*?)(```\n<!-- end of report -->)/

export const READMES: readonly string[] = ['README.md', 'README.zh.md', 'README.ru.md']

/** The language in which a README is written, by the ending of its name. */
export function languageOf(readme: string): string {
  return /\.(zh|ru)\.md$/.exec(readme)?.[1] ?? 'en'
}

/** What `npm start` prints after the build in that language, as it stands in the README. */
export function reportOfExample(language: string): string {
  const command = ['dist/cli/main.js', 'diagnose', EXAMPLE, '--lang', language]
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', COLUMNS: '' },
  })
  if (status !== 0) throw new Error(`the example ended with ${status}: ${stderr.trim()}`)
  return stdout.trimEnd()
}

/** The report that stands in a README; undefined where it has no place for one. */
export function reportIn(text: string): string | undefined {
  return BLOCK.exec(text)?.[2]?.trimEnd()
}

function main(): void {
  for (const name of READMES) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const report = reportOfExample(languageOf(name))
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(BLOCK, (_, open, _old, close) => `${open}${report}\n${close}`),
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()

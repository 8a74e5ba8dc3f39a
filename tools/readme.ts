// Writes into the README files what the command prints for the examples: `npx tsx tools/readme.ts`, after a build.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What the commands of the READMEs say after `whyloss`, in the order of their reports. */
const EXAMPLES: readonly string[] = [
  'diagnose examples/digits-rate-too-high.log',
  'audit --train examples/wine-leaky-train.csv --val examples/wine-leaky-val.csv --label cultivar',
  'diagnose examples/wine-scaled.log --model examples/wine-scaled.onnx --train examples/wine-scaled-train.csv --val examples/wine-scaled-val.csv --test examples/wine-scaled-test.csv --label cultivar',
]
const BLOCK = /(<!-- report: .*? -->\n```text\n)([\s\S]*?)(```\n<!-- end of report -->)/g

export const READMES: readonly string[] = ['README.md', 'README.zh.md', 'README.ru.md']

/** The language in which a README is written, by the ending of its name. */
export function languageOf(readme: string): string {
  return /\.(zh|ru)\.md$/.exec(readme)?.[1] ?? 'en'
}

/** What the commands print in that language, one report behind the other. */
export function reportOfExample(language: string): string {
  return EXAMPLES.map((words) => printed(words, language)).join('\n')
}

/** The reports that stand in a README, one behind the other; undefined where it has no place for one. */
export function reportIn(text: string): string | undefined {
  const reports = [...text.matchAll(BLOCK)].map((block) => block[2]!.trimEnd())
  return reports.length > 0 ? reports.join('\n') : undefined
}

function printed(words: string, language: string): string {
  const command = ['dist/cli/main.js', ...words.split(' '), '--lang', language]
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', COLUMNS: '' },
  })
  if (status !== 0) throw new Error(`whyloss ${words} ended with ${status}: ${stderr.trim()}`)
  return stdout.trimEnd()
}

function main(): void {
  for (const name of READMES) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    const places = text.match(BLOCK)?.length ?? 0
    if (places !== EXAMPLES.length) throw new Error(`${name} has ${places} places for ${EXAMPLES.length} reports`)
    const reports = EXAMPLES.map((words) => printed(words, languageOf(name)))
    writeFileSync(
      path,
      text.replace(BLOCK, (_, open, _old, close) => `${open}${reports.shift()}\n${close}`),
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()

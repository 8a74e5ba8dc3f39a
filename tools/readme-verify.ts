// Writes into the READMEs what `whyloss verify` says of the examples that one wrong value made ill: `npm run readme:verify`.
// `-- NAME` does one example, `-- --redo` trains anew. What has been trained is kept and only told again, in all languages,
// until the example changes; a check compares the shape of what stands in the READMEs, since every training is another.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Language, speaker } from '../src/locales/speak.ts'
import { languageOf, READMES } from './readme.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = join(homedir(), '.cache/whyloss/readme-verify')
const BLOCK = /(<!-- trials: .*? -->\n```text\n)([\s\S]*?)(```\n<!-- end of trials -->)/g

/** What stands behind the trials: a title, or the curves, which have none. */
const NEXT = /^\S|[▁-█]/

/** An example that is cured, and the Python that trains it. */
interface Cured {
  readonly name: string
  readonly file: string
  readonly python: string
}

/** In the order in which they stand in the READMEs. */
export const CURED: readonly Cured[] = [
  { name: 'pytorch', file: 'digits-pytorch.py', python: process.env.WHYLOSS_TORCH ?? '/usr/bin/python3' },
  {
    name: 'keras',
    file: 'digits-keras.py',
    python: process.env.WHYLOSS_KERAS ?? join(homedir(), '.cache/whyloss/keras/bin/python'),
  },
]

/** What the READMEs tell the reader to call, after the program. */
export function wordsFor({ file }: Pick<Cured, 'file'>): string {
  return `verify -- python ${file}`
}

/** The reports of trials that stand in a README, in their order. */
export function trialsIn(text: string): readonly string[] {
  return [...text.matchAll(BLOCK)].map((block) => block[2]!.trimEnd())
}

/** The part of a report that tells of trials: from its title to whatever is next. Throws where there is none. */
export function trialsPart(report: string, language: Language): string {
  const lines = report.split('\n')
  const from = lines.indexOf(speaker(language)('view.trials.title'))
  if (from < 0) throw new Error(`the report tells of no trials:\n${report}`)
  const length = lines.slice(from + 1).findIndex((line) => NEXT.test(line))
  return lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n').trimEnd() // biome-ignore format: one chain
}

/** Trains where that was not done yet, and tells it in one language. */
function told({ name, file, python }: Cured, language: Language): string {
  const [work, trials, bin] = ['work', 'trials', 'bin'].map((part) => join(home, name, part)) as [
    string,
    string,
    string,
  ]
  const script = readFileSync(join(root, 'examples', file), 'utf8')
  const copy = join(work, file)
  const isKnown = existsSync(join(trials, 'plan.json')) && existsSync(copy) && readFileSync(copy, 'utf8') === script
  if (!isKnown) rmSync(join(home, name), { recursive: true, force: true })
  for (const folder of [work, bin]) mkdirSync(folder, { recursive: true })
  writeFileSync(copy, script)
  // a file that starts it, not a link: an environment of Python looks for its parts beside the path by which it was called
  writeFileSync(join(bin, 'python'), `#!/bin/sh\nexec '${python}' "$@"\n`)
  chmodSync(join(bin, 'python'), 0o755)
  const words = isKnown ? ['--resume', trials] : ['--folder', trials, '--', 'python', file]
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'verify', '--lang', language, ...words],
    {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ PATH: [bin, process.env.PATH].join(delimiter), NO_COLOR: '1', COLUMNS: '' },
        ...{ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TF_CPP_MIN_LOG_LEVEL: '3' },
      },
    },
  )
  if (status !== 0) throw new Error(`whyloss ${wordsFor({ file })} ended with ${status}: ${stderr.trim()}`)
  return trialsPart(stdout, language)
}

function main(asked: readonly string[]): void {
  const names = asked.filter((one) => !one.startsWith('-'))
  const chosen = CURED.filter(({ name }) => names.length === 0 || names.includes(name))
  if (asked.includes('--redo'))
    for (const { name } of chosen) rmSync(join(home, name), { recursive: true, force: true })
  for (const readme of READMES) {
    const path = join(root, readme)
    const text = readFileSync(path, 'utf8')
    const places = text.match(BLOCK)?.length ?? 0
    if (places !== CURED.length) throw new Error(`${readme} has ${places} places for ${CURED.length} reports of trials`)
    const language = languageOf(readme) as Language
    const reports = CURED.map((one) => (chosen.includes(one) ? told(one, language) : undefined))
    writeFileSync(
      path,
      text.replace(BLOCK, (_, open, old, close) => `${open}${reports.shift() ?? old.trimEnd()}\n${close}`),
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))

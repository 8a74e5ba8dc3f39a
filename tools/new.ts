// Starts a new unit: `npm run new check|cause|format|dialect NAME` writes it, its test and its words, and the indexes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cause } from './new/cause.ts'
import { check } from './new/check.ts'
import { dialect } from './new/dialect.ts'
import { format } from './new/format.ts'

/** What a template gives: files by path, and sentences by message id. */
export interface Unit {
  readonly files: Readonly<Record<string, string>>
  readonly words?: Readonly<Record<string, string>>
  /** what to do next, a line each */
  readonly next: readonly string[]
}

export const KINDS: Readonly<Record<string, (name: string, group: string | undefined) => Unit>> = {
  check,
  cause,
  format,
  dialect,
}
const GROUPS = ['reading', 'data', 'model', 'optimization', 'evaluation']

function main(): string | undefined {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } })
  const root = values.root === undefined ? fileURLToPath(new URL('..', import.meta.url)) : resolve(values.root)
  const [kind, path] = positionals
  const template = kind === undefined ? undefined : KINDS[kind]
  if (!template || !path)
    return `Say what: npm run new ${Object.keys(KINDS).join('|')} NAME (a check: NAME or GROUP/NAME).`
  const [name, group] = path.split('/').reverse()
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''))
    return `${name} is no name: use lower-case words joined by hyphens.`
  if (group !== undefined && (kind !== 'check' || !GROUPS.includes(group)))
    return kind === 'check' ? `There is no group ${group}; there are ${GROUPS.join(', ')}.` : `A ${kind} has no group.`
  const unit = template(name!, group)
  const taken = Object.keys(unit.files).find((file) => existsSync(join(root, file)))
  if (taken) return `${taken} exists already.`
  const words = unit.words ? said(root, unit.words) : undefined
  if (typeof words === 'string') return words
  write(root, { ...unit.files, ...words })
  const written = Object.keys(unit.files)
  const gen = [join(import.meta.dirname, 'gen.ts'), '--root', root]
  if (!runs(['--import', 'tsx', ...gen], root)) return 'The files are written, but the indexes are not: npm run gen.'
  runs(
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--vcs-enabled=false', 'src/locales/en', ...written],
    root,
  )
  for (const file of written) console.log(`wrote ${file}`)
  for (const line of unit.next) console.log(line)
  return undefined
}

/**
 * The locale files with each sentence put before the first of its kind (`claim.`, `remedy.`); a message that exists is
 * refused.
 */
function said(root: string, sentences: Readonly<Record<string, string>>): Record<string, string> | string {
  const folder = 'src/locales/en'
  const paths = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
  const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  for (const [id, sentence] of Object.entries(sentences)) {
    const kind = `\n  '${id.split('.')[0]}.`
    const taken = paths.find((path) => texts.get(path)!.includes(`'${id}'`))
    if (taken) return `The message ${id} exists already in ${taken}.`
    const path = paths.find((one) => texts.get(one)!.includes(kind))
    if (!path) return `There is no message of the kind ${id} in ${folder} yet: write the first by hand.`
    const line = `\n  '${id}': '${sentence.replaceAll("'", "\\'")}',`
    texts.set(
      path,
      texts.get(path)!.replace(kind, () => line + kind),
    )
  }
  return Object.fromEntries(texts)
}

function runs(args: readonly string[], cwd: string): boolean {
  return spawnSync(process.execPath, args, { cwd, stdio: 'ignore' }).status === 0
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const refusal = main()
if (refusal !== undefined) {
  console.error(refusal)
  process.exit(2)
}

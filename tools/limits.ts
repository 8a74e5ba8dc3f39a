// What the limits of the checks mean: the comment behind each number in the source of its check.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The words of each limit of each check, sorted by check; '' where the source says nothing. */
export type LimitWords = Readonly<Record<string, Readonly<Record<string, string>>>>

export function limitWords(root: string): LimitWords {
  const folder = join(root, 'src/checks')
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[\\/][a-z0-9-]+\.ts$/.test(path),
  )
  const read = files.map((path) => [basename(path, '.ts'), wordsIn(readFileSync(join(folder, path), 'utf8'))] as const)
  return Object.fromEntries(
    read.filter(([, words]) => Object.keys(words).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Of one source: a limit stands on a line of its own, its comment behind it. */
export function wordsIn(text: string): Readonly<Record<string, string>> {
  const block = /^ {2}limits: \{\n([\s\S]*?)^ {2}\},$/m.exec(text)?.[1] ?? ''
  const lines = [...block.matchAll(/^ {4}(\w+): [^,\n]+,(?: \/\/ (.+))?$/gm)]
  return Object.fromEntries(lines.map(([, name, words]) => [name!, words ?? '']))
}

// The code of the remedies: what stands between `shown` and `end` in the files of snippets/, one folder a remedy.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const FILES = { pytorch: 'pytorch.py', keras: 'keras.py', tensorflow: 'tensorflow.mjs' } as const
export type Framework = keyof typeof FILES
export const FRAMEWORKS = Object.keys(FILES) as readonly Framework[]

/** What a reader sees of each remedy in each framework; remedies sorted by id. */
export type Snippets = Readonly<Record<string, Readonly<Partial<Record<Framework, string>>>>>

/** Every snippet below `root`/snippets; none where there is no such folder. */
export function snippets(root: string): Snippets {
  const folder = join(root, 'snippets')
  if (!existsSync(folder)) return {}
  const remedies = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const ids = remedies.map((entry) => entry.name).sort()
  return Object.fromEntries(ids.map((id) => [id, ofRemedy(join(folder, id))]))
}

function ofRemedy(folder: string): Partial<Record<Framework, string>> {
  const there = FRAMEWORKS.filter((framework) => existsSync(join(folder, FILES[framework])))
  return Object.fromEntries(
    there.map((framework) => [framework, shown(readFileSync(join(folder, FILES[framework]), 'utf8'))]),
  )
}

/** The shown parts of a file below each other, without the indentation that they share. */
export function shown(text: string): string {
  const parts: string[][] = []
  let part: string[] | undefined
  for (const line of text.split('\n')) {
    const mark = /^\s*(?:#|\/\/) (shown|end)$/.exec(line)?.[1]
    if (mark === undefined) part?.push(line)
    else {
      part = mark === 'shown' ? [] : undefined
      if (part) parts.push(part)
    }
  }
  // parts of one loop or function go on where the last one stopped
  const lines = parts.flatMap((one) => trimmed(one))
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => /^ */.exec(line)![0].length))
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** Without the blank lines that the marks leave at both ends. */
function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first < 0 ? [] : lines.slice(first, last + 1)
}

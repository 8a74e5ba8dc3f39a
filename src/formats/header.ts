// The header of delimited text: what cuts it, what its columns are called, and whether it is one at all.

import type { Head } from './format.ts'
import { rolesOf } from './rows.ts'
import { numberIn } from './wire/number.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
const LONGEST_HEADER = 65_536
/** a line of a log that happens to be cut by the delimiter: `Loss 0.41 (0.43)`, `Epoch: [0][10/50]`, `lr=0.1` */
const SENTENCE = /=\s*[-\d]|\[\d+\]|\[\s*\d+\/|:\s|\s[-+]?\d+\.\d|^\W*\d/

/** The first row that is no comment, by the delimiter that cuts it best, and whether the next row agrees with it. */
export function headerOf(head: Head): { names: string[]; delimiter: string; agrees: boolean } | undefined {
  const lines = head.text
    .slice(0, LONGEST_HEADER)
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const [first, second] = lines
  if (first === undefined || /[{}<>]|^\s*[[(]/.test(first)) return undefined
  const delimiter = delimiterOf(first)
  const names = split(first, delimiter)
  if (names.some((name) => numberIn(name) !== undefined || name.length > 200 || SENTENCE.test(name))) return undefined
  const cells = second === undefined ? [] : split(second, delimiter)
  const whole = lines.length > 2 || /[\r\n]$/.test(head.text)
  const numbers = cells.filter((cell) => numberIn(cell) !== undefined).length
  const fits = names.length > 1 ? Math.abs(cells.length - names.length) <= 1 : whole
  const alone = names.length > 1 && /\.[ct]sv$/i.test(head.name)
  return { names, delimiter, agrees: second === undefined ? alone : fits && numbers > 0 }
}

function split(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

/**
 * The names of the columns of a table that is no history: nothing counts epochs or steps, nothing is a loss or a score.
 * Undefined for anything else. A table without a header shows its first row.
 */
export function tableOf(head: Head): readonly string[] | undefined {
  if (!/\.(?:csv|tsv|tab)$/i.test(head.name)) return undefined
  const lines = head.text.split(/[\r\n]+/, 6).filter((line) => line !== '')
  const delimiter = delimiterOf(lines[0] ?? '')
  const widths = lines.slice(0, lines.length > 2 ? -1 : undefined).map((line) => split(line, delimiter).length)
  const names = split(lines[0] ?? '', delimiter)
  const roles = rolesOf(names)
  const counts = roles.includes('epoch') || roles.includes('step')
  return names.length > 1 && widths.every((width) => 2 * width > names.length) && !counts ? names : undefined
}

function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((one) => ({ one, count: split(line, one).length }))
  return counts.sort((a, b) => b.count - a.count)[0]!.one
}

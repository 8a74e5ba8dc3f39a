// `--fact NAME=VALUE`: what the user tells of a run, by the names and types of record/fact.ts.

import { factReaders } from '../formats/facts/readers/index.ts'
import { type Fact, type FactValues, fact } from '../record/fact.ts'
import { FACT_KINDS, FACT_NAMES, type FactKind, isFactName } from '../record/fact-kinds.ts'
import { nearest } from './nearest.ts'
import { Refusal } from './refusal.ts'

/** The fact that `NAME=VALUE` states; the name in snake_case or kebab-case. Throws a Refusal that says what is wrong. */
export function parseFact(given: string): Fact {
  const at = given.indexOf('=')
  const [key, words] = [given.slice(0, at).trim(), given.slice(at + 1).trim()]
  if (at < 1 || words === '') throw new Refusal('cli.error.fact.shape', { given })
  const name = key.toLowerCase().replaceAll('-', '_')
  if (!isFactName(name)) throw new Refusal('cli.error.fact.unknown', { name: key, nearest: nearest(name, FACT_NAMES) })
  const kind = FACT_KINDS[name]
  const value = kind === 'text' ? canonical(name, words.slice(0, 80)) : understood(words, kind)
  if (value === undefined) {
    const asked = typeof kind === 'string' ? kind : kind.join(', ')
    throw new Refusal('cli.error.fact.value', { name, kind: asked, value: words })
  }
  return fact(name, value as FactValues[typeof name], `--fact ${key}=${words}`, '--fact', 'user')
}

/** The field's word for a name (`BCELoss` is `binary-cross-entropy`), as the readers of prose know it; else as it stands. */
function canonical(name: keyof FactValues, words: string): unknown {
  const sentence = { text: `${name.replaceAll('_', ' ')} = ${words}`, number: 1 }
  for (const reader of factReaders) {
    const known = reader.read(sentence).find((one) => one.name === name)
    if (known) return known.value
  }
  return words.toLowerCase()
}

function understood(words: string, kind: Exclude<FactKind, 'text'>): unknown {
  switch (kind) {
    case 'words':
      return list(words)
    case 'yes':
      return truth(words)
    case 'number':
      return number(words)
    case 'count':
      return whole(words)
    case 'share':
      return share(words)
    case 'numbers':
      return all(list(words).map(number))
    case 'range':
      return range(words)
    default:
      return kind.find((one) => one === words.toLowerCase().replaceAll('_', '-'))
  }
}

function list(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 32)
}

function truth(words: string): boolean | undefined {
  if (/^(true|yes|on|1)$/i.test(words)) return true
  return /^(false|no|off|0)$/i.test(words) ? false : undefined
}

/** A finite decimal number as people write it: 1e-3, 1_000, 1,000. */
function number(words: string): number | undefined {
  const plain = /^\d{1,3}(,\d{3})+$/.test(words) ? words.replaceAll(',', '') : words.replaceAll('_', '')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

function whole(words: string): number | undefined {
  const value = number(words)
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined
}

function share(words: string): number | undefined {
  const value = words.endsWith('%') ? (number(words.slice(0, -1).trim()) ?? Number.NaN) / 100 : number(words)
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined
}

/** `0,1`, `[0, 1]` or `0..1`; the lower end first. */
function range(words: string): readonly number[] | undefined {
  const parts = words.replace(/^[[(]|[\])]$/g, '').split(/\.\.|,/)
  const ends = all(parts.map((part) => number(part.trim())))
  return ends?.length === 2 && ends[0]! <= ends[1]! ? ends : undefined
}

function all(values: readonly (number | undefined)[]): readonly number[] | undefined {
  return values.length > 0 && values.every((value) => value !== undefined) ? (values as number[]) : undefined
}

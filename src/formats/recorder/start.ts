// The first line of a stream, which says whose it is, and the last, which says that it is over.

import { parseJson } from '../wire/json.ts'
import { count, isObject, list, number, optional, shape, textOf } from './shape.ts'

/** What a process says of itself before anything else. */
export interface Start {
  /** version of the stream's layout */
  readonly v: number
  /** seconds since 1970 */
  readonly time: number
  readonly pid: number
  readonly parent?: number | undefined
  readonly argv?: readonly string[] | undefined
  readonly framework?: string | undefined
  /** number of this process among those of one training, and how many these are */
  readonly rank?: number | undefined
  readonly world?: number | undefined
}

const LONGEST_WORD = 80
const MOST_WORDS = 12
const LONGEST_TITLE = 100

const start = shape<Start>({
  v: count,
  time: number,
  pid: count,
  parent: optional(count),
  argv: optional(list(textOf(LONGEST_WORD), MOST_WORDS)),
  framework: optional(textOf(LONGEST_WORD)),
  rank: optional(count),
  world: optional(count),
})

/** The start that a row is, or undefined where it is none. */
export function startOf(row: unknown): Start | undefined {
  return isObject(row) && row.k === 'start' ? start(row) : undefined
}

/** The start of the stream that begins with this text; undefined where it is no stream, or its first line is not whole. */
export function streamStart(text: string): Start | undefined {
  const end = text.indexOf('\n')
  return end > 0 && /^\{\s*"k"\s*:\s*"start"/.test(text) ? startOf(parseJson(text.slice(0, end))) : undefined
}

/** Whether a line is the one that ends a stream in order. */
export function isEnd(line: string): boolean {
  if (!/^\{\s*"k"\s*:\s*"end"/.test(line)) return false
  return isObject(parseJson(line))
}

const SECRET = /key|token|secret|passw|credential/i

/** How a process was called, without the folder of its script and without what may be a secret. */
export function titleOf([script = '', ...rest]: readonly string[]): string {
  const name = script.slice(script.lastIndexOf('/') + 1)
  // a kernel's own words name a file of Jupyter's, and no notebook
  if (/kernel(?:_launcher)?\.py$/.test(name)) return 'notebook'
  let hide = false
  const words = rest.map((word) => {
    const shown = hide ? '…' : word.replace(/^([^=]*)=.*$/s, (whole, key) => (SECRET.test(key) ? `${key}=…` : whole))
    hide = !hide && /^-/.test(word) && SECRET.test(word) && !word.includes('=')
    return shown
  })
  const title = [name, ...words].join(' ').trim()
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}

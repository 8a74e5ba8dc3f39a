// Finds the numbers of a line in one pass, with what stands before each: the common ground of all dialects.

import { emptyFigure, type Figure, readFigure } from './figures.ts'
import { type Key, openKeys } from './keys.ts'
import { isDigit } from './letters.ts'
import { isMessage } from './messages.ts'
import { compoundEnd, nextNumber, signed, walk } from './tokens.ts'

export type { Figure } from './figures.ts'

export interface Scan {
  readonly figures: readonly Figure[]
  readonly count: number
  /** words of the line that are no names of its numbers */
  readonly words: number
  /** words that sentences have and logs have not */
  readonly prose: number
  /** the line holds settings that are no numbers */
  readonly config: boolean
  /** the line tells an event of the run */
  readonly message: boolean
}

/** Opens a scanner. The scan that it returns is valid until the next line is scanned. */
export function openScanner(): (text: string) => Scan {
  const keys = openKeys()
  const pool: Figure[] = []
  const none = keys.of('', false)
  const scan = { figures: pool as readonly Figure[], count: 0, words: 0, prose: 0, message: false, config: false }
  /** Gives the figure its key; the total in `1 of 300` goes to the figure before. Returns how many figures there are. */
  function put(figure: Figure, key: Key, count: number): number {
    scan.words += key.words
    scan.prose += key.prose
    if (key.message) scan.message = true
    if (key.config) scan.config = true
    const before = count > 0 ? (pool[count - 1] as Figure) : undefined
    if (key.role === 'of' && before !== undefined && Number.isNaN(before.of)) {
      before.of = figure.value
      before.end = figure.end
      return count
    }
    figure.key = key
    return count + 1
  }
  /** The words behind the last number count for prose and messages. */
  function tail(text: string, from: number, last: Key | undefined): void {
    if (last === undefined) scan.message = isMessage(text.slice(0, 400))
    else if (from < text.length) {
      const guess = last.next
      const same =
        guess !== undefined && guess.literal.length === text.length - from && text.startsWith(guess.literal, from)
      const key = same ? guess : keys.of(text.slice(from), false)
      last.next = key
      scan.words += key.words
      scan.prose += key.prose
      if (key.message) scan.message = true
      if (key.config) scan.config = true
    }
  }
  let opening: Key | undefined
  return (text) => {
    let count = 0
    let last: Key | undefined
    scan.words = 0
    scan.prose = 0
    scan.message = false
    scan.config = false
    walk.literal = 0
    walk.from = 0
    for (;;) {
      const guess = last === undefined ? opening : last.next
      const guessed = guess !== undefined && begins(text, walk.from, guess)
      const at = guessed ? walk.from + guess.literal.length : nextNumber(text)
      if (at < 0) break
      const figure = pool[count] ?? emptyFigure(none)
      pool[count] = figure
      figure.start = at
      const from = walk.literal
      readFigure(text, figure)
      walk.from = figure.end
      const key = guessed ? guess : keys.of(text.slice(from, signed(text, at) ? at - 1 : at), last === undefined)
      // `number of nan iterations`: a word that is a number only behind a name.
      if (!isDigit(text.charCodeAt(at)) && text.charCodeAt(at) !== 46 && !takesWords(key)) continue
      walk.literal = figure.end
      if (last === undefined) opening = key
      else last.next = key
      last = key
      count = put(figure, key, count)
    }
    scan.count = count
    tail(text, walk.literal, last)
    return scan
  }
}

/** Whether NaN or Inf may be the value of what the literal names. */
function takesWords({ role, strong, literal }: Key): boolean {
  if (role === 'metric' || role === 'setting') return true
  return (role === 'unknown' && strong) || (role === 'none' && literal.trim() !== '')
}

/**
 * Whether the literal of the line before stands here again, with a plain number behind it. Then the words need not be
 * walked through; the answer is the same, because a literal is only guessed where its last sign ends every word.
 */
function begins(text: string, from: number, key: Key): boolean {
  const { literal, closed } = key
  if (!closed || !isDigit(text.charCodeAt(from + literal.length))) return false
  return text.startsWith(literal, from) && compoundEnd(text, from + literal.length) < 0
}

// The dialects in turn: each line goes to the first that understands it, a line of a known layout straight to that one.

import type { Dialect, DialectReader, Line, TextSink } from './dialect.ts'
import { dialects } from './dialects/index.ts'
import { MARK } from './marks.ts'
import { codesOf, type Mould, type Moulds } from './moulds.ts'
import { openScanner, type Scan, type Scanner, type Trace } from './scan.ts'
import { isSentence } from './sentence.ts'

export type Unscanned = Omit<Line, 'scan'>

export interface Turns {
  /** whether a dialect understood the line */
  line(line: Unscanned): boolean | 'facts'
  /** the mould of a whole line, prefix and all, if it fits one and no dialect waits for another line */
  mould(text: string): Mould | undefined
  /** the answer of the dialect that understood the first line of that mould */
  again(mould: Mould, text: string, prefix: string, number: number, final: boolean): boolean | 'facts'
  end(): void
}

/** Opens all dialects of one text. */
export function openTurns(sink: TextSink, moulds: Moulds): Turns {
  const turns = [...dialects].sort((a, b) => a.turn - b.turn)
  const readers: readonly DialectReader[] = turns.map((dialect) => dialect.open(sink))
  const scanner = openScanner()
  const waiting = readers.flatMap((reader) => (reader.busy === undefined ? [] : [reader.busy]))
  const isBusy = () => anyOf(waiting)
  const keep = keeper(turns, moulds, scanner)
  const last = readers.length - 1
  let answer: boolean | 'facts' = false
  const slate = openSlate(scanner)
  const { line } = slate
  /** The first from `from` on that understands the line, or the last. */
  function ask(from: number): number {
    for (let i = from; i < last; i++) {
      answer = (readers[i] as DialectReader).line(line)
      if (answer !== false) return i
    }
    answer = (readers[last] as DialectReader).line(line)
    return last
  }
  return {
    line(given) {
      const free = !isBusy()
      slate.write(given.text, given.prefix, given.number, given.final, given.marks, undefined)
      line.rank = given.rank
      const reader = ask(0)
      const told = answer
      // Whether a line is refused may hang on its numbers, but only the last reader looks at them.
      if (free && told !== 'facts' && !isBusy()) keep(given, reader, slate.scanned())
      return told
    },
    mould(text) {
      const mould = moulds.of(text)
      return mould === undefined || isBusy() ? undefined : mould
    },
    again(mould, text, prefix, number, final) {
      slate.write(text, prefix, number, final, mould.marks, mould.trace)
      line.rank = undefined
      ask(mould.reader)
      return answer
    },
    end() {
      for (const reader of readers) reader.end?.()
    },
  }
}

function anyOf(waiting: readonly (() => boolean)[]): boolean {
  for (let i = 0; i < waiting.length; i++) if (waiting[i]?.()) return true
  return false
}

/** Opens the one object that all lines are written on: a new one for each costs more than the reading. */
function openSlate(scanner: Scanner) {
  let made: Scan | undefined
  let known: Trace | undefined
  const line: { -readonly [Field in keyof Line]: Line[Field] } = {
    text: '',
    number: 0,
    final: true,
    prefix: '',
    rank: undefined,
    marks: 0,
    scan: () => (made ??= known === undefined ? scanner.scan(line.text) : scanner.again(line.text, known)),
  }
  return {
    line,
    scanned: () => made,
    write(text: string, prefix: string, number: number, final: boolean, marks: number, trace: Trace | undefined): void {
      line.text = text
      line.prefix = prefix
      line.number = number
      line.final = final
      line.marks = marks
      made = undefined
      known = trace
    },
  }
}

/** Makes moulds of the lines that a reader (by its number) understood or refused last. */
function keeper(turns: readonly Dialect[], moulds: Moulds, scanner: Scanner) {
  return (line: Unscanned, reader: number, scan: Scan | undefined): void => {
    const repeats = turns[reader]?.repeats
    const prefix = line.prefix.length
    if (repeats === undefined || !moulds.wants(prefix + line.text.length) || !isPlain(line)) return
    const words = repeats === 'words'
    if (words && ((line.marks & MARK.brace) !== 0 || scan?.message !== false)) return
    const trace = words ? scanner.trace(line.text) : undefined
    const codes = codesOf(line.prefix + line.text, prefix, trace)
    moulds.keep({ codes, prefix, marks: line.marks, reader, trace, sentence: isSentence(line.text) })
  }
}

/** A third number behind an epoch may belong to a bar, and a heading names a run: such lines go through all turns. */
const GLUED = /^\s*\S+\s*\d+\s*\/\s*\d+\s*\/\d/

/** Whether nothing but its words and signs decides how the line is read. */
function isPlain(line: Unscanned): boolean {
  if (line.rank !== undefined || (line.marks & (MARK.wide | MARK.control)) !== 0) return false
  return line.text.charCodeAt(0) !== 35 && !GLUED.test(line.text)
}

// The dialects in turn: each line goes to the first that understands it, a line of a known layout straight to that one.

import type { DialectReader, Line, TextSink } from './dialect.ts'
import { dialects } from './dialects/index.ts'
import { MARK } from './marks.ts'
import { codesOf, type Mould, openMoulds } from './moulds.ts'
import { openScanner, type Scan, type Trace } from './scan.ts'
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
export function openTurns(sink: TextSink): Turns {
  const turns = [...dialects].sort((a, b) => a.turn - b.turn)
  const readers: readonly DialectReader[] = turns.map((dialect) => dialect.open(sink))
  const scanner = openScanner()
  const moulds = openMoulds()
  const waiting = readers.flatMap((reader) => (reader.busy === undefined ? [] : [reader.busy]))
  function isBusy(): boolean {
    for (let i = 0; i < waiting.length; i++) if (waiting[i]?.()) return true
    return false
  }
  function keep(line: Unscanned, reader: number, scan: Scan | undefined): void {
    const repeats = turns[reader]?.repeats
    const length = line.prefix.length + line.text.length
    if (repeats === undefined || !moulds.wants(length) || !isPlain(line) || isBusy()) return
    if (repeats === 'words' && (line.marks & MARK.brace) !== 0) return
    const known = repeats === 'words' && scan?.message === false ? scanner.trace() : undefined
    if (repeats === 'words' && known === undefined) return
    const prefix = line.prefix.length
    const codes = codesOf(line.prefix + line.text, prefix, known)
    moulds.keep({ codes, prefix, marks: line.marks, reader, trace: known, sentence: isSentence(line.text) })
  }
  const last = readers.length - 1
  let answer: boolean | 'facts' = false
  let made: Scan | undefined
  let trace: Trace | undefined
  // One object for all lines: a new one for each costs more than the reading.
  const line: { -readonly [Field in keyof Line]: Line[Field] } = {
    text: '',
    number: 0,
    final: true,
    prefix: '',
    rank: undefined,
    marks: 0,
    scan: () => (made ??= trace === undefined ? scanner.scan(line.text) : scanner.again(line.text, trace)),
  }
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
      Object.assign(line, given)
      made = undefined
      trace = undefined
      const reader = ask(0)
      const told = answer
      // Whether a line is refused may hang on its numbers, but only the last reader looks at them.
      if (free && told !== 'facts') keep(given, reader, made)
      return told
    },
    mould(text) {
      const mould = moulds.of(text)
      return mould === undefined || isBusy() ? undefined : mould
    },
    again(mould, text, prefix, number, final) {
      line.text = text
      line.number = number
      line.final = final
      line.prefix = prefix
      line.rank = undefined
      line.marks = mould.marks
      made = undefined
      trace = mould.trace
      ask(mould.reader)
      return answer
    },
    end() {
      for (const reader of readers) reader.end?.()
    },
  }
}

/** A third number behind an epoch may belong to a bar, and a heading names a run: such lines go through all turns. */
const GLUED = /^\s*\S+\s*\d+\s*\/\s*\d+\s*\/\d/

/** Whether nothing but its words and signs decides how the line is read. */
function isPlain(line: Unscanned): boolean {
  if (line.rank !== undefined || (line.marks & (MARK.wide | MARK.control)) !== 0) return false
  return line.text.charCodeAt(0) !== 35 && !GLUED.test(line.text)
}

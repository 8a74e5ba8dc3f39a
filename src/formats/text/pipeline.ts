// The line pipeline: physical lines become clean lines, dialects read them in turn, the rest goes to the fact finder.

import { speaker } from '../../locales/speak.ts'
import type { Emit } from '../../record/entry.ts'
import { factFinder } from '../facts/facts.ts'
import type { DialectReader, Line } from './dialect.ts'
import { dialects } from './dialects/index.ts'
import { LONGEST_LINE } from './lines.ts'
import { MARK, marksOf } from './marks.ts'
import { openNovelty } from './novelty.ts'
import { bare } from './prefix.ts'
import { openReflow } from './reflow.ts'
import { openScanner, type Scan } from './scan.ts'
import { openSink } from './sink.ts'
import { fragments, isUnusual } from './terminal.ts'
import { narrow } from './width.ts'

export interface Pipeline {
  /** one physical line; `open` where more of it will come */
  line(text: string, number: number, open: boolean): void
  end(): void
}

/** No statement of a fact is longer; a seed glued onto one line is cut up before. */
const LONGEST_SENTENCE = 8000
const UNUSUAL = MARK.control | MARK.wide

/** Opens the pipeline of one text. */
export function openPipeline(emit: Emit): Pipeline {
  const sink = openSink(emit)
  const readers: readonly DialectReader[] = [...dialects]
    .sort((a, b) => a.turn - b.turn)
    .map((dialect) => dialect.open(sink))
  const facts = factFinder(emit)
  const isNovel = openNovelty()
  const scanner = openScanner()
  const raw = { text: '', marks: 0 }
  const twin = { text: '', prefix: '' }
  const reflow = openReflow(logical)

  function clean(text: string, number: number, final: boolean): void {
    const short = text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text
    if (short !== text) sink.note(speaker('en')('note.long-line', { line: String(number) }))
    reflow.line(short, number, final)
  }

  function logical(text: string, number: number, final: boolean): void {
    const marks = text === raw.text ? raw.marks : marksOf(text)
    const { text: body, prefix, rank } = bare((marks & MARK.wide) === 0 ? text : narrow(text))
    sink.rank(rank)
    if (isTwin(body, prefix)) return
    let scan: Scan | undefined
    const line: Line = {
      text: body,
      number,
      final,
      prefix,
      rank,
      marks,
      scan: () => {
        scan ??= scanner(body)
        return scan
      },
    }
    for (const reader of readers) if (reader.line(line)) return
    if (final && (text === '' || isNovel(text))) facts.line(text.slice(0, LONGEST_SENTENCE), number)
  }

  /** The same words at once by another logger, or at the same instant by the same one. */
  function isTwin(body: string, prefix: string): boolean {
    const same = body === twin.text && (prefix !== '' || twin.prefix !== '') && /\d/.test(body)
    const twins = same && (prefix === twin.prefix ? /\d:\d\d/.test(prefix) : shape(prefix) !== shape(twin.prefix))
    twin.text = body
    twin.prefix = prefix
    if (twins) sink.repeated()
    return twins
  }

  return {
    line(text, number, open) {
      raw.text = text
      raw.marks = marksOf(text)
      if ((raw.marks & UNUSUAL) === 0 || !isUnusual(text)) {
        clean(text, number, !open)
        return
      }
      const parts = fragments(text)
      const last = parts.length - 1
      for (const [i, part] of parts.entries()) clean(part, number, i === last && !open)
    },
    end() {
      reflow.end()
      for (const reader of readers) reader.end?.()
      facts.end()
    },
  }
}

function shape(prefix: string): string {
  return prefix.replace(/\d+/g, '0')
}

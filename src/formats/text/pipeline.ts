// The line pipeline: physical lines become clean lines, dialects read them in turn, the rest goes to the fact finder.

import { message } from '../../locales/speak.ts'
import type { Emit } from '../../record/entry.ts'
import { factFinder } from '../facts/facts.ts'
import { type Leftover, openLeftover } from './leftover.ts'
import { LONGEST_LINE } from './lines.ts'
import { MARK, marksOf } from './marks.ts'
import { type Moulds, openMoulds } from './moulds.ts'
import { openNovelty } from './novelty.ts'
import { bare } from './prefix.ts'
import { openReflow } from './reflow.ts'
import { isSentence } from './sentence.ts'
import { openSink, type Sink } from './sink.ts'
import { fragments, isUnusual, overwritten, withoutControls } from './terminal.ts'
import { openTurns } from './turns.ts'
import { narrow } from './width.ts'

export interface Pipeline {
  /** one physical line; `open` where more of it will come */
  line(text: string, number: number, open: boolean): void
  end(): void
}

/** No statement of a fact is longer; a seed glued onto one line is cut up before. */
const LONGEST_SENTENCE = 8000
const UNUSUAL = MARK.control | MARK.wide

/** Opens the pipeline of one text; without a memory of moulds every line is read slowly, to the same entries. */
export function openPipeline(emit: Emit, moulds: Moulds = openMoulds()): Pipeline {
  const leftover = openLeftover()
  const sink = openSink((entry) => {
    if (entry.kind === 'point') leftover.drop()
    emit(entry)
  })
  const logical = openLogical(emit, sink, leftover, moulds)
  const reflow = openReflow(logical.line)
  function clean(text: string, number: number, final: boolean, whole: boolean): void {
    if (!whole && reflow.idle() && logical.again(text, number, final)) return
    const usual = whole || (logical.marks(text) & UNUSUAL) === 0 || !isUnusual(text)
    const plain = usual ? text : withoutControls(text)
    const short = plain.length > LONGEST_LINE ? plain.slice(0, LONGEST_LINE) : plain
    if (short !== plain) sink.note(message('note.long-line', { line: String(number) }))
    reflow.line(short, number, final)
  }
  function shown(text: string): readonly string[] {
    return (logical.marks(text) & UNUSUAL) === 0 || !isUnusual(text) ? [text] : fragments(text)
  }
  return {
    line(text, number, open) {
      if (reflow.idle() && logical.again(text, number, !open)) return
      const parts = overwritten(text) ?? shown(text)
      const last = parts.length - 1
      for (let i = 0; i <= last; i++) clean(parts[i] as string, number, i === last && !open, parts[i] === text)
    },
    end() {
      reflow.end()
      logical.end()
    },
  }
}

interface Logical {
  line(text: string, number: number, final: boolean): void
  /** Reads a line whose layout was understood before; false where it was not. */
  again(text: string, number: number, final: boolean): boolean
  /** the marks of a text, which are remembered for the next line */
  marks(text: string): number
  end(): void
}

/** Opens the reading of clean lines: the dialects in turn, then the fact finder. */
function openLogical(emit: Emit, sink: Sink, leftover: Leftover, moulds: Moulds): Logical {
  const turns = openTurns(sink, moulds)
  const facts = factFinder(emit)
  const [isNovel, isTwin] = [openNovelty(), openTwins(sink)]
  const raw = { text: '', marks: 0 }
  function state(text: string, number: number): void {
    if (text === '' || isNovel(text)) facts.line(text.slice(0, LONGEST_SENTENCE), number)
  }
  return {
    marks(text) {
      raw.text = text
      raw.marks = marksOf(text)
      return raw.marks
    },
    line(text, number, final) {
      const marks = text === raw.text ? raw.marks : marksOf(text)
      const { text: body, prefix, rank } = bare((marks & MARK.wide) === 0 ? text : narrow(text))
      sink.rank(rank)
      if (isTwin(body, prefix)) return
      if (final) leftover.line(body)
      const answer = turns.line({ text: body, number, final, prefix, rank, marks })
      if (final && (answer !== true || isSentence(body))) state(text, number)
    },
    again(text, number, final) {
      const mould = turns.mould(text)
      if (mould === undefined) return false
      const body = mould.prefix === 0 ? text : text.slice(mould.prefix)
      const prefix = mould.prefix === 0 ? '' : text.slice(0, mould.prefix)
      sink.rank(undefined)
      if (isTwin(body, prefix)) return true
      if (final) leftover.line(body)
      const answer = turns.again(mould, body, prefix, number, final)
      if (final && (answer !== true || mould.sentence)) state(text, number)
      return true
    },
    end() {
      turns.end()
      leftover.end(sink)
      facts.end()
    },
  }
}

/** Opens the watch for the same words at once by another logger, or at the same instant by the same one. */
function openTwins(sink: Sink): (body: string, prefix: string) => boolean {
  let [bodyBefore, prefixBefore] = ['', '']
  return (body, prefix) => {
    const same = (prefix !== '' || prefixBefore !== '') && body === bodyBefore && /\d/.test(body)
    const twins = same && (prefix === prefixBefore ? /\d:\d\d/.test(prefix) : shape(prefix) !== shape(prefixBefore))
    bodyBefore = body
    prefixBefore = prefix
    if (twins) sink.repeated()
    return twins
  }
}

function shape(prefix: string): string {
  return prefix.replace(/\d+/g, '0')
}

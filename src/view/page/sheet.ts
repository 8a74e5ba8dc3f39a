// What every section of the terminal page writes with: its width, its words, its signs, its ink.

import picocolors from 'picocolors'
import { type Language, number, type Speak, speaker } from '../../locales/speak.ts'
import { clean } from '../clean.ts'
import { ASCII, ascii, type Symbols, UNICODE } from '../symbols.ts'
import { cut, width, wrap } from '../wrap.ts'

export interface Paper {
  /** columns of the window, of which 40 to 92 are used; 0 where there is none */
  readonly columns: number
  readonly color: boolean
  readonly unicode: boolean
  readonly language: Language
}

export type Ink = ReturnType<typeof picocolors.createColors>

export interface Sheet {
  readonly columns: number
  readonly language: Language
  readonly say: Speak
  readonly symbols: Symbols
  readonly ink: Ink
  /** text from outside or from the catalogue as one harmless line, in the signs that arrive */
  readonly line: (text: string, most?: number) => string
  readonly number: (value: number) => string
}

const NARROWEST = 40
const WIDEST = 92

export function sheet(paper: Paper): Sheet {
  const say = speaker(paper.language)
  const signs = paper.unicode ? (text: string) => text : ascii
  return {
    columns: paper.columns > 0 ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(paper.columns))) : WIDEST,
    language: paper.language,
    say: (id, values) => signs(say(id, values)),
    symbols: paper.unicode ? UNICODE : ASCII,
    ink: picocolors.createColors(paper.color),
    line: (text, most = 600) => signs(shortWords(clean(text, most))),
    number: (value) => signs(number(value, paper.language)),
  }
}

/** Words of an endless name give way in the middle; a sentence has none so long. */
function shortWords(text: string): string {
  return text.replace(/[^ ]{81,}/gu, (word) => cut(word, 72))
}

/** A paragraph, indented. */
export function paragraph(on: Sheet, text: string, indent: number): string[] {
  return wrap(text, on.columns - indent).map((line) => ' '.repeat(indent) + line)
}

/** The title of a section. */
export function heading(on: Sheet, text: string): string[] {
  return paragraph(on, text, 0).map(on.ink.bold)
}

/** Paragraphs behind a label that stands on the first line only; `room` is the label's column. */
export function labelled(on: Sheet, label: string, texts: readonly string[], indent: number, room: number): string[] {
  const body = texts.flatMap((text) => wrap(text, on.columns - indent - room))
  return body.map((line, i) => {
    const head = i === 0 ? on.ink.bold(label) + ' '.repeat(Math.max(1, room - width(label))) : ' '.repeat(room)
    return ' '.repeat(indent) + head + line
  })
}

/** A paragraph that hangs behind its sign. */
export function bullet(on: Sheet, sign: string, text: string): string[] {
  const [first, ...rest] = paragraph(on, text, 4)
  return [`  ${sign} ${first?.trimStart() ?? ''}`, ...rest]
}

/** Items in a row, separated by dots, wrapped so that no item is broken that fits on a line. */
export function row(on: Sheet, items: readonly string[], indent: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    const longer = line === '' ? item : `${line} ${on.symbols.dot} ${item}`
    // two columns stay free for the dot at the end of the line
    if (line !== '' && width(longer) + 2 > on.columns - indent) {
      lines.push(`${line} ${on.symbols.dot}`)
      line = item
    } else line = longer
  }
  return [...lines, line].filter((one) => one !== '').flatMap((one) => paragraph(on, one, indent))
}

/** The first `most` items as a list, and how many there are besides. */
export function some(on: Sheet, items: readonly string[], most: number): string {
  const list = items.slice(0, most).join(', ')
  return items.length > most ? on.say('view.andMore', { list, count: items.length - most }) : list
}

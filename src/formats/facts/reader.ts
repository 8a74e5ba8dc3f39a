// What a fact reader is: it finds one kind of fact in a sentence or a printed setting, in English, Chinese and Russian.

import type { Fact } from '../../record/fact.ts'

/** One sentence or line of prose or printed configuration. White space is single; what is no statement is blanked out. */
export interface Sentence {
  readonly text: string
  /** 1-based line number in the source */
  readonly number: number
}

export interface FactReader {
  readonly name: string
  /** lower-case substrings, one of which every sentence that the reader understands holds: the quick test before any pattern */
  readonly cues?: readonly string[]
  read(sentence: Sentence): readonly Fact[]
}

/** Makes a reader that sees each sentence in lower case: so do its patterns, and its facts quote what it saw. */
export function defineFactReader(reader: FactReader): FactReader {
  return { ...reader, read: (sentence) => reader.read({ ...sentence, text: lower(sentence.text) }) }
}

/** The text in lower case at the same length; only the dotted capital I would grow. */
export function lower(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text.replaceAll('\u0130', 'i').toLowerCase()
}

// Finds the facts that a pasted text states in prose, code, printed configurations and model summaries.

import type { Emit } from '../../record/entry.ts'
import type { Fact } from '../../record/fact.ts'
import { BLANK, ownWords } from './hearsay.ts'
import { type Joined, joined } from './joined.ts'
import { isProgress } from './progress.ts'
import { lower, type Sentence } from './reader.ts'
import { factReaders } from './readers/index.ts'
import { isCode, plain, sentences } from './sentences.ts'
import { asSetting } from './settings.ts'
import { summaries } from './summary/summaries.ts'
import { unfold } from './unfold.ts'
import { zones } from './zones.ts'

const LONGEST_LINE = 20_000

export interface FactFinder {
  /** Takes a line of the text, 1-based number; lines must come in order. Never throws. */
  line(text: string, number: number): void
  /** Says what only the whole text tells: complaints, models, attempts. */
  end(): void
}

/**
 * Reads the lines of a pasted text that hold no metrics and emits a `fact` entry for each thing that they state of the
 * asker's own run, in any of three languages, and a `layers` entry for each model summary. What an answer or a page's
 * trimmings say is no fact.
 */
export function factFinder(emit: Emit): FactFinder {
  const all = joined(emit)
  const zoneOf = zones()
  const prose = sentences((sentence) => readSentence(sentence, all))
  const tables = summaries(emit, all)
  const take = (words: string, number: number) => {
    const text = plain(words)
    const zone = zoneOf(text)
    if (zone !== 'question') return prose.flush()
    if (tables.line(text, number)) return prose.flush()
    if (isProgress(text)) return
    prose.line(words, number)
  }
  return {
    line(raw, number) {
      for (let i = 0; i === 0 || i < raw.length; i += LONGEST_LINE)
        for (const text of unfold(clean(raw.slice(i, i + LONGEST_LINE)))) take(text, number)
    },
    end() {
      prose.flush()
      tables.end()
      all.end()
    },
  }
}

/** Takes off terminal sequences, control characters and the mark of a quoted line. */
function clean(text: string): string {
  return text
    .replace(/\u001b\[[0-9;?]{0,16}[A-Za-z]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff]/g, '')
    .replace(/^(?:\s?>(?!>>)){1,3}\s?/, '')
}

function readSentence(sentence: Sentence, all: Joined): void {
  const shown = plain(sentence.text)
  const said = asSetting(shown, isCode(shown))
  const text = ownWords(said)
  if (text.replaceAll(BLANK, '').trim() === '') return
  const small = lower(text)
  for (const reader of factReaders)
    if (!reader.cues || reader.cues.some((cue) => small.includes(cue)))
      for (const one of reader.read({ ...sentence, text: small })) all.add(asItStood(one, sentence.text, shown, small))
}

/** Gives a quote its own letters back: what was read is as long as what stood there, unless it was an option's default. */
function asItStood(fact: Fact, stood: string, shown: string, read: string): Fact {
  const at = read.indexOf(fact.quote)
  const same = at >= 0 && (stood.length === read.length || lower(shown).startsWith(fact.quote, at))
  const quote = same ? stood.slice(at, at + fact.quote.length) : stood
  return { ...fact, quote: quote.slice(0, 120) }
}

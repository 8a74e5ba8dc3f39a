// Turns pasted lines into sentences: wrapped prose is joined, code and settings stay a line each.

import type { Sentence } from './reader.ts'

const LONGEST = 2_000

/** Characters that are shown alike are made one, length by length: full-width forms, minus signs, odd spaces, tabs. */
export function plain(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2010\u2011\u2012]/g, '-')
    .replace(/[\u2018\u2019\u201B]/g, "'")
    .replace(/[\u201C\u201D\u00AB\u00BB]/g, '"')
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000\t]/g, ' ')
}

/** Whether a line reads as code, a printed setting or a command rather than as prose. */
export function isCode(text: string): boolean {
  return (
    /^\s*(?:[\w.[\]'"]+\s*(?:=(?!=)|\+=|\/=)|[\w.]+\(|(?:from|import|def|class|for|if|return|with|@)\b.*[:(]\s*$|[-*]?\s?['"]?[\w./-]+['"]?\s*:\s*\S|[{})\]]|python\d?\s|\$ |--?\w)/.test(
      text,
    ) || /\w+\([^)]*=[^)]*\)/.test(text)
  )
}

const END = /[.!?:;。!?;…]["')\]]?\s*$/
const ABBREVIATED = /(?:\b(?:e\.g|i\.e|vs|etc|approx|ca|fig|no|eq)|(?:^|\s)(?:т\.е|т\.к|т\.д|напр|тыс|млн|ок))\.$/i
const BULLET = /^\s*(?:[-*•·]|\d+[.)])\s/

interface Paragraph {
  readonly text: string
  /** where in the text each line begins, and the line's number */
  readonly lines: readonly { readonly from: number; readonly number: number }[]
  readonly code: boolean
}

/** Joins lines to sentences; `emit` is called in order, with the words as they stood and the line on which they begin. */
export function sentences(emit: (sentence: Sentence) => void): {
  line(text: string, number: number): void
  flush(): void
} {
  let held: Paragraph | undefined
  const flush = () => {
    const paragraph = held
    held = undefined
    if (!paragraph) return
    const spans = paragraph.code ? [[0, paragraph.text.length] as const] : cut(plain(paragraph.text))
    for (const [from, to] of spans.flatMap((span) => short(span, paragraph.text)))
      emit({
        text: paragraph.text.slice(from, to),
        number: paragraph.lines.findLast((line) => line.from <= from)!.number,
      })
  }
  return {
    line(raw, number) {
      const text = raw.replace(/\s+/g, ' ').trim()
      if (text === '') return flush()
      const code = isCode(plain(text))
      if (held && !wraps(held, plain(text), number, code)) flush()
      const from = held ? held.text.length + 1 : 0
      held = {
        text: held ? `${held.text} ${text}` : text,
        lines: [...(held?.lines ?? []), { from, number }],
        code,
      }
    },
    flush,
  }
}

function wraps(before: Paragraph, text: string, number: number, code: boolean): boolean {
  const last = before.lines.at(-1)!
  if (before.code || code || number - last.number !== 1 || BULLET.test(text)) return false
  if (before.text.length - last.from < 70 || before.text.length + text.length > LONGEST) return false
  return !END.test(plain(before.text.slice(-8))) && /^[\p{Ll}\d([\p{Lo}]/u.test(text)
}

/** From where to where each sentence of a paragraph goes. A point ends one only before a space and after no abbreviation. */
export function cut(text: string): (readonly [from: number, to: number])[] {
  const out: (readonly [number, number])[] = []
  let from = 0
  const add = (to: number) => {
    while (from < to && text[from] === ' ') from++
    if (from < to) out.push([from, to])
    from = to
  }
  for (const mark of text.matchAll(/[。!?;]+|\.(?=\s)/g)) {
    const end = mark.index + mark[0].length
    const said = text.slice(from, end).trim()
    if (!ABBREVIATED.test(said) && !/^\d+\.$/.test(said)) add(end)
  }
  add(text.length)
  return out
}

/** Pieces of a bounded length, cut between words where there are any. */
function short([from, to]: readonly [number, number], text: string): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = []
  let start = from
  while (to - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST)
    const end = space > start + LONGEST / 2 ? space : start + LONGEST
    out.push([start, end])
    start = end
  }
  return [...out, [start, to]]
}

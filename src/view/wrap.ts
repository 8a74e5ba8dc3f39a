// Breaks sentences into lines by the width that a terminal gives them (two columns for Chinese, none for accents).

import stringWidth from 'string-width'

/** Latin, Greek, Cyrillic and our own signs: one column each, and no need to wake the tables of Unicode. */
const NARROW = /^[ -~¡-¬®-˿Ͱ-Ͽ\u0400-\u0482\u048a-\u04ff–—‘’“”…←-↓▀-▟─│✓✖▲●]*$/

/** Columns that the text takes in a terminal. */
export function width(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text)
}

/** A number and its per cent sign stay together. */
const BREAK = / (?!%)/

const HAN = /\p{Script=Han}/u
/** What stays together: a character, a foreign word, or all within [ ], with the signs no line may end or begin with. */
const UNIT =
  /\[[^\]]*\]|[（“《「]*(?:\p{Script=Han}|[^\p{Script=Han}（“《「，。；：！？、）”》」]+)[，。；：！？、）”》」]*|[（“《「，。；：！？、）”》」]+/gu

/**
 * Lines of at most `columns`; breaks at spaces, in Chinese between characters but not before its closing or after its
 * opening signs, and inside a word only where the word alone is wider than a line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(BREAK).filter((one) => one !== '')) {
    let gap = ' '
    for (const piece of unitsOf(word).flatMap((unit) => (width(unit) > columns ? pieces(unit, columns) : [unit]))) {
      if (line === '') line = piece
      else if (width(line) + gap.length + width(piece) <= columns) line += gap + piece
      else {
        lines.push(line)
        line = piece
      }
      gap = ''
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

function unitsOf(word: string): readonly string[] {
  return HAN.test(word) ? (word.match(UNIT) ?? [word]) : [word]
}

function pieces(word: string, columns: number): string[] {
  const out: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && width(piece + letter) > columns) {
      out.push(piece)
      piece = ''
    }
    piece += letter
  }
  return piece === '' ? out : [...out, piece]
}

/** The text in exactly `columns`: filled up with spaces, or cut in the middle, where names differ least. */
export function pad(text: string, columns: number, sign = '…'): string {
  const short = cut(text, columns, sign)
  return short + ' '.repeat(Math.max(0, columns - width(short)))
}

/** The text in at most `columns`; the middle gives way to the sign. */
export function cut(text: string, columns: number, sign = '…'): string {
  if (width(text) <= columns) return text
  const letters = [...text]
  let head = ''
  let tail = ''
  while (letters.length > 0) {
    const atHead = width(head) <= width(tail)
    const letter = (atHead ? letters.shift() : letters.pop()) ?? ''
    if (width(head) + width(letter) + width(tail) + width(sign) > columns) break
    if (atHead) head += letter
    else tail = letter + tail
  }
  return `${head}${sign}${tail}`
}

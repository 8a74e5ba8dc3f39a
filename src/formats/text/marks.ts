// Which signs occur in a line, as bits: dialects look at them before they look at the line.

export const MARK = {
  digit: 1,
  letter: 2,
  /** anything beyond ASCII */
  wide: 4,
  brace: 8,
  bracket: 16,
  stroke: 32,
  equals: 64,
  colon: 128,
  percent: 256,
  tab: 512,
  comma: 1024,
  less: 2048,
  blank: 4096,
  rule: 8192,
  /** control characters but tabs */
  control: 16384,
} as const

const TABLE = new Uint16Array(128)
for (let code = 0; code < 32; code++) TABLE[code] = MARK.control
TABLE[127] = MARK.control
for (let code = 48; code <= 57; code++) TABLE[code] = MARK.digit
for (let code = 65; code <= 90; code++) TABLE[code] = TABLE[code + 32] = MARK.letter
const SIGNS: readonly (readonly [string, number])[] = [
  ['{', MARK.brace],
  ['[', MARK.bracket],
  ['|', MARK.stroke],
  ['=', MARK.equals | MARK.rule],
  ['-', MARK.rule],
  ['_', MARK.rule],
  [':', MARK.colon],
  ['%', MARK.percent],
  ['\t', MARK.tab],
  [',', MARK.comma],
  ['<', MARK.less],
  [' ', MARK.blank],
]
for (const [sign, bit] of SIGNS) TABLE[sign.charCodeAt(0)] = bit

/** The marks of a text, in one pass over its first 4096 characters. */
export function marksOf(text: string): number {
  let marks = 0
  const end = Math.min(text.length, 4096)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    marks |= code < 128 ? (TABLE[code] as number) : MARK.wide
  }
  return text.length > end ? ALL : marks
}

/** Of a longer line anything may be expected. */
const ALL = 0xffff

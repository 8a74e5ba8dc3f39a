// Numbers as files spell them, from text or straight from bytes: NaN, infinities and "not logged here" are three things.

/** Python's and pandas' words for a missing cell; an empty cell is one too. */
const ABSENT = new Set(['', 'na', 'n/a', '#na#', '#n/a', '<na>', 'none', 'null', 'nil', '-', '--', 'true', 'false'])
const NOT_A_NUMBER = /^[-+]?(?:nan|nan\(ind\)|nan\(snan\)|1\.#(?:qnan|snan|ind)[0-9]*)$/
const INFINITE = /^[-+]?(?:inf|infinity|1\.#inf[0-9]*)$/
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[ed][-+]?\d+)?%?$/
const LONGEST = 64
/** what MLflow and others write for an infinity */
const HUGE = Number.MAX_VALUE

/** The number that `text` spells, or undefined where it spells none. */
export function numberIn(text: string): number | undefined {
  if (text.length > LONGEST) return undefined
  const word = text.trim().toLowerCase()
  if (ABSENT.has(word)) return undefined
  if (DECIMAL.test(word)) return bounded(Number(word.replace('%', '').replace('d', 'e')))
  if (NOT_A_NUMBER.test(word)) return Number.NaN
  if (INFINITE.test(word)) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const inner = /^(?:tensor|array|np\.float\d+|float)?[([]+([^(),[\]]+)[^()]*[)\]]+$/.exec(word)
  return inner ? numberIn(inner[1]!) : undefined
}

/** The stand-in for an infinity becomes one. */
export function bounded(value: number): number {
  if (value >= HUGE) return Number.POSITIVE_INFINITY
  return value <= -HUGE ? Number.NEGATIVE_INFINITY : value
}

const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power)

/**
 * The number in `bytes[start, end)`, or undefined where there is none. Up to 15 digits are read here, exactly (both
 * factors are exact, so the one rounding is the right one: Clinger 1990); the rest goes the slow way.
 */
export function numberAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start
  while (at < end && bytes[at]! <= 0x20) at++
  while (end > at && bytes[end - 1]! <= 0x20) end--
  if (at === end) return undefined
  const negative = bytes[at] === 0x2d
  let digit = negative ? at + 1 : at
  let whole = 0
  let digits = 0
  let power = 0
  let dot = false
  for (; digit < end; digit++) {
    const byte = bytes[digit]! - 0x30
    if (byte >= 0 && byte <= 9) {
      whole = whole * 10 + byte
      if (whole > 0) digits++
      if (dot) power--
    } else if (byte === -2 && !dot) dot = true
    else break
  }
  if (digit === end && digits <= 15 && power >= -22 && end - at > (negative ? 1 : 0) + (dot ? 1 : 0)) {
    const value = power < 0 ? whole / POWERS[-power]! : whole
    return negative ? -value : value
  }
  return end - at > LONGEST ? undefined : numberIn(latin1(bytes, at, end))
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!)
  return text
}

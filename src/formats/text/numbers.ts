// Reads one printed number at a position, to the last bit and without regular expressions.

/** Where the number that `readNumber` found last ends, and what it is worth. One reader at a time, as JavaScript runs. */
export const found = { value: 0, end: 0, integer: false, digits: 0 }

/** 10 to the power of 0 to 22, all of which are exact. */
export const POWERS = Array.from({ length: 23 }, (_, i) => 10 ** i)

/**
 * Reads an unsigned decimal number that begins at `at` (a digit, or a point before a digit) into `found`; thousands
 * separated by commas count where `commas` allows it. Returns whether there was one.
 */
export function readNumber(text: string, at: number, commas: boolean): boolean {
  let i = at
  let mantissa = 0
  let digits = 0
  let code = text.charCodeAt(i)
  while (code >= 48 && code <= 57) {
    mantissa = mantissa * 10 + (code - 48)
    if (mantissa !== 0) digits++
    code = text.charCodeAt(++i)
  }
  const whole = i - at
  if (commas && code === 44 && whole > 0 && whole <= 3) {
    const end = thousands(text, i)
    if (end > i) return plain(text, at, end)
  }
  let decimals = 0
  let integer = true
  if (code === 46 && isDigitOrEnd(text, i + 1, whole)) {
    integer = false
    code = text.charCodeAt(++i)
    while (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48)
      if (mantissa !== 0) digits++
      decimals++
      code = text.charCodeAt(++i)
    }
  }
  if (whole + decimals === 0) return false
  found.integer = integer
  found.digits = whole
  return exponent(text, at, i, mantissa, digits, decimals)
}

/** `3.` is a number, the point after `121505. Epoch` ends a sentence. */
function isDigitOrEnd(text: string, at: number, whole: number): boolean {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) return true
  return whole > 0 && (code === 101 || code === 69) && /[+\-\d]/.test(text[at + 1] ?? '')
}

function exponent(text: string, at: number, end: number, mantissa: number, digits: number, decimals: number): boolean {
  const code = text.charCodeAt(end)
  let power = 0
  let i = end
  if (code === 101 || code === 69) {
    const sign = text.charCodeAt(end + 1)
    let j = sign === 43 || sign === 45 ? end + 2 : end + 1
    const first = j
    for (let digit = text.charCodeAt(j); digit >= 48 && digit <= 57 && j - first < 5; digit = text.charCodeAt(++j)) {
      power = power * 10 + (digit - 48)
    }
    if (j > first) {
      if (sign === 45) power = -power
      i = j
      found.integer = false
    }
  }
  found.end = i
  const shift = power - decimals
  if (digits <= 15 && shift >= -22 && shift <= 22)
    found.value = shift < 0 ? mantissa / (POWERS[-shift] as number) : mantissa * (POWERS[shift] as number)
  else found.value = Number(text.slice(at, i))
  return true
}

/** The end of `,345,678` from the first comma on, or the comma itself where the digits are not in threes. */
function thousands(text: string, comma: number): number {
  let i = comma
  while (text.charCodeAt(i) === 44 && areDigits(text, i + 1, 3) && !areDigits(text, i + 4, 1)) i += 4
  return i
}

function areDigits(text: string, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) {
    const code = text.charCodeAt(i)
    if (!(code >= 48 && code <= 57)) return false
  }
  return true
}

function plain(text: string, at: number, end: number): boolean {
  let stop = end
  if (text.charCodeAt(stop) === 46 && areDigits(text, stop + 1, 1)) {
    stop++
    while (areDigits(text, stop, 1)) stop++
  }
  found.value = Number(text.slice(at, stop).replaceAll(',', ''))
  found.end = stop
  found.integer = stop === end
  found.digits = end - at
  return true
}

const WORDS: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
}

/** What the word from `start` to `end` is as a number: NaN, Inf, or undefined for every other word. */
export function wordNumber(text: string, start: number, end: number): number | undefined {
  const length = end - start
  if (length !== 3 && length !== 8) return undefined
  const first = text.charCodeAt(start) | 32
  if (first !== 110 && first !== 105) return undefined
  return WORDS[text.slice(start, end).toLowerCase()]
}

/** Any printed number by itself (`0.35`, `-nan`, `1,234`, `45 %`), or undefined; for cells of tables and quoted values. */
export function numberOf(cell: string): number | undefined {
  const text = cell.trim()
  const negative = text.startsWith('-')
  const at = negative || text.startsWith('+') ? 1 : 0
  const code = text.charCodeAt(at)
  const sign = negative ? -1 : 1
  if ((code >= 48 && code <= 57) || code === 46) {
    if (!readNumber(text, at, true)) return undefined
    if (found.end === text.length) return sign * found.value
    const rest = text.slice(found.end).trim()
    return rest === '' || rest === '%' ? sign * found.value : undefined
  }
  const word = wordNumber(text, at, text.length)
  return word === undefined ? undefined : sign * word
}

// What a terminal would do with a line: drop control sequences, and let a return or backspaces overwrite.

/** CSI (colours, cursor), OSC (titles, links, at most 2000 characters), and two-character escapes. */
const SEQUENCES =
  /\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?|[PX^_][^\x1b]{0,2000}\x1b\\|[@-Z\\-_]|\([0-9A-Za-z])/g
/** Unicode line separators, NUL and the other C0 and C1 controls but tab. */
const CONTROLS = /[\x00-\x07\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g
const UNUSUAL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/
const REWRITE = /[\r\x08\u2028\u2029]+/
/** Printable ASCII, tabs, returns and backspaces, the heavy lines of bars: nothing to be taken out. */
const ONLY_REWRITES = /^[\x08\t\r\x20-\x7e\u2500-\u25ff]*$/
const CURSOR_BACK = /\x1b\[(?:\d{0,4}[ADG]|[12]?K)/g

/** Whether a line needs any of this; most do not. */
export function isUnusual(text: string): boolean {
  return UNUSUAL.test(text)
}

/**
 * What `fragments` answers of a line in which only returns and backspaces overwrite, but for control characters that
 * still stand behind the first of a fragment (`withoutControls`). Undefined for every other line.
 */
export function overwritten(text: string): string[] | undefined {
  let [back, home] = [text.indexOf('\b'), text.indexOf('\r')]
  if ((back < 0 && home < 0) || OTHERS.some((sign) => text.includes(sign))) return undefined
  const parts: string[] = []
  let from = 0
  while (back >= 0 || home >= 0) {
    const at = back < 0 ? home : home < 0 ? back : Math.min(back, home)
    if (at > from) put(parts, text.slice(from, at))
    from = at + 1
    while (text.charCodeAt(from) === 8) from++
    if (back >= 0 && back < from) back = text.indexOf('\b', from)
    if (home >= 0 && home < from) home = text.indexOf('\r', from)
  }
  if (from < text.length) put(parts, text.slice(from))
  return parts.length > 0 ? parts : ['']
}
const OTHERS = ['\x1b', '\u2028', '\u2029']

function put(parts: string[], part: string): void {
  let at = 0
  while (part.charCodeAt(at) === 32) at++
  const code = part.charCodeAt(at)
  if (code > 32 && code < 127) parts.push(part)
  else {
    const clean = part.replace(CONTROLS, '')
    if (clean.trim() !== '') parts.push(clean)
  }
}

/** A fragment without its control characters. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '')
}

/** The fragments of a line in order; the last is what a terminal would show, the others were overwritten. */
export function fragments(text: string): string[] {
  const plain = text.includes('\x1b') ? text.replace(CURSOR_BACK, '\r').replace(SEQUENCES, '') : text
  const parts = ONLY_REWRITES.test(plain)
    ? plain.split(REWRITE)
    : plain.split(REWRITE).map((part) => part.replace(CONTROLS, ''))
  const clean = parts.filter((part) => part.trim() !== '')
  return clean.length > 0 ? clean : ['']
}

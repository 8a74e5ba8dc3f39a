// Makes text that came from outside harmless for a terminal: no control sequences, no hidden direction, no endless names.

/** ESC sequences (CSI, OSC, DCS and the like up to their end, at most 256 bytes) and the lone two-byte ones. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]{0,256}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]{0,4}[0-~]?/g

/** Characters that break a line or make room; each becomes one space. */
const SPACES = /[\t\n\v\f\r\u0085\u00a0\u2028\u2029 ]+/g

/**
 * Characters that print nothing and change what others look like: controls, direction marks, zero width, tags and
 * selectors (in which instructions are hidden from people but not from machines), private use, halves of pairs.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu

/** More than three marks on one letter are no writing; they climb over the lines above. */
const MARKS = /(\p{M}{3})\p{M}+/gu

/**
 * The text as one harmless line of at most `most` characters; what is cut off at the end is marked by `…`.
 * It is cut before it is searched, so that a name of a megabyte costs no more than one of ten kilobytes.
 */
export function clean(text: string, most = 400): string {
  const enough = text.length > most * 4 + 1024 ? text.slice(0, most * 4 + 1024) : text
  const plain = enough.replace(SEQUENCES, '').replace(SPACES, ' ').replace(INVISIBLE, '')
  // what was invisible may have stood between two spaces
  const line = plain.replace(SPACES, ' ').replace(MARKS, '$1').trim()
  return shorten(line, most, enough.length < text.length)
}

function shorten(line: string, most: number, cut: boolean): string {
  if (line.length <= most) return cut ? `${line}…` : line
  const kept = line.slice(0, most - 1)
  // never half of a character: a high surrogate at the end goes too
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

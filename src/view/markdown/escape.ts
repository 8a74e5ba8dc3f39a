// Makes any text harmless in Markdown and in the HTML that is made of it: it is read as it stands, and does nothing.

import { clean } from '../clean.ts'

/** What Markdown, HTML or GitHub (mentions, numbers, links, formulas) act upon; `_` within a word is no emphasis. */
const SIGNS = /[\\`*[\]<>&|~$]|\{(?=\{)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|@(?=\w)|#(?=\w)|:(?=\/\/)|(?<=\bwww)\./giu
const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  // templates of sites that are made of Markdown
  '{': '&#123;',
  // GitHub makes links of these even behind a backslash
  '@': '&#64;',
  '#': '&#35;',
  ':': '&#58;',
  '.': '&#46;',
}

/**
 * The text on one line, every sign that is acted upon escaped; control characters and marks of direction are gone; cut
 * to `most` characters before it is escaped.
 */
export function plain(text: string, most = 400): string {
  const safe = clean(text, most).replace(SIGNS, (sign) => ENTITIES[sign] ?? `\\${sign}`)
  // what would begin a list, a heading or a rule at the start of a line
  return safe.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2').replace(/^([-+=#])/, '\\$1')
}

// The examination as JSON text: the public contract, readable by people, harmless to whatever prints it.

import type { Examination } from '../diagnosis/examination.ts'

/** Longer strings are names or lines run wild; they are cut and say so. */
const LONGEST = 4000

/**
 * Indented JSON of schema 1, ending in a newline. Numbers are finite; NaN and Inf are the words `"NaN"`, `"Inf"`,
 * `"-Inf"`. Control and direction characters are written as escapes: the data keep them, a terminal does not obey them.
 */
export function json(examination: Examination): string {
  const text = JSON.stringify(examination, (_, value) => plain(value), 2)
  return `${text.replace(/[\u007f-\u009f]|\p{Cf}|[\u2028\u2029]/gu, escaped)}\n`
}

function plain(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : '-Inf'
  if (typeof value === 'string' && value.length > LONGEST)
    return `${value.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`
  return value
}

/** Each UTF-16 unit as \uXXXX, which is what JSON knows. */
function escaped(character: string): string {
  let out = ''
  for (let i = 0; i < character.length; i++) out += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  return out
}

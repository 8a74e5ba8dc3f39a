// The report's markup for notebooks: elements as strings, whatever is put into them escaped.

import { clean } from '../clean.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup that is safe as it stands. */
export type Markup = string & { readonly markup: unique symbol }

/** Text from outside as it reads, in one line of at most `most` characters; `$` begins no formula in a notebook. */
export function text(words: string, most = 600): Markup {
  return escaped(clean(words, most)).replaceAll('$', '&#36;') as Markup
}

/** Any string inside markup or an attribute; nothing is taken away. */
export function escaped(words: string): Markup {
  return words.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!) as Markup
}

/** An element; `attributes` are ours, their values are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...inside: readonly Markup[]
): Markup {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${given.join('')}>${inside.join('')}</${name}>` as Markup
}

export const NOTHING = '' as Markup

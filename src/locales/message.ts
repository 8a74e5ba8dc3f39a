// Turns a message of a given catalogue and its values into a sentence of one language (ICU MessageFormat).

import { IntlMessageFormat } from 'intl-messageformat'

export const LANGUAGES = ['en', 'zh', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

export type Catalogue = Readonly<Record<string, string>>

/** A message that is not spoken yet: its id, what fills its placeholders, and messages that fill others. */
export interface Message {
  readonly id: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  /** placeholders that are messages themselves */
  readonly inner?: Readonly<Record<string, Message>>
}

/** Says messages of `catalogue` in `language`. An unknown id is a fault of ours and throws. */
export function speakerOf<Id extends string>(
  language: Language,
  catalogue: Readonly<Record<Id, string>>,
): (id: Id, values?: Readonly<Record<string, unknown>>) => string {
  const parsed = new Map<string, IntlMessageFormat>()
  return (id, values = {}) => {
    const text: string | undefined = catalogue[id]
    if (text === undefined) throw new Error(`no message is called ${id}`)
    if (!text.includes('{') && !text.includes("'")) return text
    let format = parsed.get(id)
    if (!format) {
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
      parsed.set(id, format)
    }
    return format.format(shown(text, values, language)) as string
  }
}

/** Numbers are written out as a reader wants them, but for those that a plural form or a number skeleton asks for. */
function shown(
  text: string,
  values: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, string | number> {
  const out: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'number') out[name] = String(value ?? '')
    else out[name] = text.includes(`{${name},`) ? value : number(value, language)
  }
  return out
}

/** A number as a reader wants it: three significant digits, thousands separated, e-notation only at the extremes. */
export function number(value: number, language: Language = 'en', digits = 3): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Inf' : '-Inf'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e7 || size < 1e-4) return value.toExponential(digits - 1).replace('e+', 'e')
  const rounded = Number(value.toPrecision(Math.max(digits, size >= 1 ? Math.floor(Math.log10(size)) + 1 : digits)))
  return rounded.toLocaleString(language, { maximumSignificantDigits: 21 })
}

/** Short phrases one after another; `pair` says two of them. */
export function joined(parts: readonly string[], pair: (one: string, other: string) => string): string {
  const [first = '', ...rest] = parts
  return rest.reduce(pair, first)
}

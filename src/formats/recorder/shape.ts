// Checks that values of unknown origin are what a row of the stream may hold, and cuts them to a sane size.

/** The value as it is kept, or undefined where it is not of that kind. */
export type Field<T = unknown> = (value: unknown) => T | undefined

const LONGEST_TEXT = 200
const NAMED: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
}

/** A number of JSON, or the word of one that JSON does not know. */
export const number: Field<number> = (value) => {
  if (typeof value === 'number') return value
  return typeof value === 'string' && Object.hasOwn(NAMED, value) ? NAMED[value] : undefined
}

export const count: Field<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

export const share: Field<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined

export const flag: Field<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const text: Field<string> = textOf(LONGEST_TEXT)

/** A text, cut after `most` characters. */
export function textOf(most: number): Field<string> {
  return (value) => (typeof value === 'string' ? value.slice(0, most) : undefined)
}

export function oneOf<T extends string>(words: readonly T[]): Field<T> {
  return (value) => words.find((word) => word === value)
}

/** A list of which the first `most` are kept. */
export function list<T>(of: Field<T>, most: number): Field<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const kept: T[] = []
    for (const one of value.slice(0, most)) {
      const known = of(one)
      if (known === undefined) return undefined
      kept.push(known)
    }
    return kept
  }
}

export const pair: Field<readonly [number, number]> = (value) => {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [low, high] = [number(value[0]), number(value[1])]
  return low === undefined || high === undefined ? undefined : [low, high]
}

/** A field that may lack, or be null, and then is left out. */
export interface Optional<T> {
  readonly optional: Field<T>
}

export function optional<T>(of: Field<T>): Optional<T> {
  return { optional: of }
}

type Fields<T> = {
  readonly [Name in keyof T]-?: undefined extends T[Name] ? Optional<NonNullable<T[Name]>> : Field<T[Name]>
}

/** An object with these fields and no other; undefined where one lacks or is of another kind. */
export function shape<T extends object>(fields: Fields<T>): Field<T> {
  const known = Object.entries(fields) as [string, Field | Optional<unknown>][]
  return (value) => {
    if (!isObject(value)) return undefined
    const kept: Record<string, unknown> = {}
    for (const [name, field] of known) {
      const given = Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined
      if (given === undefined && typeof field !== 'function') continue
      const fits = typeof field === 'function' ? field(given) : field.optional(given)
      if (fits === undefined) return undefined
      kept[name] = fits
    }
    return kept as T
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

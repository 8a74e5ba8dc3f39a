// Values of JSON out of a file of unknown origin: what is asked for, or undefined.

export type Json = Readonly<Record<string, unknown>>

export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text as it may stand in a line, at most 200 characters. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').slice(0, 200)
    : undefined
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A whole number that is not negative. */
export function countIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** Numbers of a window or a stride: one for all axes, or one for each. */
export function sizesOf(value: unknown, axes: number): readonly number[] | undefined {
  const one = countIn(value)
  if (one !== undefined) return Array.from({ length: axes }, () => one)
  const many = listOf(value).map(countIn)
  return many.length === axes && many.every((size) => size !== undefined) ? (many as number[]) : undefined
}

/** A shape without its batch axis; sizes that are open are null. */
export function shapeWithin(value: unknown): readonly (number | null)[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.length <= 64
    ? value.slice(1).map((size) => countIn(size) ?? null)
    : undefined
}

/**
 * Parses JSON of Python's writers, whose NaN and Infinity are no JSON; undefined where it is none, or nested deeper
 * than 256.
 */
export function parsedJson(text: string): unknown {
  const plain = /\b(?:NaN|Infinity)\b/.test(text) ? withoutNonFinite(text) : text
  try {
    const value: unknown = JSON.parse(plain, withoutTuples)
    return depthOf(value) > 256 ? undefined : value
  } catch {
    return undefined
  }
}

/** Keras writes a tuple of its metadata as an object. */
function withoutTuples(_: string, value: unknown): unknown {
  const found = objectOf(value)
  const tuple = found && /^(?:__tuple__|TensorShape)$/.test(String(found.class_name))
  return tuple && Array.isArray(found.items) ? found.items : value
}

function withoutNonFinite(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) => (found.startsWith('"') ? found : 'null'))
}

function depthOf(value: unknown): number {
  let level: readonly unknown[] = [value]
  let depth = 0
  for (; level.length > 0 && depth <= 256; depth++)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  return depth
}

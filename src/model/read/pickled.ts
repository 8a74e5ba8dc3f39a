// What a pickle holds, as inert values: records of what it names, and nothing of it looked up, imported or called.

export interface PickledList {
  readonly kind: 'list' | 'tuple' | 'set'
  readonly items: Pickled[]
}

/** Also of an OrderedDict, a defaultdict, a Counter. A key that is no string or number is found by identity only. */
export interface PickledDict {
  readonly kind: 'dict'
  /** name of the class, `dict` at the plainest */
  readonly of: string
  readonly map: Map<Pickled, Pickled>
  state?: Pickled
}

export interface PickledGlobal {
  readonly kind: 'global'
  readonly module: string
  readonly name: string
}

/** What a class or function would have made of `args`. */
export interface PickledObject {
  readonly kind: 'object'
  readonly module: string
  readonly name: string
  readonly args: readonly Pickled[]
  /** what BUILD gave it: mostly the dictionary of its attributes */
  state?: Pickled
  /** what was appended to it, were it a list, and set in it, were it a dictionary */
  items?: Pickled[]
  map?: Map<Pickled, Pickled>
}

/** What the writer of the file stored elsewhere, under this id. */
export interface PickledElsewhere {
  readonly kind: 'persistent'
  readonly id: Pickled
}

export type Pickled =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickledList
  | PickledDict
  | PickledGlobal
  | PickledObject
  | PickledElsewhere

export function isDict(value: Pickled | undefined): value is PickledDict {
  return kindOf(value) === 'dict'
}

export function isObject(value: Pickled | undefined): value is PickledObject {
  return kindOf(value) === 'object'
}

export function isGlobal(value: Pickled | undefined): value is PickledGlobal {
  return kindOf(value) === 'global'
}

/** The items of a list, tuple or set; of anything else none. */
export function itemsOf(value: Pickled | undefined): readonly Pickled[] {
  if (value === undefined || value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') return value.items
  return value.kind === 'object' ? (value.items ?? []) : []
}

/**
 * Named fields of a dictionary or of an object: what was set in it and its attributes, also those of slots. Keys that are
 * no text are written as text; of anything else there are none.
 */
export function fieldsOf(value: Pickled | undefined): ReadonlyMap<string, Pickled> {
  const fields = new Map<string, Pickled>()
  if (isObject(value)) {
    for (const state of value.state === undefined ? [] : [value.state, ...itemsOf(value.state).slice(0, 2)]) {
      if (isDict(state)) take(state.map, fields)
    }
    if (value.map) take(value.map, fields)
  } else if (isDict(value)) take(value.map, fields)
  return fields
}

/** One of the fields that `fieldsOf` gives, found without a look at the others. */
export function fieldOf(value: Pickled | undefined, name: string): Pickled | undefined {
  if (isDict(value)) return value.map.get(name)
  if (!isObject(value)) return undefined
  const own = value.map?.get(name)
  if (own !== undefined || value.state === undefined) return own
  return [value.state, ...itemsOf(value.state).slice(0, 2)]
    .map((state) => (isDict(state) ? state.map.get(name) : undefined))
    .findLast((one) => one !== undefined)
}

function take(map: ReadonlyMap<Pickled, Pickled>, into: Map<string, Pickled>): void {
  for (const [key, value] of map) {
    if (typeof key === 'string' || typeof key === 'number') into.set(String(key), value)
  }
}

function kindOf(value: Pickled | undefined): string | undefined {
  return value !== null && typeof value === 'object' && 'kind' in value ? value.kind : undefined
}

/** Levels that `plainOf` follows, and values that it takes. */
const PLAIN_DEPTH = 8
const PLAIN_VALUES = 20_000

/**
 * As JSON would have it: for settings. Members of enumerations become the word that they were made of, objects their
 * fields; what is deeper or more than any settings are is left out.
 */
export function plainOf(value: Pickled | undefined): unknown {
  let left = PLAIN_VALUES
  const plain = (one: Pickled | undefined, depth: number): unknown => {
    if (one === undefined || depth > PLAIN_DEPTH || left-- <= 0) return undefined
    if (typeof one === 'bigint') return Number(one)
    if (one === null || typeof one !== 'object') return one
    if (one instanceof Uint8Array || one.kind === 'persistent') return undefined
    if (one.kind === 'global') return one.name
    if (one.kind === 'object' && one.state === undefined && !one.map && one.args.length === 1) {
      return plain(one.args[0], depth + 1)
    }
    if (one.kind === 'dict' || one.kind === 'object') {
      const out: [string, unknown][] = []
      for (const [name, inner] of fieldsOf(one)) {
        if (left <= 0) break
        out.push([name, plain(inner, depth + 1)])
      }
      return Object.fromEntries(out)
    }
    return one.items.slice(0, Math.max(0, left)).map((item) => plain(item, depth + 1))
  }
  return plain(value, 0)
}

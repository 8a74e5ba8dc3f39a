// The tags of event files: what each holds, decided at its first value, as TensorBoard does.

import { meaningOf } from '../../record/lexicon.ts'
import type { Split } from '../../record/series.ts'
import { roleOf } from '../rows.ts'
import { cursor, textOf } from '../wire/protobuf.ts'
import type { Value } from './event.ts'

const MOST_TAGS = 10_000

/** What is known of a tag. */
export interface Tag {
  readonly bytes: Uint8Array
  readonly name: string
  readonly split: Split | undefined
  /** the tag that holds the same values by epoch */
  readonly copyOf: string | undefined
  /** Keras counts epochs in the place of steps here */
  readonly byEpoch: boolean
  plugin: string | undefined
  /** the tag that came next last time */
  follower: Tag | undefined
  /** neither a time nor the number of an epoch nor a copy over another axis */
  readonly isMetric: boolean
}

/** Tags by their bytes, so that a tag is decoded once and not at each of its values. */
export function tagTable(): {
  of(bytes: Uint8Array, value: Value): Tag | undefined
  readonly names: ReadonlySet<string>
} {
  const byHash = new Map<number, Tag[]>()
  const names = new Set<string>()
  const fields = cursor()
  let count = 0
  /** writers log the same tags in the same order, so each tag remembers its follower */
  let last: Tag | undefined
  const found = (bytes: Uint8Array, start: number, end: number): Tag | undefined => {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
    const alike = byHash.get(hash)
    const known = alike?.find((tag) => isSame(tag.bytes, bytes, start, end))
    if (known || count++ >= MOST_TAGS) return known
    fields.bytes = bytes
    fields.start = start
    fields.stop = end
    const made = tagOf(bytes.slice(start, end), textOf(fields, 1000))
    names.add(made.name)
    if (alike) alike.push(made)
    else byHash.set(hash, [made])
    return made
  }
  return {
    names,
    of(bytes, { tagStart: start, tagEnd: end }) {
      const guess = last?.follower
      const tag = guess && isSame(guess.bytes, bytes, start, end) ? guess : found(bytes, start, end)
      if (last) last.follower = tag
      last = tag
      return tag
    },
  }
}

function isSame(tag: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (tag.length !== end - start) return false
  for (let at = tag.length - 1; at >= 0; at--) if (tag[at] !== bytes[start + at]) return false
  return true
}

/** `lm loss vs samples` is Megatron's copy of a curve over another axis; YOLO scores its validation under `metrics/`. */
function tagOf(bytes: Uint8Array, name: string): Tag {
  const isScore = /^metrics\/(?:mAP|precision|recall)/i.test(name) && meaningOf(name).split === undefined
  return {
    bytes,
    name,
    split: isScore ? 'val' : undefined,
    copyOf: copyOf(name),
    byEpoch: /^epoch_/.test(name),
    plugin: undefined,
    follower: undefined,
    isMetric: roleOf(name) === 'metric' && !/ vs (?:samples|tokens|time)$/.test(name),
  }
}

/** Keras logs each evaluation twice, by epoch and by step; the latter counts only where it stands alone. */
export function copyOf(name: string): string | undefined {
  const metric = /^evaluation_(.+)_vs_iterations$/.exec(name)
  return metric ? `epoch_${metric[1]}` : undefined
}

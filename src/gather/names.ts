// The names of a source's metrics, each looked up in the lexicon once.

import { meaningOfTag } from '../formats/rows.ts'
import type { Axis, Mean, Split } from '../record/series.ts'

/** What is known of a name. `id` is the first of the places that its curves may take: one for each split and axis. */
export interface Known {
  readonly id: number
  readonly name: string
  readonly metric: string
  readonly split: Split
  readonly axis: Axis | undefined
  readonly mean: Mean | undefined
  readonly part: boolean
}

export const PLACES = 9
const MAX_NAMES = 10_000
const MAX_LENGTH = 200
/** control and escape sequences, and the marks that turn the direction of writing: nothing a metric's name needs */
const UNPRINTABLE = /\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** A name as it may be shown: printable, at most 200 characters. */
export function printable(name: string): string {
  return name
    .slice(0, MAX_LENGTH * 4)
    .replace(UNPRINTABLE, '')
    .trim()
    .slice(0, MAX_LENGTH)
}

/**
 * Remembers names. `of` returns undefined for what is no metric of the training (times, memory, "best so far") and for
 * names past the limit, which `overflow` then tells.
 */
export function knownNames(): { of(name: string): Known | undefined; readonly overflow: () => boolean } {
  const byName = new Map<string, Known | undefined>()
  let overflow = false
  return {
    of(name) {
      const known = byName.get(name)
      if (known !== undefined || byName.has(name)) return known
      if (byName.size >= MAX_NAMES) {
        overflow = true
        return undefined
      }
      const made = look(name, byName.size * PLACES)
      byName.set(name, made)
      return made
    },
    overflow: () => overflow,
  }
}

function look(raw: string, id: number): Known | undefined {
  const name = printable(raw)
  if (name === '') return undefined
  const { metric, split, axis, mean, part } = meaningOfTag(name)
  if (metric === 'ignore' || metric === 'best') return undefined
  return { id, name, metric, split: split ?? 'train', axis, mean, part: part === true || metric === 'loss-part' }
}

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
  /** where the source itself tells the metric: the layer that it is of, and that the lexicon was not asked */
  readonly layer?: string | undefined
  readonly measured: boolean
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
 * names past the limit, which `overflow` then tells. `told` is of points that bring their metric, and perhaps a layer.
 */
export interface Names {
  of(name: string): Known | undefined
  told(name: string, metric: string, layer: string | undefined): Known | undefined
  readonly overflow: () => boolean
}

export function knownNames(): Names {
  const byName = new Map<string, Known | undefined>()
  const byMetric = new Map<string, Map<string, Known | undefined>>()
  let made = 0
  let overflow = false
  const next = (): number | undefined => {
    if (made >= MAX_NAMES) overflow = true
    return overflow ? undefined : made++ * PLACES
  }
  return {
    of(name) {
      const known = byName.get(name)
      if (known !== undefined || byName.has(name)) return known
      const id = next()
      if (id === undefined) return undefined
      const found = look(name, id)
      byName.set(name, found)
      return found
    },
    told(name, metric, layer) {
      const names = byMetric.get(metric) ?? new Map<string, Known | undefined>()
      const key = layer === undefined ? name : `${name}\n${layer}`
      const known = names.get(key)
      if (known !== undefined || names.has(key)) return known
      const id = next()
      if (id === undefined) return undefined
      byMetric.set(metric, names)
      const found = measured(name, metric, layer, id)
      names.set(key, found)
      return found
    },
    overflow: () => overflow,
  }
}

function measured(raw: string, metric: string, of: string | undefined, id: number): Known {
  const layer = of === undefined ? undefined : printable(of)
  const name = printable(raw) || metric
  return { id, name, metric, layer, split: 'train', axis: undefined, mean: undefined, part: false, measured: true }
}

function look(raw: string, id: number): Known | undefined {
  const name = printable(raw)
  if (name === '') return undefined
  const { metric, split, axis, mean, part } = meaningOfTag(name)
  if (metric === 'ignore' || metric === 'best') return undefined
  const whole = { id, name, metric, split: split ?? 'train', axis, mean }
  return { ...whole, part: part === true || metric === 'loss-part', measured: false }
}

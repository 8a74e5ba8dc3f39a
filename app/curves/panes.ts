// Which curves are drawn together, and in which order of importance: one pane a metric, its splits together.

import type { Curve } from './curve.ts'

export interface Pane {
  readonly key: string
  /** what the pane shows, in the record's own words */
  readonly title: string
  readonly curves: readonly Curve[]
}

const MOST_LINES = 6
const KNOWN: Readonly<Record<string, number>> = { loss: 0, accuracy: 1, 'learning-rate': 8, 'gradient-norm': 7 }

/** Panes, the loss first, then what `spoken` (names of curves that findings show), then the rest in the record's order. */
export function panesOf(curves: readonly Curve[], spoken: ReadonlySet<string>): readonly Pane[] {
  const panes = new Map<string, Curve[]>()
  for (const curve of curves) {
    const family = familyOf(curve)
    let key = family
    for (let n = 2; (panes.get(key)?.length ?? 0) >= MOST_LINES; n++) key = `${family} ${n}`
    panes.set(key, [...(panes.get(key) ?? []), curve])
  }
  const rank = (pane: Pane) => {
    const known = Math.min(...pane.curves.map((curve) => KNOWN[curve.metric] ?? 9))
    return known > 0 && pane.curves.some((curve) => spoken.has(curve.name)) ? 0.5 : known
  }
  return [...panes]
    .map(([key, own]) => ({ key, title: titleOf(own), curves: [...own].sort(bySplit) }))
    .sort((a, b) => rank(a) - rank(b))
}

/** The lexicon's metric, where it knows it; else the user's name without its split. */
function familyOf({ metric, name }: Curve): string {
  if (metric !== name) return metric
  return name
    .toLowerCase()
    .replace(/(^|[\W_])(?:train(?:ing)?|val(?:id(?:ation)?)?|test|eval(?:uation)?|dev)(?=$|[\W_])/g, '$1')
}

const SPLITS = ['train', 'val', 'test']

function bySplit(a: Curve, b: Curve): number {
  return SPLITS.indexOf(a.split) - SPLITS.indexOf(b.split)
}

function titleOf(curves: readonly Curve[]): string {
  return [...new Set(curves.map((curve) => curve.name))].slice(0, 4).join(' · ')
}

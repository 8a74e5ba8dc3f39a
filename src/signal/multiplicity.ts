// Many tests at once: p values adjusted so that the share of false alarms among the alarms stays known.
import type { Column } from './column.ts'

/**
 * Adjusted p values of Benjamini & Hochberg (1995): calling those at or below q alarms keeps the expected share of false
 * ones at or below q.
 * @param p p values, 0..1; what is not a number counts as untested: its answer is 1 and it is not counted
 * @returns as many values, in the same order, 0..1
 */
export function benjaminiHochberg(p: Column): Float64Array {
  const adjusted = new Float64Array(p.length).fill(1)
  const order: number[] = []
  for (let i = 0; i < p.length; i++) if (Number.isFinite(p[i])) order.push(i)
  order.sort((a, b) => p[a]! - p[b]!)
  let least = 1
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1]!
    least = Math.min(least, (Math.max(0, p[at]!) * order.length) / rank)
    adjusted[at] = least
  }
  return adjusted
}

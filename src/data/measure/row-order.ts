// Whether the rows of a file stand in the order of their labels.

import type { DataSplit, RowOrder } from '../../record/data-tables.ts'
import { spearman } from '../../signal/correlation.ts'

/** `labels` in the order of the file; classes by code, or a quantity. */
export function rowOrder(split: DataSplit, labels: Float64Array, classes: number): RowOrder {
  const place = Float64Array.from(labels, (_, i) => i)
  const drift = labels.length > 2 ? spearman(place, labels) : 0
  if (classes === 0) return { split, labelRun: 1, expectedRun: 1, drift: finite(drift) }
  const counts = new Map<number, number>()
  let changes = 0
  labels.forEach((label, i) => {
    counts.set(label, (counts.get(label) ?? 0) + 1)
    if (i > 0 && label !== labels[i - 1]) changes++
  })
  const n = labels.length
  let same = 0
  for (const count of counts.values()) same += (count / n) ** 2
  return { split, labelRun: n / (changes + 1), expectedRun: n / (1 + (n - 1) * (1 - same)), drift: finite(drift) }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

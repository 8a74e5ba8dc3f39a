// Ranks of a column, equal values sharing their mean rank.

/**
 * Ranks from 1 to n; ties get the mean of the ranks they cover.
 * @param y dense values without NaN
 * @returns the ranks, and the sizes of the groups of equal values (only those above 1)
 */
export function ranks(y: Float64Array): { rank: Float64Array; ties: readonly number[] } {
  const order = Uint32Array.from({ length: y.length }, (_, i) => i).sort((a, b) => y[a]! - y[b]!)
  const rank = new Float64Array(y.length)
  const ties: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && y[order[to]!] === y[order[from]!]) to++
    for (let k = from; k < to; k++) rank[order[k]!] = (from + to + 1) / 2
    if (to - from > 1) ties.push(to - from)
    from = to
  }
  return { rank, ties }
}

// Thins a long curve without losing what matters of it: of each bucket the first, lowest, highest and last row stay.

/** The rows to keep, ascending: about `room` of them, with every row where finite values begin or end. */
export function extremes(value: Float64Array, room: number): Int32Array {
  const buckets = Math.max(1, Math.floor(room / 4))
  const kept: number[] = []
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * value.length) / buckets)
    const to = Math.floor(((bucket + 1) * value.length) / buckets)
    if (to > from) keepBucket(value, from, to, kept)
  }
  return Int32Array.from(kept)
}

function keepBucket(value: Float64Array, from: number, to: number, kept: number[]): void {
  let low = -1
  let high = -1
  const rows = new Set([from, to - 1])
  for (let row = from; row < to; row++) {
    const one = value[row]!
    const finite = Number.isFinite(one)
    if (finite && (low < 0 || one < value[low]!)) low = row
    if (finite && (high < 0 || one > value[high]!)) high = row
    if (row > from && finite !== Number.isFinite(value[row - 1])) {
      rows.add(row - 1)
      rows.add(row)
    }
  }
  if (low >= 0) rows.add(low)
  if (high >= 0) rows.add(high)
  kept.push(...[...rows].sort((a, b) => a - b))
}

// What sorted numbers tell at once: quantiles, how many are distinct, the most frequent.

/** Linear between the two nearest ranks (type 7 of Hyndman & Fan). NaN where there are none. */
export function quantileOf(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}

export interface Counted {
  readonly distinct: number
  /** chance that two of the values are equal */
  readonly alike: number
  /** most frequent first, the smaller of equals first; at most `most` */
  readonly top: readonly (readonly [value: number, count: number])[]
}

/** One pass over runs of equal values. */
export function countedRuns(sorted: Float64Array, most: number): Counted {
  const top: [number, number][] = []
  let [distinct, squares, start] = [0, 0, 0]
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue
    const count = i - start
    distinct++
    squares += count * count
    if (most > 0 && (top.length < most || count > top.at(-1)![1])) insert(top, sorted[start]!, count, most)
    start = i
  }
  const n = Math.max(1, sorted.length)
  return { distinct, alike: squares / n / n, top }
}

function insert(top: [number, number][], value: number, count: number, most: number): void {
  let place = top.length
  while (place > 0 && top[place - 1]![1] < count) place--
  top.splice(place, 0, [value, count])
  if (top.length > most) top.pop()
}

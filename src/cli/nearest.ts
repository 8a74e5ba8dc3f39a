// The known name that is nearest to a mistyped one.

/** The name with the fewest single-letter edits from the given one; the first of equals. Names must not be empty. */
export function nearest(given: string, names: readonly string[]): string {
  const wanted = given.slice(0, 64)
  let best = names[0] ?? ''
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const edits = distance(wanted, name)
    if (edits < least) [best, least] = [name, edits]
  }
  return best
}

/** Levenshtein's distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

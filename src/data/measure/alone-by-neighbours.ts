// What a column of numbers alone tells of the label, by the rows whose values lie nearest: few rows fill no table.

/** Rows that each is told by. */
const K = 5

/**
 * Accuracy (`classes` > 0) or R2 of each row told by the K rows of other folds with the nearest values.
 * @param values of the rows, by their place; rows without a finite value are told by the whole
 * @param target class or quantity, by place
 */
export function aloneByNeighbours(
  values: Float64Array,
  fold: Uint8Array,
  target: Float64Array,
  classes: number,
): number {
  const order = Int32Array.from(values, (_, i) => i).filter((i) => Number.isFinite(values[i]!))
  order.sort((a, b) => values[a]! - values[b]!)
  if (order.length < 4 * K) return Number.NEGATIVE_INFINITY
  const near = new Int32Array(K)
  let mean = 0
  for (const y of target) mean += y / target.length
  let [right, residual, total] = [0, 0, 0]
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!
    const found = nearest(order, place, values, fold, near)
    if (classes > 0) right += Number(commonest(near, found, target) === target[row])
    else {
      let sum = 0
      for (let k = 0; k < found; k++) sum += target[near[k]!]!
      residual += (target[row]! - sum / found) ** 2
      total += (target[row]! - mean) ** 2
    }
  }
  if (classes > 0) return right / values.length
  return total > 0 ? 1 - residual / total : 0
}

/** Fills `near` with the nearest rows of other folds, from both sides; gives how many there are. */
function nearest(order: Int32Array, place: number, values: Float64Array, fold: Uint8Array, near: Int32Array): number {
  const row = order[place]!
  let [low, high, found] = [place - 1, place + 1, 0]
  while (found < K && (low >= 0 || high < order.length)) {
    const below = low >= 0 ? values[row]! - values[order[low]!]! : Number.POSITIVE_INFINITY
    const above = high < order.length ? values[order[high]!]! - values[row]! : Number.POSITIVE_INFINITY
    const other = below <= above ? order[low--]! : order[high++]!
    if (fold[other] !== fold[row]) near[found++] = other
  }
  return found
}

/** The class of most of them; the nearest of several that are as frequent. */
function commonest(near: Int32Array, found: number, target: Float64Array): number {
  let [best, most] = [Number.NaN, 0]
  for (let i = 0; i < found; i++) {
    const own = target[near[i]!]!
    let count = 0
    for (let k = 0; k < found; k++) count += Number(target[near[k]!] === own)
    if (count > most) [best, most] = [own, count]
  }
  return best
}

// Median, quantiles and the median absolute deviation, found by selection rather than by sorting.
import { type Column, indexed } from './column.ts'

/** Makes the median absolute deviation of a normal sample estimate its standard deviation: 1 / normalQuantile(0.75). */
export const MAD_TO_SD = 1.4826

function swap(a: Float64Array, i: number, j: number): void {
  const held = a[i]!
  a[i] = a[j]!
  a[j] = held
}

/** Hoare's partition round the median of three; returns the last index of the lower part. */
function partition(a: Float64Array, left: number, right: number): number {
  const mid = (left + right) >>> 1
  if (a[mid]! < a[left]!) swap(a, mid, left)
  if (a[right]! < a[left]!) swap(a, right, left)
  if (a[right]! < a[mid]!) swap(a, right, mid)
  const pivot = a[mid]!
  let i = left - 1
  let j = right + 1
  for (;;) {
    do i++
    while (a[i]! < pivot)
    do j--
    while (a[j]! > pivot)
    if (i >= j) return j
    swap(a, i, j)
  }
}

/**
 * The k-th smallest of a[left..right] (k counted from 0 in `a`), which is reordered so that everything before k is not
 * larger and everything after it not smaller (Hoare 1961; sorts the rest when partitions stay lopsided: Musser 1997).
 * @param a values without NaN
 */
export function select(a: Float64Array, k: number, left = 0, right = a.length - 1): number {
  let low = left
  let high = right
  let patience = 2 * Math.ceil(Math.log2(right - left + 2)) + 8
  while (low < high) {
    if (patience-- === 0) {
      a.subarray(low, high + 1).sort()
      break
    }
    const split = partition(a, low, high)
    if (k <= split) high = split
    else low = split + 1
  }
  return a[k]!
}

/** As {@link quantile}, but of a dense buffer that it may reorder. */
export function quantileInPlace(a: Float64Array, q: number): number {
  if (a.length === 0) return Number.NaN
  const place = Math.min(1, Math.max(0, q)) * (a.length - 1)
  const below = Math.floor(place)
  const low = select(a, below)
  if (place === below) return low
  let high = Number.POSITIVE_INFINITY
  for (let i = below + 1; i < a.length; i++) if (a[i]! < high) high = a[i]!
  return low + (place - below) * (high - low)
}

/**
 * The q-quantile of the finite values, linear between order statistics (type 7 of Hyndman & Fan 1996).
 * @param q a share, brought into 0..1
 * @returns the quantile in the unit of `y`; NaN only if no value is finite
 */
export function quantile(y: Column, q: number): number {
  return quantileInPlace(indexed(y).y, q)
}

/** The median of the finite values, in the unit of `y`; NaN only if no value is finite. */
export function median(y: Column): number {
  return quantile(y, 0.5)
}

/**
 * The median absolute deviation from the median, times 1.4826: a standard deviation that half the points cannot spoil
 * (Hampel 1974). Same unit as `y`, 0 for one point, NaN only if no value is finite.
 */
export function mad(y: Column): number {
  const values = indexed(y).y
  const centre = quantileInPlace(values, 0.5)
  return (
    MAD_TO_SD *
    quantileInPlace(
      values.map((v) => Math.abs(v - centre)),
      0.5,
    )
  )
}

// How a column resembles itself some points later, and how many independent points it is worth.

/** In-place discrete Fourier transform of a power-of-two length (Cooley & Tukey 1965). */
function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i >= j) continue
    ;[re[i], re[j]] = [re[j]!, re[i]!]
    ;[im[i], im[j]] = [im[j]!, im[i]!]
  }
  for (let size = 2; size <= n; size *= 2) butterflies(re, im, size)
}

/** One stage of the transform: joins neighbours of half `size`. */
function butterflies(re: Float64Array, im: Float64Array, size: number): void {
  const half = size / 2
  for (let k = 0; k < half; k++) {
    const angle = (-Math.PI * k) / half
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    for (let i = k; i < re.length; i += size) {
      const j = i + half
      const a = re[j]! * c - im[j]! * s
      const b = re[j]! * s + im[j]! * c
      re[j] = re[i]! - a
      im[j] = im[i]! - b
      re[i] = re[i]! + a
      im[i] = im[i]! + b
    }
  }
}

/**
 * The autocorrelation at every lag (biased estimator: sums over n - k pairs divided by n), by Fourier transform.
 * @param y n dense values
 * @returns n numbers in -1..1, the first 1; all zeros (but the first) for a constant
 */
export function autocorrelation(y: Float64Array): Float64Array {
  const n = y.length
  const rho = new Float64Array(n)
  if (n === 0) return rho
  let largest = 0
  let mean = y[0]!
  for (let i = 0; i < n; i++) mean += (y[i]! - y[0]!) / n
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(y[i]! - mean))
  rho[0] = 1
  if (largest <= 1e-14 * Math.abs(mean) || largest === 0) return rho
  const size = 2 ** Math.ceil(Math.log2(2 * n))
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  for (let i = 0; i < n; i++) re[i] = (y[i]! - mean) / largest
  transform(re, im)
  for (let i = 0; i < size; i++) {
    re[i] = re[i]! * re[i]! + im[i]! * im[i]!
    im[i] = 0
  }
  transform(re, im)
  for (let k = 1; k < n; k++) rho[k] = Math.max(-1, Math.min(1, re[k]! / re[0]!))
  return rho
}

/** Weight of lag k in the variance of a mean of n points (Yue & Wang 2004). */
export const ofMean = (k: number, n: number): number => 1 - k / n

/** Weight of lag k in the variance of Kendall's S of n points (Hamed & Rao 1998). */
export const ofKendall = (k: number, n: number): number =>
  ((n - k) * (n - k - 1) * (n - k - 2)) / (n * (n - 1) * (n - 2))

/**
 * By how much autocorrelation multiplies the variance of a statistic: 1 + 2 * sum of weight(k) * rho(k), over the first
 * lags up to the one that is no longer above chance (1.96 / sqrt n), each freed of its bias, (1 + 4 rho) / n (Marriott &
 * Pope 1954). Never below 1, so that negative correlation, which
 * smoothing invents, cannot make a test bolder.
 * @param rho autocorrelation by lag, `rho[0]` = 1
 * @param n number of points it was computed from
 */
export function inflation(rho: Float64Array, n: number, weight: (k: number, n: number) => number = ofMean): number {
  let sum = 1
  for (let k = 1; k < Math.min(rho.length, n - 2) && rho[k]! > 1.96 / Math.sqrt(n); k++) {
    sum += 2 * weight(k, n) * Math.min(1, rho[k]! + (1 + 4 * rho[k]!) / n)
  }
  return sum
}

// How fast the curve mathematics is: a point through the screen, 2000 points through each measure, and the slow ways.
import { changePoints } from '../src/signal/change-points.ts'
import { divergence } from '../src/signal/divergence.ts'
import { gap } from '../src/signal/gap.ts'
import { gaussian } from '../src/signal/generator.ts'
import { noise } from '../src/signal/noise.ts'
import { onset } from '../src/signal/onset.ts'
import { period, sawtooth } from '../src/signal/period.ts'
import { plateau } from '../src/signal/plateau.ts'
import { powerLaw } from '../src/signal/power-law.ts'
import { mad, median } from '../src/signal/quantile.ts'
import { spikes } from '../src/signal/spikes.ts'
import { screen } from '../src/signal/stream.ts'
import { mannKendall, theilSen } from '../src/signal/trend.ts'

const POINTS = 2000
const SCREENED = 1e7

const next = gaussian(1)
const steps = Float64Array.from({ length: POINTS }, (_, i) => i + 1)
const loss = steps.map((i) => 0.3 + 2 / Math.sqrt(i) + 0.02 * next())
const val = steps.map((i) => 0.35 + 2 / Math.sqrt(i) + 0.02 * next() + Math.max(0, i - 1200) / 4000)
const epochs = steps.map((i) => Math.floor(i / 100))

/** Milliseconds of one call: the median of repeats that take about 0.2 s together, after three to warm up. */
function milliseconds(call: () => unknown): number {
  for (let i = 0; i < 3; i++) call()
  const times: number[] = []
  const end = performance.now() + 200
  while (times.length < 5 || performance.now() < end) {
    const start = performance.now()
    call()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Kendall's S over all pairs. */
function slowS(): number {
  let s = 0
  for (let i = 0; i < POINTS; i++) for (let j = 0; j < i; j++) s += Math.sign(loss[i]! - loss[j]!)
  return s
}

/** All slopes between 1000 points, sorted. */
function slowTheilSen(): number {
  const slopes: number[] = []
  for (let i = 0; i < 1000; i++) for (let j = 0; j < i; j++) slopes.push((loss[i]! - loss[j]!) / (i - j))
  return slopes.sort((a, b) => a - b)[slopes.length >> 1]!
}

/** A fresh window, sorted, for every point. */
function slowSpikes(): number {
  let found = 0
  for (let i = 8; i < POINTS; i++) {
    const past = loss.slice(Math.max(0, i - 64), i)
    if ((loss[i]! - median(past)) / mad(past) >= 8) found++
  }
  return found
}

/** Optimal partitioning without pruning. */
function slowChangePoints(): number {
  const sum = new Float64Array(POINTS + 1)
  for (let i = 0; i < POINTS; i++) sum[i + 1] = sum[i]! + loss[i]!
  const best = new Float64Array(POINTS + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (let t = 1; t <= POINTS; t++) {
    for (let s = 0; s < t; s++) best[t] = Math.min(best[t]!, best[s]! - (sum[t]! - sum[s]!) ** 2 / (t - s) + 0.01)
  }
  return best[POINTS]!
}

const batch: readonly (readonly [string, () => unknown, (() => unknown)?])[] = [
  ['noise', () => noise(loss)],
  ['mannKendall', () => mannKendall(loss), slowS],
  ['theilSen (the first 1000, exact)', () => theilSen(steps.subarray(0, 1000), loss.subarray(0, 1000)), slowTheilSen],
  ['spikes', () => spikes(loss), slowSpikes],
  ['plateau', () => plateau(steps, loss)],
  ['changePoints', () => changePoints(loss), slowChangePoints],
  ['divergence', () => divergence(val)],
  ['onset', () => onset(val)],
  ['gap', () => gap(loss, val)],
  ['period', () => period(loss)],
  ['sawtooth', () => sawtooth(loss, epochs)],
  ['powerLaw (with interval)', () => powerLaw(steps, loss)],
]

/** Nanoseconds a point of the whole screen over 1e7 points. */
function screened(): number {
  const s = screen()
  const start = performance.now()
  for (let i = 0; i < SCREENED; i++) s.push(loss[i % POINTS]!)
  const elapsed = performance.now() - start
  if (s.report().count !== SCREENED) throw new Error('the screen lost points')
  return (elapsed * 1e6) / SCREENED
}

/** Prints one line a measure: what it took, and what the slow way takes where there is one. */
export async function main(): Promise<void> {
  console.log(`screen, all detectors: ${screened().toFixed(1)} ns/point over ${SCREENED} points`)
  console.log(`milliseconds on ${POINTS} points:`)
  for (const [name, fast, slow] of batch) {
    const took = milliseconds(fast)
    const other = slow ? milliseconds(slow) : null
    const beside = other === null ? '' : `, slow way ${other.toFixed(2)} ms (${(other / took).toFixed(1)} times)`
    console.log(`${name}: ${took.toFixed(2)} ms${beside}`)
  }
}

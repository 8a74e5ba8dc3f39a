// Numbers that stand under each other: each with as many decimals as the smallest of them that counts.

import { type Language, number } from './message.ts'

/** Beside a value this many times larger, a smaller one is nothing. */
const NOTHING = 1000

/**
 * The values as a column writes them: three significant digits of the smallest that counts, and at most four of the
 * largest; each on its own where they are too large or too small for that; `–` where one is missing or not finite.
 */
export function aligned(values: readonly (number | null | undefined)[], language: Language): string[] {
  const sizes = values.filter(known).map(Math.abs)
  const largest = Math.max(0, ...sizes)
  const smallest = Math.min(largest, ...sizes.filter((one) => one >= largest / NOTHING && one > 0))
  if (largest >= 1e7 || (largest > 0 && largest < 1e-3))
    return values.map((one) => (known(one) ? number(one, language) : '–'))
  const decimals =
    sizes.every(Number.isInteger) || smallest === 0
      ? 0
      : Math.max(0, Math.min((largest >= 1 ? 3 : 2) - digits(largest), 2 - digits(smallest)))
  return values.map((one) => (known(one) ? fixed(one, decimals, language) : '–'))
}

/** With exactly so many decimals, as the reader's language writes them; never −0. */
export function fixed(value: number, decimals: number, language: Language): string {
  const rounded = Number(value.toFixed(decimals)) + 0
  return rounded.toLocaleString(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function digits(size: number): number {
  return Math.floor(Math.log10(size))
}

function known(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

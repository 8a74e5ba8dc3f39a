// Pairs in a row, `loss=0.31, acc: 0.9 | lr 1e-3`: every known name with a number behind it.

import type { Pair } from './bars.ts'
import { openScanner } from './scan.ts'

const { scan } = openScanner()

/** The named numbers of a short text; units other than per cent, totals and bare numbers are left out. */
export function postfixPairs(text: string): Pair[] {
  const { figures, count } = scan(text.slice(0, 4000))
  const pairs: Pair[] = []
  for (let i = 0; i < count; i++) {
    const figure = figures[i]
    if (figure === undefined || figure.unit !== '' || figure.key.name === '') continue
    if (Number.isFinite(figure.of)) continue
    pairs.push({ name: figure.key.name, value: figure.value })
  }
  return pairs
}

// Headings that only name a split (`Test set:`, `--- Validation ---`): the lines below them belong to it.

import { wordsOf } from '../../record/lexicon.ts'
import { SPLIT_WORDS } from '../../record/lexicon-words.ts'
import type { Split } from '../../record/series.ts'

export const FILLERS = new Set(
  `set sets results result metrics metric phase epoch loop running run start starting started begin beginning on the data dataset performance
  report stats statistics mode model and for of in now time perplexity reward step iteration scores score summary error errors loss accuracy`.split(
    /\s+/,
  ),
)

/** The split that a heading names, or undefined where the text is more than such a heading. */
export function headerSplit(text: string): Split | undefined {
  if (text.length > 80 || !/[\p{L}]/u.test(text)) return undefined
  const words = wordsOf(text).filter((word) => !/^\d+$/.test(word))
  if (words.length === 0 || words.length > 6) return undefined
  let split: Split | undefined
  for (const word of words) {
    const told = SPLIT_WORDS.get(word)
    if (told === undefined && !FILLERS.has(word)) return undefined
    split = told ?? split
  }
  return split
}

// What a page is given, put together: one examination whole, the others as the strings in which they differ.

import type { Examination } from '../../diagnosis/examination.ts'
import type { PackedSeries, PageData, Spoken } from '../../diagnosis/page.ts'
import type { Language } from '../../locales/speak.ts'
import { pictureOf } from '../page/trials.ts'

export interface PageParts {
  /** the same examination spoken in each language */
  readonly examinations: Readonly<Record<Language, Examination>>
  /** the language in which the page opens */
  readonly language: Language
  readonly markdown: Readonly<Record<Language, string>>
  readonly curves: readonly (readonly PackedSeries[])[]
  /** ISO 8601 */
  readonly made: string
}

export function pageData({ examinations, language, markdown, curves, made }: PageParts): PageData {
  const examination = examinations[language]
  const others = (Object.keys(examinations) as Language[]).filter((one) => one !== language)
  const spoken = Object.fromEntries(others.map((one) => [one, differences(examination, examinations[one])]))
  const trials = examination.runs.map((run) => pictureOf(run) ?? null)
  return { examination, language, spoken, markdown, curves, trials, made }
}

/** The strings of `other` that are not those of `base`, which has the same shape. */
export function differences(base: unknown, other: unknown, path: readonly (string | number)[] = []): readonly Spoken[] {
  if (typeof other === 'string') return other === base ? [] : [[path, other]]
  if (other === null || typeof other !== 'object') return []
  return Object.entries(other).flatMap(([key, value]) =>
    differences((base as Record<string, unknown>)[key], value, [...path, Array.isArray(other) ? Number(key) : key]),
  )
}

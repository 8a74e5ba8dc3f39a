// The page's own words in the reader's language, and numbers as the reader writes them.

import { inspectView as inspectViewEn } from '../src/locales/en/inspect-view.ts'
import { page as pageEn } from '../src/locales/en/page.ts'
import { trialsView as trialsViewEn } from '../src/locales/en/trials-view.ts'
import { view as viewEn } from '../src/locales/en/view.ts'
import { type Language, number, speakerOf } from '../src/locales/message.ts'
import { inspectView as inspectViewRu } from '../src/locales/ru/inspect-view.ts'
import { page as pageRu } from '../src/locales/ru/page.ts'
import { trialsView as trialsViewRu } from '../src/locales/ru/trials-view.ts'
import { view as viewRu } from '../src/locales/ru/view.ts'
import { inspectView as inspectViewZh } from '../src/locales/zh/inspect-view.ts'
import { page as pageZh } from '../src/locales/zh/page.ts'
import { trialsView as trialsViewZh } from '../src/locales/zh/trials-view.ts'
import { view as viewZh } from '../src/locales/zh/view.ts'

const catalogues = {
  en: { ...viewEn, ...pageEn, ...inspectViewEn, ...trialsViewEn },
  zh: { ...viewZh, ...pageZh, ...inspectViewZh, ...trialsViewZh },
  ru: { ...viewRu, ...pageRu, ...inspectViewRu, ...trialsViewRu },
}

export type PageMessageId = keyof typeof catalogues.en

export interface Words {
  readonly language: Language
  say(id: PageMessageId, values?: Readonly<Record<string, unknown>>): string
  /** three significant digits unless more are asked for */
  number(value: number, digits?: number): string
}

const made = new Map<Language, Words>()

export function wordsOf(language: Language): Words {
  const known = made.get(language)
  if (known) return known
  const words: Words = {
    language,
    say: speakerOf<PageMessageId>(language, catalogues[language]),
    number: (value, digits) => number(value, language, digits).replace(/\.?0+e/, 'e'),
  }
  made.set(language, words)
  return words
}

/** A sentence that began inside another, with its own capital. */
export function capital(sentence: string, { language }: Words): string {
  return sentence.slice(0, 1).toLocaleUpperCase(language) + sentence.slice(1)
}

// What the page was given: read out of its own document, in the language that is asked for.

import type { Examination } from '../src/diagnosis/examination.ts'
import type { PageData, Spoken } from '../src/diagnosis/page.ts'
import type { Language } from '../src/locales/message.ts'

export function readPage(): PageData {
  const text = document.getElementById('page')?.textContent
  if (!text) throw new Error('the page holds no data')
  return JSON.parse(text) as PageData
}

/** The examination in that language; the page's own where it was not given in it. */
export function examinationIn(page: PageData, language: Language): Examination {
  const spoken = page.spoken[language]
  if (language === page.language || !spoken) return page.examination
  const copy = structuredClone(page.examination)
  for (const one of spoken) put(copy, one)
  return copy
}

function put(into: unknown, [path, text]: Spoken): void {
  let at = into as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1)!] = text
}

// The report as a notebook displays it: a MIME bundle of HTML, with the whole page inside, and of plain text.

import type { Examination } from '../../diagnosis/examination.ts'
import type { Language } from '../../locales/speak.ts'
import type { RunRecord } from '../../record/run.ts'
import { INKS } from './figure.ts'
import { element, escaped, type Markup, NOTHING, text } from './markup.ts'
import { reportOf, voiceOf } from './report.ts'
import { STYLE } from './style.ts'

export interface Bundle {
  readonly 'text/html': string
  readonly 'text/plain': string
}

export interface BundleParts {
  readonly examination: Examination
  /** in the order of the examination's runs */
  readonly records: readonly RunRecord[]
  readonly language: Language
  /** the whole page in HTML */
  readonly page: string
  /** the report as the terminal shows it, without colour */
  readonly plain: string
}

/** So many runs are shown; the page has them all. */
const MOST_RUNS = 4
/** a page that is larger stays outside: a notebook is saved with every output */
const LARGEST_PAGE = 3 << 20

/** The bundle. Strings from the user's files are escaped; nothing in it is fetched from anywhere. */
export function bundle({ examination, records, language, page, plain }: BundleParts): Bundle {
  const voice = voiceOf(language)
  const { runs } = examination
  const shown = runs.slice(-MOST_RUNS)
  const first = runs.length - shown.length
  const rest =
    first > 0 ? element('p', { class: 'quiet' }, text(voice.say('view.overview.more', { count: first }))) : NOTHING
  const reports = shown.map((run, i) =>
    element('section', {}, reportOf(run, records[first + i], runs.length > 1, voice)),
  )
  return {
    'text/html': element(
      'div',
      { class: 'whyloss', lang: language },
      `<style>${STYLE}${INKS}</style>` as Markup,
      rest,
      ...reports,
      whole(page, voice.say('view.notebook.page')),
    ),
    'text/plain': plain,
  }
}

/** The page in a frame of its own, which can reach nothing of the notebook. */
function whole(page: string, label: string): Markup {
  if (page.length > LARGEST_PAGE) return NOTHING
  const frame = { sandbox: 'allow-scripts allow-downloads', loading: 'lazy', title: 'whyloss' }
  const given = Object.entries(frame).map(([key, value]) => `${key}="${value}"`)
  const inside = page.replace(/[&"]/g, (sign) => (sign === '&' ? '&amp;' : '&quot;'))
  return `<details><summary>${escaped(label)}</summary><iframe ${given.join(' ')} srcdoc="${inside}"></iframe></details>` as Markup
}

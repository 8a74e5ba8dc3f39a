// The forms in which an examination is given out: text for the terminal, JSON, Markdown, one page of HTML, a notebook's cell.

import { readFile } from 'node:fs/promises'
import type { Examination } from '../diagnosis/examination.ts'
import type { Language } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { json } from '../view/json.ts'
import { terminal } from '../view/terminal.ts'
import { Refusal } from './refusal.ts'
import type { Canvas } from './surroundings.ts'

/** `notebook` is what the recorder asks for in a Jupyter kernel: a MIME bundle in JSON. */
export const FORMATS = ['text', 'json', 'html', 'md', 'notebook'] as const
export type OutputFormat = (typeof FORMATS)[number]

/** The page without its data, as seen from a chunk of dist/, from dist/cli/ and from src/cli/. */
const TEMPLATES = ['./page.html', '../page.html', '../../dist/page.html'].map((path) => new URL(path, import.meta.url))

/** The flags of every command that gives a report, as the command line has them, not yet checked. */
export interface ReportOptions {
  readonly format?: string
  readonly json?: boolean
  readonly out?: string
  readonly lang?: string
  readonly fact?: readonly string[]
  readonly failOn?: string
  readonly listUnchecked?: boolean
}

export interface Given {
  readonly records: readonly RunRecord[]
  /** the examination in a language; a page asks for all of them */
  readonly spoken: (language: Language) => Examination
  readonly language: Language
  readonly canvas: Canvas
  readonly listUnchecked: boolean
  readonly now: Date
}

/** `--format`, else `--json`, else what the ending of the file says, else text. Throws a Refusal. */
export function formatOf(format: string | undefined, asJson: boolean, file: string | undefined): OutputFormat {
  if (asJson) return 'json'
  const ending = /\.(html?|json|md|markdown)$/i.exec(file ?? '')?.[1]?.toLowerCase()
  const byEnding = ending?.startsWith('htm') ? 'html' : ending === 'markdown' ? 'md' : ending
  const name = format ?? byEnding ?? 'text'
  const known = FORMATS.find((one) => one === name)
  if (!known) throw new Refusal('cli.error.format.unknown', { name })
  return known
}

/** The whole output, ending in a newline. What a form needs is loaded when it is asked for. */
export async function output(format: OutputFormat, given: Given): Promise<string> {
  const { language, spoken } = given
  if (format === 'json') return json(spoken(language))
  if (format === 'html') return page(given)
  if (format === 'md') {
    const { markdown } = await import('../view/markdown.ts')
    return markdown(spoken(language), { language })
  }
  if (format === 'notebook') return cell(given)
  return terminal(spoken(language), { ...given.canvas, language, listUnchecked: given.listUnchecked })
}

/** Plain text is as wide as the output of a cell mostly is. */
const CELL = { columns: 80, color: false, unicode: true } as const

async function cell(given: Given): Promise<string> {
  const { records, spoken, language } = given
  const { bundle } = await import('../view/notebook/notebook.ts')
  const examination = spoken(language)
  const plain = terminal(examination, { ...CELL, language, listUnchecked: given.listUnchecked })
  return `${JSON.stringify(bundle({ examination, records, language, page: await page(given), plain }))}\n`
}

async function page({ records, spoken, language, now }: Given): Promise<string> {
  const [{ pack }, { pageData }, { html }, { markdown }, template] = await Promise.all([
    import('../view/html/pack.ts'),
    import('../view/html/data.ts'),
    import('../view/html/html.ts'),
    import('../view/markdown.ts'),
    readTemplate(),
  ])
  const { curves, columns } = pack(records)
  const examinations = { en: spoken('en'), zh: spoken('zh'), ru: spoken('ru') }
  const texts = {
    en: markdown(examinations.en, { language: 'en' }),
    zh: markdown(examinations.zh, { language: 'zh' }),
    ru: markdown(examinations.ru, { language: 'ru' }),
  }
  const data = pageData({ examinations, language, markdown: texts, curves, made: now.toISOString() })
  return html(template, data, columns)
}

async function readTemplate(): Promise<string> {
  for (const path of TEMPLATES) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  throw new Refusal('cli.error.page')
}

// The examination as Markdown for issues and chats: short, in the terminal's order, nothing in it alive.

import type { DiagnosisEntry, Examination, ExaminedRun } from '../diagnosis/examination.ts'
import { has, type Language, number, type Speak, speaker } from '../locales/speak.ts'
import { plain } from './markdown/escape.ts'
import { layersTable, type ModelVoice, predictionBlocks, scoresTable } from './markdown/model.ts'
import { placesOf } from './markdown/places.ts'
import { trialBlocks } from './markdown/trials.ts'
import { coverage } from './page/questions.ts'

export interface MarkdownOptions {
  readonly language: Language
}

const MOST_RUNS = 20
const MOST_COLUMNS = 12
const MOST_CURVES = 6
const MOST_CLAIMS = 4
const MOST_REMEDIES = 3
const SIGNS = { ill: '✖', healthy: '✓', undecided: '?' } as const

/** The report, ending in a newline. Text from the user's files is escaped for Markdown and for HTML. */
export function markdown(examination: Examination, { language }: MarkdownOptions): string {
  const voice: ModelVoice = { language, say: speaker(language), number: (value) => number(value, language) }
  const { runs } = examination
  const shown = runs.slice(0, MOST_RUNS)
  const rest = runs.length - shown.length
  const blocks = [
    ...(runs.length === 0 ? [voice.say('view.empty')] : []),
    ...(runs.length > 1 ? [overview(runs, voice)] : []),
    ...shown.flatMap((run) => runBlocks(run, voice)),
    ...(rest > 0 ? [voice.say('view.overview.rest', { count: rest })] : []),
    `<sub>whyloss ${plain(examination.whyloss, 20)}</sub>`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function overview(runs: readonly ExaminedRun[], { say }: ModelVoice): string {
  const count = (verdict: string) => runs.filter((run) => run.verdict === verdict).length
  const numbers = { count: runs.length, ill: count('ill'), undecided: count('undecided'), healthy: count('healthy') }
  return `## ${say('view.overview', numbers)}`
}

function runBlocks(run: ExaminedRun, voice: ModelVoice): string[] {
  const { say } = voice
  const likely = run.diagnosis.filter((entry) => entry.certainty !== 'possible' && entry.cause !== 'healthy')
  const possible = run.diagnosis.filter((entry) => entry.certainty === 'possible' && entry.cause !== 'healthy')
  const healthy = run.verdict === 'healthy'
  // where nothing is likely, the first of the possible is the answer, and is given in full
  const full = likely.length > 0 || healthy ? likely : possible.slice(0, 1)
  const others = healthy ? [] : possible.filter((entry) => !full.includes(entry))
  return [
    `### ${SIGNS[run.verdict]} ${plain(run.summary)}`,
    `${name(run, voice)} · ${say(healthy ? 'view.coverage.healthy' : 'view.coverage', coverage(run))}`,
    ...trialBlocks(run, voice),
    curves(run, voice),
    scoresTable(run, voice),
    dataTable(run, voice),
    ...full.map((entry) => cause(entry, run, voice)),
    others.length === 0 ? '' : `**${say('view.alsoPossible')}** ${others.map((one) => plain(one.title)).join(' · ')}`,
    predictions(run, voice),
    run.model ? details(say('page.model.title'), [layersTable(run, voice)]) : '',
    healthy ? '' : facts(run, voice),
    healthy ? '' : unasked(run, voice),
    healthy ? say('view.goodNight') : '',
  ]
}

function name(run: ExaminedRun, { say }: ModelVoice): string {
  return `**${run.name === '-' ? say('view.stdin') : plain(run.name, 120)}**`
}

/** First, last and best value of the curves that matter: losses first. */
function curves(run: ExaminedRun, { say, number }: ModelVoice): string {
  const losses = run.series.filter((series) => series.metric === 'loss')
  const shown = [...losses, ...run.series.filter((series) => !losses.includes(series))].slice(0, MOST_CURVES)
  if (shown.length === 0) return ''
  const value = (one: number | string | null) => (typeof one === 'number' ? number(one) : plain(one ?? '–', 12))
  const rows = shown.map((series) => {
    const cells = [plain(series.name, 60), series.split, value(series.first), value(series.last)]
    return `| ${[...cells, value(series.min), value(series.max)].join(' | ')} |`
  })
  const head = `| ${say('view.curve')} | | ${say('view.curve.first')} | ${say('view.curve.last')} | min | max |`
  return [head, '|---|---|--:|--:|--:|--:|', ...rows].join('\n')
}

/** Columns that findings name first, with what is missing and where they lie in each split. */
function dataTable({ data }: ExaminedRun, { say, number }: ModelVoice): string {
  if (!data) return ''
  const parts = data.parts.map(
    (part) => `${part.split === 'all' ? say('view.data.all') : part.split} ${number(part.rows)}`,
  )
  const rows = data.columns.slice(0, MOST_COLUMNS).flatMap((column) =>
    column.splits.map((own) => {
      const numbers = [own.missing, own.min, own.mean, own.max].map((one) => (one === null ? '–' : number(one)))
      return `| ${[plain(column.name, 60), own.split === 'all' ? '' : own.split, ...numbers].join(' | ')} |`
    }),
  )
  const head = `| ${say('view.data.column')} | | ${say('view.data.cells')} | min | ${say('view.data.mean')} | max |`
  const more = data.count > MOST_COLUMNS ? say('view.data.columns.more', { count: data.count - MOST_COLUMNS }) : ''
  return [
    say('view.data.parts', { parts: parts.join(' · '), columns: data.count }),
    '',
    head,
    '|---|---|--:|--:|--:|--:|',
    ...rows,
    ...(more ? ['', more] : []),
  ].join('\n')
}

function cause(entry: DiagnosisEntry, run: ExaminedRun, { say }: ModelVoice): string {
  const findings = entry.for.flatMap((id) => run.findings.find((finding) => finding.id === id) ?? [])
  const parts: [label: string, texts: readonly string[]][] = [
    [say('view.seen'), findings.slice(0, MOST_CLAIMS).map((finding) => plain(finding.claim))],
    [say('view.where'), placesOf(findings, say)],
    [say('view.against'), entry.against.slice(0, 2).map((one) => plain(one))],
    [say('view.rather'), entry.rather ? [plain(entry.rather.why)] : []],
    [
      say('view.fix'),
      entry.remedies.slice(0, MOST_REMEDIES).map((one) => `${plain(one.advice)} _(${safety(one.safe, say)})_`),
    ],
    [say('view.expect'), entry.remedies.slice(0, 1).map((one) => plain(one.expect))],
    [say('view.verify'), entry.settle.slice(0, 3).map((test) => plain(verify(test, say)))],
  ]
  const lines = parts.filter(([, texts]) => texts.length > 0).map(([label, texts]) => item(label, texts))
  const sure = say(`view.certainty.${entry.certainty}`)
  return [`#### ${plain(entry.title)} · ${entry.certainty === 'verified' ? `✓ ${sure}` : sure}`, ...lines].join('\n')
}

function safety(safe: DiagnosisEntry['remedies'][number]['safe'], say: Speak): string {
  return say(`view.safe.${safe}`)
}

/** One text stands beside its label, several below it. */
function item(label: string, texts: readonly string[]): string {
  if (texts.length === 1) return `- **${label}** ${texts[0]}`
  return [`- **${label}**`, ...texts.map((text) => `  - ${text}`)].join('\n')
}

function verify(test: DiagnosisEntry['settle'][number], say: Speak): string {
  const cost = `view.cost.${test.cost}`
  const opening = test.test.slice(0, 1).toLocaleUpperCase() + test.test.slice(1)
  return say('view.test', { test: opening, needs: test.needs, cost: has(cost) ? say(cost) : test.cost })
}

function predictions(run: ExaminedRun, voice: ModelVoice): string {
  const blocks = predictionBlocks(run, voice)
  return blocks.length === 0 ? '' : details(voice.say('page.predictions.detail'), [blocks.join('\n\n')])
}

function facts(run: ExaminedRun, { say, number }: ModelVoice): string {
  if (run.facts.length === 0) return ''
  const value = (one: unknown): string =>
    typeof one === 'number' ? number(one) : Array.isArray(one) ? one.map(value).join(', ') : String(one)
  const lines = run.facts.slice(0, 14).map((fact) => {
    const quote = plain(say('view.fact.quote', { quote: fact.quote }), 120)
    return `- ${plain(fact.name, 40)} = ${plain(value(fact.value), 60)} — ${quote} ${plain(fact.where, 60)}`
  })
  return details(say('view.facts'), lines)
}

function unasked(run: ExaminedRun, { say }: ModelVoice): string {
  if (run.unasked.length === 0) return ''
  const recipes = [...new Set(run.unasked.map((one) => one.how))].map((how) => `- ${plain(how)}`)
  return details(say('view.notChecked', { count: run.unasked.length }), recipes)
}

function details(title: string, lines: readonly string[]): string {
  return `<details><summary>${plain(title)}</summary>\n\n${lines.join('\n')}\n\n</details>`
}

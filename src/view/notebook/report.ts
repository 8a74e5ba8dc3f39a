// One run as a notebook shows it: the verdict, the curves, the likely causes with what was seen and what to do.

import type { DiagnosisEntry, ExaminedRun } from '../../diagnosis/examination.ts'
import { type Language, number, speaker } from '../../locales/speak.ts'
import type { RunRecord } from '../../record/run.ts'
import { coverage } from '../page/questions.ts'
import { type Figures, figure } from './figure.ts'
import { drawingOf } from './line.ts'
import { element, type Markup, NOTHING, text } from './markup.ts'

const MOST_CAUSES = 3
const MOST_CLAIMS = 3
const MOST_REMEDIES = 2
const SIGNS = { ill: '✖', healthy: '✓', undecided: '?' } as const
const CLASSES = { ill: 'sign ill', healthy: 'sign well', undecided: 'sign' } as const

export function voiceOf(language: Language): Figures {
  return { say: speaker(language), number: (value) => number(value, language) }
}

/** The run's report; `titled` where there are several and each needs its name. */
export function reportOf(run: ExaminedRun, record: RunRecord | undefined, titled: boolean, voice: Figures): Markup {
  const { say } = voice
  const healthy = run.verdict === 'healthy'
  const drawing = record && drawingOf(record)
  const likely = run.diagnosis.filter((one) => one.certainty !== 'possible' && one.cause !== 'healthy')
  const possible = run.diagnosis.filter((one) => one.certainty === 'possible' && one.cause !== 'healthy')
  // where nothing is likely, the first of the possible is the answer, and is given in full
  const full = (likely.length > 0 || healthy ? likely : possible.slice(0, 1)).slice(0, MOST_CAUSES)
  const others = healthy ? [] : [...likely, ...possible].filter((one) => !full.includes(one))
  const shown = new Map<string, string>()
  const names = others.map((one) => text(one.title, 120)).join(' · ') as Markup
  return [
    titled ? element('p', { class: 'quiet' }, text(run.name, 120)) : NOTHING,
    element('p', { class: 'verdict' }, sign(SIGNS[run.verdict], CLASSES[run.verdict]), text(run.summary)),
    element('p', { class: 'quiet' }, text(say(healthy ? 'view.coverage.healthy' : 'view.coverage', coverage(run)))),
    drawing ? figure(drawing, voice) : NOTHING,
    ...full.map((one) => cause(one, run, shown, voice)),
    others.length > 0
      ? element('p', {}, element('b', {}, text(say('view.alsoPossible'))), ' ' as Markup, names)
      : NOTHING,
    healthy ? element('p', {}, text(say('view.goodNight'))) : NOTHING,
  ].join('') as Markup
}

function sign(words: string, kind: string): Markup {
  return element('span', { class: kind, 'aria-hidden': 'true' }, `${words} ` as Markup)
}

/** `shown`: what was said under a cause before, by the finding; it is not said again. */
function cause(entry: DiagnosisEntry, run: ExaminedRun, shown: Map<string, string>, { say }: Figures): Markup {
  const before = entry.for.map((id) => shown.get(id)).find((title) => title !== undefined)
  const fresh = entry.for.filter((id) => !shown.has(id))
  const said = fresh.flatMap((id) => run.findings.find((one) => one.id === id)?.claim ?? [])
  const claims = said.length > 0 || before === undefined ? said : [say('view.seen.above', { title: before })]
  for (const id of fresh) shown.set(id, entry.title)
  const remedies = entry.remedies
    .slice(0, MOST_REMEDIES)
    .map((one) => `${one.advice} (${say(`view.safe.${one.safe}`)})`)
  const parts: readonly (readonly [label: string, texts: readonly string[]])[] = [
    [say('view.seen'), claims.slice(0, MOST_CLAIMS)],
    [say('view.fix'), remedies],
    [say('view.expect'), entry.remedies.slice(0, 1).map((one) => one.expect)],
  ]
  const rows = parts.flatMap(([label, texts]) =>
    texts.length === 0
      ? []
      : [element('dt', {}, text(label)), element('dd', {}, ...texts.map((one) => element('p', {}, text(one))))],
  )
  const [mark, kind] = entry.kind === 'benign' ? ['●', 'train'] : signOf(entry)
  const word = `${entry.certainty === 'verified' ? '✓ ' : ''}${say(`view.certainty.${entry.certainty}`)}`
  const sure = element('span', { class: 'quiet' }, ` · ${text(word)}` as Markup)
  return `${element('p', { class: 'cause' }, sign(mark, `sign ${kind}`), text(entry.title), sure)}${element('dl', {}, ...rows)}` as Markup
}

function signOf({ certainty }: DiagnosisEntry): readonly [mark: string, kind: string] {
  if (certainty === 'possible') return ['?', '']
  return certainty === 'likely' ? ['▲', 'likely'] : ['✖', 'ill']
}

// The trials as Markdown: what was proven, the change and its code in the open, what became of each remedy folded.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedExperiment, ReportedRemedy } from '../../diagnosis/report-trials.ts'
import { changesText, costText, endsOf, gainText, ranked, verdictOf } from '../../locales/tried.ts'
import type { TrialVerdict } from '../../record/trials.ts'
import { codesFor } from '../page/patch.ts'
import { isRatio, mainRemedy } from '../page/trials.ts'
import { plain } from './escape.ts'
import type { ModelVoice } from './model.ts'

const MOST_REMEDIES = 12
const MOST_NOTES = 6
const SIGNS: Readonly<Record<TrialVerdict, string>> = { verified: '✓', undecided: '?', refuted: '–' }

/** Empty for a run without trials. */
export function trialBlocks({ trials, experiment }: ExaminedRun, voice: ModelVoice): string[] {
  if (!experiment) return []
  const { say } = voice
  const main = mainRemedy(experiment)
  const notes = [costText(trials.length, experiment, voice), ...experiment.notes.slice(0, MOST_NOTES)]
  return [
    `#### ${say('view.trials.title')}`,
    [
      `${SIGNS[verdictOf(experiment)]} **${plain(experiment.summary)}**`,
      ...(main ? ['', ...about(main, experiment, voice)] : []),
    ].join('\n'),
    ...(main?.verdict === 'verified' ? code(main, experiment) : []),
    experiment.tests.map(({ says }) => `- ${plain(says, 400)}`).join('\n'),
    folded(say('page.trials.remedies'), table(experiment, voice)),
    notes.map((note) => plain(note)).join('  \n'),
  ]
}

function about(main: ReportedRemedy, experiment: ReportedExperiment, voice: ModelVoice): string[] {
  const { say, number } = voice
  const { yardstick } = experiment
  const [without, with_] = endsOf(main).map((value) => (value === null ? '–' : number(value)))
  const mean = say('view.trials.ends', { without, with: with_, pairs: main.pairs?.length ?? 1 })
  const gain = gainText(main, isRatio(yardstick, main), voice)
  const change = main.how === '' ? changesText(main.changes) : main.how
  const against = changesText(main.against ?? {})
  const parts: [label: string, text: string][] = [
    [plain(yardstick?.name ?? '', 60), mean],
    [say('view.trials.gain'), gain],
    [say('view.trials.change'), main.verdict === 'verified' ? plain(change, 300) : ''],
  ]
  return [
    ...parts.flatMap(([label, text]) => (text === '' ? [] : [`- **${label}** ${text}`])),
    ...(against === '' ? [] : [`- ${say('view.trials.against', { change: plain(against, 120) })}`]),
  ]
}

function code(main: ReportedRemedy, experiment: ReportedExperiment): string[] {
  const codes = codesFor(experiment, main)
  return codes.length === 1 ? codes.map(({ language, text }) => `\`\`\`${language}\n${text}\n\`\`\``) : []
}

function table({ remedies }: ReportedExperiment, { say }: ModelVoice): string {
  const shown = ranked(remedies).slice(0, MOST_REMEDIES)
  const rows = shown.map((one) => {
    const verdict = `${SIGNS[one.verdict]} ${say(`trial.verdict.${one.verdict}`)}`
    return `| ${[plain(changesText(one.changes), 80), verdict, plain(one.why, 200)].join(' | ')} |`
  })
  const heads = (['remedy', 'verdict', 'why'] as const).map((one) => say(`view.trials.${one}`))
  return rows.length === 0 ? '' : [`| ${heads.join(' | ')} |`, '|---|---|---|', ...rows].join('\n')
}

function folded(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${plain(title)}</summary>\n\n${body}\n\n</details>`
}

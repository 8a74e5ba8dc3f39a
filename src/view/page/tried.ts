// The trials on the terminal: the verdict, what was gained, what to change, what became of each remedy, what it cost.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { ReportedExperiment, ReportedRemedy } from '../../diagnosis/report-trials.ts'
import { changesText, costText, endsOf, gainText, ranked, verdictOf } from '../../locales/tried.ts'
import type { TrialVerdict } from '../../record/trials.ts'
import { cut, pad, width, wrap } from '../wrap.ts'
import { codesFor } from './patch.ts'
import { bullet, heading, labelled, paragraph, type Sheet } from './sheet.ts'
import { isRatio, mainRemedy } from './trials.ts'

const MOST_REMEDIES = 10
const MOST_TESTS = 4
const MOST_NOTES = 6
/** columns that a label, a change and a reason take at most, or at least */
const [LABEL, CHANGE, REASON] = [24, 28, 26]
/** below this many columns every indentation is halved */
const NARROW = 60

/** Nothing for a run without trials. */
export function tried({ trials, experiment }: ExaminedRun, on: Sheet): string[] {
  if (!experiment) return []
  const main = mainRemedy(experiment)
  const [first = '', ...rest] = bullet(on, signOf(verdictOf(experiment), on), on.line(experiment.summary))
  return [
    ...heading(on, on.say('view.trials.title')),
    first,
    ...rest,
    ...(main ? about(main, experiment, on) : []),
    ...remedies(experiment, on),
    ...tests(experiment, on),
    ...paragraph(on, costText(trials.length, experiment, on), 2).map(on.ink.dim),
    ...experiment.notes.slice(0, MOST_NOTES).flatMap((note) => bullet(on, on.symbols.none, on.line(note))),
  ]
}

function signOf(verdict: TrialVerdict, { symbols, ink }: Sheet): string {
  if (verdict === 'verified') return ink.green(symbols.well)
  return verdict === 'refuted' ? symbols.none : ink.bold(symbols.open)
}

/** The measure without and with the remedy, the gain, the change and its code. */
function about(main: ReportedRemedy, experiment: ReportedExperiment, on: Sheet): string[] {
  const { yardstick } = experiment
  const [without, with_] = endsOf(main).map((value) => (value === null ? on.symbols.none : on.number(value)))
  const mean = on.say('view.trials.ends', { without, with: with_, pairs: main.pairs?.length ?? 1 })
  const change = main.how === '' ? changesText(main.changes) : main.how
  const against = changesText(main.against ?? {})
  const code = main.verdict === 'verified' ? codesFor(experiment, main) : []
  const parts: [label: string, text: string][] = [
    [cut(on.line(yardstick?.name ?? ''), LABEL, on.symbols.cut), mean],
    ['', against === '' ? '' : on.say('view.trials.against', { change: on.line(against, 120) })],
    [on.say('view.trials.gain'), on.line(gainText(main, isRatio(yardstick, main), on))],
    [on.say('view.trials.change'), main.verdict === 'verified' ? on.line(change, 300) : ''],
    ['', code.length > 1 ? on.say('view.trials.code.more', { cause: on.line(main.cause, 60) }) : ''],
  ]
  const only = code.length === 1 ? code[0]! : undefined
  const indent = on.columns < NARROW ? 2 : 4
  const room = Math.max(0, ...parts.filter(([, text]) => text !== '').map(([label]) => width(label))) + 2
  return [
    ...parts.flatMap(([label, text]) => (text === '' ? [] : labelled(on, label, [text], indent, room))),
    ...(only ? ['', ...codeLines(only, on)] : []),
  ]
}

/** Code is copied from here: a line is broken only where the window is narrower than it. */
function codeLines({ framework, text }: { readonly framework: string; readonly text: string }, on: Sheet): string[] {
  const lines = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${on.columns - 4}}`, 'gu')) ?? [''])
  return [`    ${on.ink.dim(framework)}`, ...lines.map((line) => `    ${line}`.trimEnd())]
}

/** A line a remedy: its sign, what it changes, the verdict and why; the reason goes below where there is no room. */
function remedies({ remedies: all }: ReportedExperiment, on: Sheet): string[] {
  const shown = ranked(all).slice(0, MOST_REMEDIES)
  if (shown.length === 0) return []
  const names = shown.map((one) => on.line(changesText(one.changes), 120))
  const words = shown.map(({ verdict }) => on.say(`trial.verdict.${verdict}`))
  const word = Math.max(...words.map(width))
  const name = Math.min(CHANGE, on.columns - word - 6, Math.max(...names.map(width)))
  const start = 4 + name + 2 + word + 2
  const beside = on.columns - start >= REASON
  const lines = shown.flatMap((one, i) => {
    const [first = '', ...rest] = wrap(on.line(one.why), beside ? on.columns - start : on.columns - 6)
    const verdict = words[i]! + ' '.repeat(word - width(words[i]!))
    const colored = one.verdict === 'verified' ? on.ink.green(verdict) : verdict
    const head = `  ${signOf(one.verdict, on)} ${pad(names[i]!, name, on.symbols.cut)}  ${colored}`
    if (!beside) return [head.trimEnd(), ...[first, ...rest].map((line) => `      ${on.ink.dim(line)}`)]
    return [`${head}  ${on.ink.dim(first)}`, ...rest.map((line) => ' '.repeat(start) + on.ink.dim(line))]
  })
  const more = all.length - shown.length
  return ['', ...lines, ...(more > 0 ? paragraph(on, on.say('view.more', { count: more }), 4) : []), '']
}

function tests({ tests: all }: ReportedExperiment, on: Sheet): string[] {
  return all.slice(0, MOST_TESTS).flatMap(({ says }) => bullet(on, on.symbols.note, on.line(says)))
}

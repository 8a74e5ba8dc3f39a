// One run on the terminal: the verdict, the curves, the causes, and what the verdict rests on.

import type { DiagnosisEntry, ExaminedRun } from '../../diagnosis/examination.ts'
import { hasProof } from '../../locales/tried.ts'
import { cause, causeInShort, type Shown, title } from './causes.ts'
import { curves } from './curves.ts'
import { data } from './data.ts'
import { facts, notes } from './facts.ts'
import { model } from './model.ts'
import { predictions } from './predictions.ts'
import { coverage, questions } from './questions.ts'
import { scores } from './scores.ts'
import { bullet, labelled, paragraph, type Sheet } from './sheet.ts'
import { tried } from './tried.ts'

const MOST_FULL = 4
const MOST_SHORT = 3
const CURVES_OF_A_HEALTHY_RUN = 2
const COLUMNS_OF_SOUND_DATA = 3
const MEASURES_OF_A_SOUND_MODEL = 1
const LAYERS_OF_A_SOUND_MODEL = 4
/** Health itself is the verdict's to say; the possible causes of sound data are told by what was seen. */
const FLAWS = (entry: DiagnosisEntry) => entry.kind === 'benign'

/** `listUnchecked` names every question that was not asked. */
export function run(one: ExaminedRun, listUnchecked: boolean, on: Sheet): string[] {
  return one.verdict === 'healthy' ? healthy(one, listUnchecked, on) : unwell(one, listUnchecked, on)
}

/** Four lines and a good night; besides them only what explains a strange look, and damage. */
function healthy(one: ExaminedRun, listUnchecked: boolean, on: Sheet): string[] {
  const sections = [
    [
      ...verdict(one, on.ink.green(on.symbols.well), on),
      ...curves(one, on, CURVES_OF_A_HEALTHY_RUN),
      ...scores(one, on, MEASURES_OF_A_SOUND_MODEL),
      ...data(one, on, COLUMNS_OF_SOUND_DATA),
      ...model(one, on, LAYERS_OF_A_SOUND_MODEL),
      ...paragraph(on, on.say('view.coverage.healthy', coverage(one)), 2).map(on.ink.dim),
    ],
    ...explanations(one, new Map(), on),
    tried(one, on),
    // a sound data set has its small flaws, which are cheap to mend
    one.data && one.series.length === 0 ? alsoSeen(one, on, FLAWS) : [],
    notes(one, on),
    ...(listUnchecked ? questions(one, true, on) : []),
    [`  ${on.say('view.goodNight')}`],
  ]
  // the four lines and the good night stand together where nothing lies between them
  const [first, ...rest] = sections.filter((lines) => lines.length > 0)
  return rest.length === 1 ? [...first!, ...rest[0]!] : joined([first!, ...rest])
}

function unwell(one: ExaminedRun, listUnchecked: boolean, on: Sheet): string[] {
  const shown: Shown = new Map()
  const trials = tried(one, on)
  const sign = one.verdict === 'ill' ? on.ink.red(on.symbols.strong) : on.ink.bold(on.symbols.open)
  return joined([
    [...verdict(one, sign, on), ...paragraph(on, on.say('view.coverage', coverage(one)), 2).map(on.ink.dim)],
    ...(hasProof(one.experiment) ? [trials] : []),
    curves(one, on),
    scores(one, on),
    data(one, on, one.predictions ? COLUMNS_OF_SOUND_DATA : undefined),
    ...faults(one, shown, on),
    ...explanations(one, shown, on),
    ...possible(one, shown, on),
    ...(hasProof(one.experiment) ? [] : [trials]),
    alsoSeen(one, on),
    ...predictions(one, on),
    model(one, on),
    facts(one, on),
    ...questions(one, listUnchecked, on),
    notes(one, on),
  ])
}

/** Sections with one empty line between them. */
export function joined(sections: readonly (readonly string[])[]): string[] {
  return sections.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]))
}

function verdict(one: ExaminedRun, sign: string, on: Sheet): string[] {
  const [first = '', ...rest] = paragraph(on, on.line(one.summary), 2)
  return [`${sign} ${on.ink.bold(first.trimStart())}`, ...rest.map(on.ink.bold)]
}

const atLeastLikely = (entry: DiagnosisEntry) => entry.certainty !== 'possible'

function faults(one: ExaminedRun, shown: Shown, on: Sheet): string[][] {
  const likely = one.diagnosis.filter((entry) => entry.kind === 'fault' && atLeastLikely(entry))
  return likely.slice(0, MOST_FULL).map((entry) => cause(entry, one, shown, on))
}

/** Benign causes that are at least likely; that nothing is wrong is the verdict's to say. */
function explanations(one: ExaminedRun, shown: Shown, on: Sheet): string[][] {
  const benign = one.diagnosis.filter((entry) => entry.kind === 'benign' && atLeastLikely(entry))
  return benign.filter((entry) => entry.cause !== 'healthy').map((entry) => cause(entry, one, shown, on))
}

/** Of a run that is ill it need not be said that it may be well. */
function worthSaying(entry: DiagnosisEntry, one: ExaminedRun): boolean {
  return entry.cause !== 'healthy' || one.verdict === 'undecided'
}

/** What else may be at work, in short; with its remedy only where nothing likelier has one. */
function possible(one: ExaminedRun, shown: Shown, on: Sheet): string[][] {
  const likely = one.diagnosis.filter((entry) => entry.kind === 'fault' && atLeastLikely(entry))
  const rest = [
    ...likely.slice(MOST_FULL),
    ...one.diagnosis.filter((entry) => !atLeastLikely(entry) && worthSaying(entry, one)),
  ]
  if (rest.length === 0) return []
  const short = (entry: DiagnosisEntry, likelier: number) => causeInShort(entry, one, shown, likelier === 0, on)
  // where nothing is likely, the first of the possible is the answer, and is given in full
  const blocks = rest
    .slice(0, MOST_SHORT)
    .map((entry, i) => (i === 0 && likely.length === 0 ? cause(entry, one, shown, on) : short(entry, likely.length)))
  const others = rest.slice(MOST_SHORT).map((entry) => title(entry.cause, on))
  const more = others.length > 0 ? [labelled(on, on.say('view.moreCauses'), [others.join('; ')], 2, 10)] : []
  return [[on.ink.bold(on.say(likely.length > 0 ? 'view.alsoPossible' : 'view.possible'))], ...blocks, ...more]
}

/** Findings that no cause shown rests on; `told` says which causes are. */
function alsoSeen(one: ExaminedRun, on: Sheet, told: (entry: DiagnosisEntry) => boolean = () => true): string[] {
  const used = new Set(one.diagnosis.filter(told).flatMap((entry) => entry.for))
  const rest = one.findings.filter((finding) => !used.has(finding.id)).slice(0, 5)
  if (rest.length === 0) return []
  return [
    on.ink.bold(on.say('view.otherFindings')),
    ...rest.flatMap((finding) => bullet(on, on.symbols.note, on.line(finding.claim))),
  ]
}

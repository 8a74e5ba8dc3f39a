// One cause as a person needs it: its name and how sure that is, then Seen, Where, Rather, Fix, Expect, Verify.

import type { DiagnosisEntry, ExaminedRun, ReportedFinding } from '../../diagnosis/examination.ts'
import { has } from '../../locales/speak.ts'
import { width, wrap } from '../wrap.ts'
import { labelled, paragraph, type Sheet } from './sheet.ts'
import { where } from './where.ts'

const MOST_CLAIMS = 4
const MOST_AGAINST = 2
const MOST_REMEDIES = 3
/** below this many columns every indentation is halved */
const NARROW = 60

const LABELS = [
  'view.seen',
  'view.where',
  'view.against',
  'view.rather',
  'view.fix',
  'view.expect',
  'view.verify',
] as const

/** Claims that the page has already shown, and under which cause: the reader need not read them twice. */
export type Shown = Map<string, string>

/** The catalogue's words for a cause; the id itself where it has none. */
export function title(cause: string, on: Sheet): string {
  const id = `cause.${cause}`
  return on.line(has(id) ? on.say(id) : cause.replaceAll('-', ' '), 120)
}

/** The cause in full. */
export function cause(entry: DiagnosisEntry, run: ExaminedRun, shown: Shown, on: Sheet): string[] {
  const findings = fresh(entry, run, shown)
  const against = entry.against.slice(0, MOST_AGAINST).map((sentence) => on.line(sentence))
  const parts: [label: string, texts: readonly string[]][] = [
    [on.say('view.seen'), seen(entry, findings, MOST_CLAIMS, shown, on)],
    [on.say('view.where'), where(findings, on)],
    [on.say('view.against'), against],
    [on.say('view.rather'), entry.rather ? [on.line(entry.rather.why)] : []],
    [on.say('view.fix'), entry.remedies.slice(0, MOST_REMEDIES).map((remedy) => fix(remedy, on))],
    [on.say('view.expect'), entry.remedies.slice(0, 1).map((remedy) => on.line(remedy.expect))],
    [on.say('view.verify'), verify(entry, on)],
  ]
  return [...heading(entry, on), ...what(entry.cause, on), ...body(parts, on)]
}

/** The cause in a few lines: what speaks for it and the cheapest way to know; the remedy where nothing is likelier. */
export function causeInShort(
  entry: DiagnosisEntry,
  run: ExaminedRun,
  shown: Shown,
  withFix: boolean,
  on: Sheet,
): string[] {
  const remedies = withFix ? entry.remedies.slice(0, 1).map((remedy) => fix(remedy, on)) : []
  const parts: [label: string, texts: readonly string[]][] = [
    [on.say('view.seen'), seen(entry, fresh(entry, run, shown).slice(0, 1), 1, shown, on)],
    [on.say('view.fix'), remedies],
    [on.say('view.verify'), verify(entry, on)],
  ]
  return [...heading(entry, on), ...body(parts, on)]
}

/** One sentence on what the cause is, for whoever meets it for the first time. */
const TESTS = 3

function what(cause: string, on: Sheet): string[] {
  const id = `cause.${cause}.what`
  return has(id) ? paragraph(on, on.line(on.say(id)), indent(on)).map(on.ink.dim) : []
}

function indent(on: Sheet): number {
  return on.columns < NARROW ? 2 : 4
}

function body(parts: readonly [label: string, texts: readonly string[]][], on: Sheet): string[] {
  const room = Math.max(...LABELS.map((id) => width(on.say(id)))) + (on.columns < NARROW ? 1 : 3)
  return parts.flatMap(([label, texts]) => labelled(on, label, texts, indent(on), room))
}

function heading(entry: DiagnosisEntry, on: Sheet): string[] {
  const { ink } = on
  const sure = sureness(entry, on)
  const told = entry.certainty === 'verified' ? ink.green(sure) : sure
  const name = title(entry.cause, on)
  const id = slug(name) === entry.cause ? '' : on.line(entry.cause, 36)
  const [line = '', ...rest] = wrap(name, on.columns - 2)
  const first = `${sign(entry, on)} ${ink.bold(line)}`
  const left = on.columns - 2 - width(line)
  if (rest.length > 0 || left < width(sure) + 2) {
    const more = [ink.dim(id), told].filter((one) => one !== '').map((one) => `  ${one}`)
    return [first, ...rest.map((one) => `  ${ink.bold(one)}`), ...more]
  }
  const gap = left - width(sure) - width(id) - 2
  if (gap < 2 && id !== '') return [`${first}${' '.repeat(left - width(sure))}${told}`.trimEnd(), `  ${ink.dim(id)}`]
  return [`${first}${id === '' ? '  ' : `  ${ink.dim(id)}`}${sure === '' ? '' : ' '.repeat(gap)}${told}`.trimEnd()]
}

/** How sure it is, in a word; under "possible" the word says nothing, and what trials have proven has its sign. */
function sureness({ certainty }: DiagnosisEntry, on: Sheet): string {
  if (certainty === 'possible') return ''
  const word = on.say(`view.certainty.${certainty}`)
  return certainty === 'verified' ? `${on.symbols.well} ${word}` : word
}

function sign(entry: DiagnosisEntry, on: Sheet): string {
  const { symbols, ink } = on
  if (entry.kind === 'benign') return ink.blue(symbols.note)
  if (entry.certainty === 'possible') return ink.bold(symbols.open)
  return entry.certainty === 'likely' ? ink.yellow(symbols.likely) : ink.red(symbols.strong)
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

/** The findings for this cause that the page has not shown yet. */
function fresh(entry: DiagnosisEntry, run: ExaminedRun, shown: Shown): ReportedFinding[] {
  return entry.for
    .filter((id) => !shown.has(id))
    .map((id) => run.findings.find((finding) => finding.id === id))
    .filter((one) => one !== undefined)
}

function seen(
  entry: DiagnosisEntry,
  findings: readonly ReportedFinding[],
  most: number,
  shown: Shown,
  on: Sheet,
): string[] {
  const before = entry.for.map((id) => shown.get(id)).find((cause) => cause !== undefined)
  if (findings.length === 0) return before ? [on.say('view.seen.above', { title: title(before, on) })] : []
  for (const finding of findings) shown.set(finding.id, entry.cause)
  const claims = findings.slice(0, most).map((finding) => on.line(finding.claim))
  const more = findings.length - claims.length
  return more > 0 ? [...claims, on.say('view.seen.more', { count: more })] : claims
}

function fix(remedy: DiagnosisEntry['remedies'][number], on: Sheet): string {
  return `${on.line(remedy.advice)} [${on.say(`view.safe.${remedy.safe}`)}]`
}

/** The tests that would settle it, the cause's own first; more than three are in the JSON. */
function verify(entry: DiagnosisEntry, on: Sheet): string[] {
  return entry.settle.slice(0, TESTS).map((test) => {
    const cost = `view.cost.${test.cost}`
    const words = has(cost) ? on.say(cost) : on.line(test.cost, 60)
    const sentence = on.line(test.test)
    const opening = sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
    return on.say('view.test', { test: opening, needs: on.line(test.needs, 200), cost: words })
  })
}

// Records -> the examination: asks every check, weighs the answers, and puts the result into words.

import { type CauseId, causeOf } from '../causes/index.ts'
import type { Check } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { type Language, type Speak, speaker, tell } from '../locales/speak.ts'
import { isAudit, isInspection, isOfData, isOfModel } from '../record/evidence.ts'
import type { RunRecord } from '../record/run.ts'
import { diagnose, verdictOf } from './diagnose.ts'
import type { Examination, ExaminedRun } from './examination.ts'
import { reportFindings, reportSeries } from './report.ts'
import { reportData } from './report-data.ts'
import { reportModel, reportPredictions } from './report-model.ts'
import { reportTrials } from './report-trials.ts'
import { type Asked, weigh } from './weigh.ts'

export interface ExamineOptions {
  readonly language: Language
  /** version of whyloss, written into the result */
  readonly version: string
}

/** Examines each record by itself, in order. Pure: the same records give the same examination. */
export function examine(records: readonly RunRecord[], options: ExamineOptions): Examination {
  return examiner(records, options.version)(options.language)
}

/** The same in as many languages as are asked for: the checks are asked once, their answers spoken each time. */
export function examiner(records: readonly RunRecord[], version: string): (language: Language) => Examination {
  const answers = records.map(ask)
  return (language) => {
    const speak = speaker(language)
    return { schema: 1, whyloss: version, runs: records.map((record, i) => spokenRun(record, answers[i]!, speak)) }
  }
}

/** Every check's answer to one record; of data or a model alone, those whose question is of these. */
export function ask(record: RunRecord): readonly Asked[] {
  const own = checks.filter(isAskedOf(record))
  return own.map((check) => ({ check: check.name, answer: check.ask(record) }))
}

function isAskedOf(record: RunRecord): (check: Check) => boolean {
  if (isAudit(record)) return (check) => check.needs.some(isOfData)
  if (!isInspection(record)) return () => true
  const withData = record.tables.parts !== undefined
  return (check) =>
    check.needs.some((need) => isOfModel(need) || (withData && isOfData(need))) || OF_SETTINGS.has(check.name)
}
/** They ask of facts that a model file holds too. */
const OF_SETTINGS: ReadonlySet<string> = new Set(['stated-pairing'])

function spokenRun(record: RunRecord, asked: readonly Asked[], speak: Speak): ExaminedRun {
  const diagnosis = diagnose(weigh(asked), speak)
  const verdict = verdictOf(diagnosis, asked.some(isSick))
  const count = (state: string) => asked.filter(({ answer }) => answer.state === state).length
  return {
    name: record.name,
    sources: record.sources,
    verdict,
    summary: summary(verdict, diagnosis, kindOf(record), speak),
    diagnosis,
    findings: reportFindings(asked, speak),
    checks: {
      asked: asked.length,
      found: count('found'),
      clear: count('clear'),
      irrelevant: count('irrelevant'),
      unasked: count('unasked'),
      broken: count('broken'),
    },
    ...otherAnswers(asked, speak),
    facts: record.facts.map(({ name, value, quote, where }) => ({ name, value, quote, where: place(where, speak) })),
    series: record.series.map(reportSeries),
    ...dataOf(record, asked),
    ...modelOf(record),
    notes: record.notes.map((note) => tell(note, speak)),
    ...reportTrials(record, speak),
  }
}

/** What there is to draw of the data, the columns that findings name first. */
function dataOf(record: RunRecord, asked: readonly Asked[]): Pick<ExaminedRun, 'data'> {
  const named = new Set<string>()
  for (const { answer } of asked)
    if (answer.state === 'found')
      for (const { values } of answer.findings) if (typeof values.column === 'string') named.add(values.column)
  const data = reportData(record, named)
  return data ? { data } : {}
}

function modelOf(record: RunRecord): Pick<ExaminedRun, 'model' | 'predictions'> {
  const [model, predictions] = [reportModel(record), reportPredictions(record)]
  return { ...(model ? { model } : {}), ...(predictions ? { predictions } : {}) }
}

type Kind = 'run' | 'data' | 'model'

function kindOf(record: RunRecord): Kind {
  return isAudit(record) ? 'data' : isInspection(record) ? 'model' : 'run'
}

/** Where a fact stands, in the reader's language; names of files and flags stay as they are. */
function place(where: string, speak: Speak): string {
  const line = /^line (\d+)$/.exec(where)?.[1]
  return line === undefined ? where : speak('view.where.lines', { count: 1, numbers: line })
}

/** Whether a finding says that something is wrong whatever the cause. */
function isSick({ answer }: Asked): boolean {
  return answer.state === 'found' && answer.findings.some((finding) => finding.ill === true)
}

/** A family is one answer, given by its head; its other members are counted only where the head is not named. */
function isOneAnswer(cause: CauseId, named: ExaminedRun['diagnosis']): boolean {
  const { family } = causeOf(cause)
  return family === undefined || family === cause || named.every((one) => one.cause !== family)
}

const ILL = { run: 'summary.ill', data: 'summary.data.ill', model: 'summary.model.ill' } as const
const HEALTHY = { run: 'summary.healthy', data: 'summary.data.healthy', model: 'summary.model.healthy' } as const

function summary(
  verdict: ExaminedRun['verdict'],
  diagnosis: ExaminedRun['diagnosis'],
  kind: Kind,
  speak: Speak,
): string {
  const title = (one: ExaminedRun['diagnosis'][number] | undefined) => (one ? speak(`cause.${one.cause}`) : '')
  const faults = diagnosis.filter((one) => one.kind === 'fault')
  const likely = faults.filter((one) => one.certainty !== 'possible' && isOneAnswer(one.cause, faults))
  if (verdict === 'ill' && likely.length === 0) return speak('summary.sick', { cause: title(faults[0]) })
  const proven = likely[0]?.certainty === 'verified' ? 'yes' : 'no'
  if (verdict === 'ill') return speak(ILL[kind], { cause: title(likely[0]), others: likely.length - 1, proven })
  const benign = diagnosis.find(
    (one) => one.kind === 'benign' && one.certainty !== 'possible' && one.cause !== 'healthy',
  )
  if (verdict === 'healthy') return benign ? speak('summary.benign', { cause: title(benign) }) : speak(HEALTHY[kind])
  const first = diagnosis[0]
  if (first?.cause === 'healthy') return speak('summary.perhaps')
  return first ? speak('summary.possible', { cause: title(first) }) : speak('summary.undecided')
}

function otherAnswers(
  asked: readonly Asked[],
  speak: Speak,
): Pick<ExaminedRun, 'clear' | 'irrelevant' | 'unasked' | 'broken'> {
  const out = { clear: [], irrelevant: [], unasked: [], broken: [] } as {
    clear: { check: string; claim: string }[]
    irrelevant: { check: string; reason: string }[]
    unasked: { check: string; missing: readonly string[]; how: string }[]
    broken: { check: string; error: string }[]
  }
  for (const { check, answer } of asked) {
    if (answer.state === 'clear') out.clear.push({ check, claim: speak(`clear.${check}` as never, answer.values) })
    if (answer.state === 'irrelevant')
      out.irrelevant.push({ check, reason: speak(`irrelevant.${answer.reason}` as never) })
    if (answer.state === 'unasked')
      out.unasked.push({ check, missing: answer.missing, how: speak(answer.how as never) })
    if (answer.state === 'broken') out.broken.push({ check, error: answer.error })
  }
  return out
}

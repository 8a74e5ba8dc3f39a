// What is new in an examination, against those before it of the same trainings: in one line what a passer-by would call out.

import { causeOf } from '../causes/index.ts'
import type { ExaminedRun } from '../diagnosis/examination.ts'
import { type Message, message } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { type Fatal, fatalOf } from './fatal.ts'

export interface Look {
  readonly record: RunRecord
  readonly run: ExaminedRun
}

export interface News {
  /** what is to be said, most urgent first */
  readonly lines: readonly { readonly line: Message; readonly fatal: boolean }[]
  /** something was seen that is said only if it is seen again */
  readonly again: boolean
  /** beyond doubt, in this run */
  readonly fatal: (Fatal & { readonly line: Message }) | undefined
}

type Entry = ExaminedRun['diagnosis'][number]

/**
 * Opens the memory of what was said. What is fatal is said at once, and once; a fault that is at least likely is said
 * when it stands first in two looks in a row, since the first values of a healthy run may look like anything.
 */
export function openNews(): (looks: readonly Look[]) => News {
  const said = new Set<string>()
  const before = new Map<string, string>()
  return (looks) => {
    const lines: { line: Message; fatal: boolean }[] = []
    let again = false
    let fatal: News['fatal']
    for (const { record, run } of looks) {
      const who = `${run.name}\n${run.sources[0]?.path ?? ''}`
      const named = looks.length > 1 ? run.name : undefined
      const first = leading(run)
      for (const one of fatalOf(record)) {
        const line = fatalLine(one, first, named)
        if (one.sure) fatal ??= { ...one, line }
        // a loss that leaves for good and one that is no number are one misfortune
        if (said.has(`${who} fatal`)) continue
        said.add(`${who} fatal`)
        if (first) said.add(`${who} ${first.cause}`)
        lines.unshift({ line, fatal: true })
      }
      if (first && !said.has(`${who} ${first.cause}`)) {
        if (before.get(who) === first.cause) {
          said.add(`${who} ${first.cause}`)
          lines.push({ line: faultLine(record, run, first, named), fatal: false })
        } else again = true
      }
      before.set(who, first?.cause ?? '')
    }
    return { lines, again, fatal }
  }
}

/** What can be said of a training only when it is over: it may still take its time, or turn. */
const LATE: ReadonlySet<string> = new Set([
  'too-few-epochs',
  'learning-rate-too-low',
  'batch-too-large',
  'overfitting',
  'too-little-data',
  'model-too-large',
  'too-little-regularization',
])

/** The fault that leads, where it is at least likely. */
function leading({ diagnosis }: ExaminedRun): Entry | undefined {
  const first = diagnosis.find(({ kind, cause }) => kind === 'fault' && !LATE.has(cause))
  if (!first || first.certainty === 'possible') return undefined
  // how a training moves is seen surely only by and by; what is wrong with data and model is there from the start
  return causeOf(first.cause).group === 'optimization' && first.certainty === 'likely' ? undefined : first
}

function fatalLine({ at, axis, what }: Fatal, first: Entry | undefined, run: string | undefined): Message {
  const told = spoken(first === undefined ? 'live.line.fatal' : 'live.line.fatal-because', run, axis, at, first)
  return { ...told, inner: { ...told.inner, what } }
}

function faultLine(record: RunRecord, run: ExaminedRun, first: Entry, named: string | undefined): Message {
  const claim = run.findings.find(({ id }) => id === first.for[0])?.claim ?? first.what
  const { axis, at } = here(record)
  const told = spoken('live.line.fault', named, axis, at, first)
  return { ...told, values: { ...told.values, claim } }
}

function spoken(
  id: 'live.line.fatal' | 'live.line.fatal-because' | 'live.line.fault',
  run: string | undefined,
  axis: string,
  at: number,
  first: Entry | undefined,
): Message {
  const values = { axis, at, run: run ?? '', named: run === undefined ? 'no' : 'yes', cause: first?.title ?? '' }
  return first
    ? { ...message(id, values), inner: { certainty: message(`view.certainty.${first.certainty}`) } }
    : message(id, values)
}

/** How far the training is. */
function here({ series }: RunRecord): { readonly axis: string; readonly at: number } {
  const loss = series.find(({ metric, split, layer }) => metric === 'loss' && split === 'train' && layer === undefined)
  const curve = loss ?? series[0]
  const at = curve?.[curve.axis].at(-1) ?? Number.NaN
  return { axis: curve?.axis ?? 'step', at: Number.isFinite(at) ? at : (curve?.value.length ?? 0) }
}

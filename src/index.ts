// The public door: the same diagnosis as the command's, in code.

import { type ExamineOptions, examine } from './diagnosis/examine.ts'
import { gather } from './gather/gather.ts'
import type { Language } from './locales/speak.ts'
import type { RunRecord } from './record/run.ts'

export type {
  Certainty,
  DiagnosisEntry,
  Examination,
  ExaminedRun,
  ReportedFinding,
  ReportedSeries,
  Verdict,
} from './diagnosis/examination.ts'
export type { Language, RunRecord }

declare const __WHYLOSS_VERSION__: string | undefined

export const version: string = typeof __WHYLOSS_VERSION__ === 'string' ? __WHYLOSS_VERSION__ : '0.0.0-source'

export interface DiagnoseOptions {
  /** the language of the sentences; English where absent */
  readonly language?: Language
}

/**
 * Diagnoses a text as a person would paste it: what is known of the training in prose, if anything, then its log.
 * A text without any metric gives an examination without runs; it never throws for what the text holds.
 */
export async function diagnose(text: string, options: DiagnoseOptions = {}) {
  const { records } = await gather(['-'], { stdin: once(text) })
  return examined(records, options)
}

/** Diagnoses what lies at the paths: logs, event files, histories, folders of runs. Unreadable ones are left out. */
export async function diagnosePaths(paths: readonly string[], options: DiagnoseOptions = {}) {
  const { records } = await gather(paths, {})
  return examined(records, options)
}

function examined(records: readonly RunRecord[], { language = 'en' }: DiagnoseOptions) {
  const settings: ExamineOptions = { language, version }
  return examine(records, settings)
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}

// What a run is called on the page.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import type { Sheet } from './sheet.ts'

/** The run's own name; what was piped in has none. */
export function nameOf(run: ExaminedRun, on: Sheet): string {
  return run.name === '-' || run.name === '' ? on.say('view.stdin') : on.line(run.name, 200)
}

// `whyloss audit`: examines the data and its splits before anything is trained on them.

import { examiner } from '../../diagnosis/examine.ts'
import { clean } from '../../view/clean.ts'
import { type DataOptions, examineData, namedData } from '../data-exam.ts'
import { exitCode } from '../exit.ts'
import { give, understood } from '../give.ts'
import type { ReportOptions } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { print } from '../write.ts'

export interface AuditOptions extends DataOptions, ReportOptions {
  readonly write?: string
}

/** Resolves to the exit code. Throws a Refusal where the call is wrong or the data cannot be read. */
export async function audit(paths: readonly string[], options: AuditOptions, around: Surroundings): Promise<number> {
  const { speak, format, failOn, facts, ...how } = understood(options, around.env)
  const named = namedData(options, paths)
  if (!named) throw new Refusal('cli.error.audit.nothing')
  return examineData(named, options, around, speak, async (done) => {
    const record = { ...done.record, facts: [...done.record.facts, ...facts] }
    const spoken = examiner([record], VERSION)
    await give(format, { records: [record], spoken, ...how }, around, speak)
    if (options.write !== undefined) {
      const { takeHome } = await import('../../data/take-home.ts')
      const files = await takeHome(done, options.write)
      await print(
        around.stderr,
        `${speak('cli.audit.wrote', { folder: clean(options.write, 200), files: files.length })}\n`,
      )
    }
    return exitCode(spoken(how.language), failOn)
  })
}

// `whyloss audit`: examines the data and its splits before anything is trained on them.

import { examiner } from '../../diagnosis/examine.ts'
import { speaker } from '../../locales/speak.ts'
import { clean } from '../../view/clean.ts'
import { type DataOptions, examineData, namedData } from '../data-exam.ts'
import { exitCode, failOnOf } from '../exit.ts'
import { parseFact } from '../fact.ts'
import { give } from '../give.ts'
import { languageOf } from '../language.ts'
import { formatOf, type ReportOptions } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { print } from '../write.ts'

export interface AuditOptions extends DataOptions, ReportOptions {
  readonly write?: string
}

/** Resolves to the exit code. Throws a Refusal where the call is wrong or the data cannot be read. */
export async function audit(paths: readonly string[], options: AuditOptions, around: Surroundings): Promise<number> {
  const language = languageOf(options.lang, around.env)
  const speak = speaker(language)
  const file = options.out === '-' ? undefined : options.out
  const format = formatOf(options.format, options.json === true, file)
  const failOn = failOnOf(options.failOn)
  const facts = (options.fact ?? []).map(parseFact)
  const named = namedData(options, paths)
  if (!named) throw new Refusal('cli.error.audit.nothing')
  return examineData(named, options, around, speak, async (done) => {
    const record = { ...done.record, facts: [...done.record.facts, ...facts] }
    const spoken = examiner([record], VERSION)
    const listUnchecked = options.listUnchecked === true
    await give(format, { records: [record], spoken, language, file, listUnchecked }, around, speak)
    if (options.write !== undefined) {
      const { takeHome } = await import('../../data/take-home.ts')
      const files = await takeHome(done, options.write)
      await print(
        around.stderr,
        `${speak('cli.audit.wrote', { folder: clean(options.write, 200), files: files.length })}\n`,
      )
    }
    return exitCode(spoken(language), failOn)
  })
}

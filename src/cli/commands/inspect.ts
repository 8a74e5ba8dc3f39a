// `whyloss inspect`: examines a model file and what it predicts, example by example.

import { examiner } from '../../diagnosis/examine.ts'
import type { RunRecord } from '../../record/run.ts'
import { type DataOptions, examineData, namedData } from '../data-exam.ts'
import { exitCode } from '../exit.ts'
import { give, understood } from '../give.ts'
import { examineModel, type ModelOptions, namesModel } from '../model-exam.ts'
import type { ReportOptions } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'

export interface InspectOptions extends DataOptions, ReportOptions, Omit<ModelOptions, 'model'> {
  /** data that are not divided */
  readonly data?: readonly string[]
}

/** Resolves to the exit code. Throws a Refusal where the call is wrong, or the model or its predictions cannot be read. */
export async function inspectCommand(
  model: string | undefined,
  options: InspectOptions,
  around: Surroundings,
): Promise<number> {
  const { speak, format, failOn, facts, ...how } = understood(options, around.env)
  const asked = { ...options, ...(model === undefined ? {} : { model }) }
  if (!namesModel(asked)) throw new Refusal('cli.error.inspect.nothing')
  const answer = async (inspected: RunRecord) => {
    const record = { ...inspected, facts: [...inspected.facts, ...facts] }
    const spoken = examiner([record], VERSION)
    await give(format, { records: [record], spoken, ...how }, around, speak)
    return exitCode(spoken(how.language), failOn)
  }
  const named = namedData(options, options.data ?? [])
  if (!named) return answer(await examineModel(asked, undefined, around, speak))
  // the data are examined for what they tell of the model: no models of our own, unless whyloss audit is asked
  return examineData(named, { ...options, quick: true }, around, speak, async (audit) =>
    answer(await examineModel(asked, audit, around, speak)),
  )
}

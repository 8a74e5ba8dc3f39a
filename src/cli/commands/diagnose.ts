// `whyloss diagnose`: reads what is already written, and says why the loss is as it is.

import { existsSync } from 'node:fs'
import type { Examination } from '../../diagnosis/examination.ts'
import { examiner } from '../../diagnosis/examine.ts'
import { type Gathered, gather } from '../../gather/gather.ts'
import type { Speak } from '../../locales/speak.ts'
import type { Fact } from '../../record/fact.ts'
import type { RunRecord } from '../../record/run.ts'
import { clean } from '../../view/clean.ts'
import { type DataOptions, examineData, namedData, withData } from '../data-exam.ts'
import { EXIT, exitCode } from '../exit.ts'
import { keep, understood } from '../give.ts'
import { examineModel, type ModelOptions, namesModel } from '../model-exam.ts'
import { output, type ReportOptions } from '../output.ts'
import { progress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { screen } from '../screen.ts'
import { onInterrupt } from '../stay.ts'
import { canvas, type Surroundings, watched } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { print, writeWhole } from '../write.ts'

/** As the command line gives them, not yet checked. */
export interface DiagnoseOptions extends DataOptions, ModelOptions, ReportOptions {
  readonly last?: string
  readonly follow?: boolean
}

/** as a path: standard input, as --out: standard output */
const STREAM = '-'

type Refused = Gathered['refused'][number]

/** The options understood, with whatever is needed to answer. */
interface Asked extends ReturnType<typeof understood> {
  /** so many runs, counted from the last */
  readonly last: number
}

/** Resolves to the exit code. Throws a Refusal where the call itself is wrong; nothing is written then. */
export async function diagnose(
  paths: readonly string[],
  options: DiagnoseOptions,
  around: Surroundings,
): Promise<number> {
  const asked: Asked = { ...understood(options, around.env), last: lastOf(options.last) }
  const given = paths.length > 0 ? paths : [STREAM]
  if (options.follow === true && given.includes(STREAM)) throw new Refusal('cli.error.follow.stdin')
  const known = options.follow === true ? await followed(given, asked, around) : await read(given, around, asked.speak)
  const { records, refused } = known
  for (const one of refused) await complain(around, asked.speak, saying(one, asked.speak))
  if (records.length === 0) return EXIT.failed
  const { text, examination } = await answer(await joinedWithData(records, options, asked, around), asked, around)
  if (asked.file === undefined) await print(around.stdout, text)
  else await keep(asked.file, text, around, asked.speak)
  // a file that was named and not read is a failure; one met on the way through a folder is not
  return refused.some((one) => paths.includes(one.path)) ? EXIT.failed : exitCode(examination, asked.failOn)
}

/** The runs with what the flags name of data, model and predictions, where they name something. */
async function joinedWithData(
  records: readonly RunRecord[],
  options: DiagnoseOptions,
  { speak }: Asked,
  around: Surroundings,
): Promise<readonly RunRecord[]> {
  const named = namedData(options)
  const inspects = namesModel(options)
  if (!named && !inspects) return records
  if (!named) {
    const record = await examineModel(options, undefined, around, speak)
    return records.map((one) => withData(one, { record }))
  }
  return examineData(named, options, around, speak, async (audit) => {
    const record = inspects ? await examineModel(options, audit, around, speak) : audit.record
    return records.map((one) => withData(one, { record }))
  })
}

function lastOf(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Refusal('cli.error.last', { given })
  return Number(given)
}

async function answer(
  found: readonly RunRecord[],
  { language, file, format, facts, listUnchecked, last }: Asked,
  around: Surroundings,
): Promise<{ readonly text: string; readonly examination: Examination }> {
  const records = found.slice(Math.max(0, found.length - last)).map((record) => told(record, facts))
  const spoken = examiner(records, VERSION)
  const look = { language, canvas: canvas(around, file), listUnchecked, now: new Date() }
  return { text: await output(format, { records, spoken, ...look }), examination: spoken(language) }
}

/** Shows what is known while it grows, until Ctrl-C or the end of every recording. */
async function followed(paths: readonly string[], asked: Asked, around: Surroundings): Promise<Gathered> {
  for (const path of paths) if (!existsSync(path)) return gather(paths)
  const { watch } = await import('../../live/watch.ts')
  const place = screen(around.stdout)
  let before = ''
  const show = async ({ records }: Gathered): Promise<boolean> => {
    if (records.length === 0) return false
    const { text } = await answer(records, asked, around)
    if (text !== before && asked.file !== undefined) await writeWhole(asked.file, text)
    else if (text !== before && asked.format === 'text') place.show(text)
    before = text
    return false
  }
  const watching = watch(paths, show, { untilOver: true })
  const back = onInterrupt(watching.stop)
  try {
    return await watching.end
  } finally {
    back()
    place.clear()
  }
}

async function read(paths: readonly string[], around: Surroundings, speak: Speak): Promise<Gathered> {
  const pasted = paths.includes(STREAM) && around.stdin.isTTY === true && watched(around)
  if (pasted) await print(around.stderr, `${speak('cli.paste')}\n`)
  const line = progress(around)
  try {
    return await gather(paths, {
      stdin: around.stdin,
      progress: ({ path }) => line.say(speak('cli.reading', { path: clean(path, 200) })),
    })
  } finally {
    line.end()
    // the paste stands right above: an empty line between it and the answer
    if (pasted) await print(around.stderr, '\n')
  }
}

/** The record with what the user says of it; the user's word wins over every reading. */
function told(record: RunRecord, facts: readonly Fact[]): RunRecord {
  return facts.length === 0 ? record : { ...record, facts: [...record.facts, ...facts] }
}

function saying({ id, values }: Refused, speak: Speak): string {
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? clean(value, 200) : value,
  ])
  const named = values.path === STREAM ? { path: speak('cli.stdin') } : {}
  return speak(id as never, { ...Object.fromEntries(plain), ...named })
}

async function complain(around: Surroundings, speak: Speak, message: string): Promise<void> {
  await print(around.stderr, `${speak('cli.error.line', { message: clean(message) })}\n`)
}

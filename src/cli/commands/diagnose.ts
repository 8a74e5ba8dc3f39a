// `whyloss diagnose`: reads what is already written, and says why the loss is as it is.

import { examiner } from '../../diagnosis/examine.ts'
import { type Gathered, gather } from '../../gather/gather.ts'
import { type Speak, speaker } from '../../locales/speak.ts'
import type { Fact } from '../../record/fact.ts'
import type { RunRecord } from '../../record/run.ts'
import { clean } from '../../view/clean.ts'
import { shortSize } from '../../view/size.ts'
import { EXIT, exitCode, FAIL_ON, type FailOn } from '../exit.ts'
import { parseFact } from '../fact.ts'
import { languageOf } from '../language.ts'
import { formatOf, output } from '../output.ts'
import { progress } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { canvas, type Surroundings, watched } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { print, writeWhole } from '../write.ts'

/** As the command line gives them, not yet checked. */
export interface DiagnoseOptions {
  readonly format?: string
  readonly json?: boolean
  readonly out?: string
  readonly lang?: string
  readonly fact?: readonly string[]
  readonly failOn?: string
  readonly listUnchecked?: boolean
}

/** as a path: standard input, as --out: standard output */
const STREAM = '-'

type Refused = Gathered['refused'][number]

/** Resolves to the exit code. Throws a Refusal where the call itself is wrong; nothing is written then. */
export async function diagnose(
  paths: readonly string[],
  options: DiagnoseOptions,
  around: Surroundings,
): Promise<number> {
  const language = languageOf(options.lang, around.env)
  const speak = speaker(language)
  const file = options.out === STREAM ? undefined : options.out
  const format = formatOf(options.format, options.json === true, file)
  const failOn = failOnOf(options)
  const facts = (options.fact ?? []).map(parseFact)
  const { records: found, refused } = await read(paths.length > 0 ? paths : [STREAM], around, speak)
  for (const one of refused) await complain(around, speak, saying(one, speak))
  if (found.length === 0) return EXIT.failed
  const records = found.map((record) => told(record, facts))
  const spoken = examiner(records, VERSION)
  const text = await output(format, {
    records,
    spoken,
    language,
    canvas: canvas(around, file),
    listUnchecked: options.listUnchecked === true,
    now: new Date(),
  })
  if (file === undefined) await print(around.stdout, text)
  else {
    await writeWhole(file, text)
    const wrote = speak('cli.wrote', { path: clean(file, 200), size: shortSize(Buffer.byteLength(text)) })
    await print(around.stderr, `${wrote}\n`)
  }
  // a file that was named and not read is a failure; one met on the way through a folder is not
  return refused.some((one) => paths.includes(one.path)) ? EXIT.failed : exitCode(spoken(language), failOn)
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

function failOnOf(options: DiagnoseOptions): FailOn {
  const name = options.failOn ?? 'never'
  const known = FAIL_ON.find((one) => one === name)
  if (!known) throw new Refusal('cli.error.failOn.unknown', { name })
  return known
}

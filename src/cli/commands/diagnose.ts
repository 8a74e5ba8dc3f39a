// `whyloss diagnose`: reads what is already written, and says why the loss is as it is.

import { examine } from '../../diagnosis/examine.ts'
import { type Gathered, gather } from '../../gather/gather.ts'
import { LANGUAGES, type Language, type Speak, speaker } from '../../locales/speak.ts'
import type { Fact } from '../../record/fact.ts'
import type { RunRecord } from '../../record/run.ts'
import { clean } from '../../view/clean.ts'
import { json } from '../../view/json.ts'
import { terminal } from '../../view/terminal.ts'
import { EXIT, exitCode, FAIL_ON, type FailOn } from '../exit.ts'
import { parseFact } from '../fact.ts'
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

const FORMATS = ['text', 'json'] as const
const LATER = ['html', 'md']
const LANGUAGES_LATER = ['zh', 'ru']
/** as a path: standard input, as --out: standard output */
const STREAM = '-'

type Refused = Gathered['refused'][number]

/** Resolves to the exit code. Throws a Refusal where the call itself is wrong; nothing is written then. */
export async function diagnose(
  paths: readonly string[],
  options: DiagnoseOptions,
  around: Surroundings,
): Promise<number> {
  const speak = speaker('en')
  const format = formatOf(options)
  const failOn = failOnOf(options)
  const facts = (options.fact ?? []).map(parseFact)
  const language = await languageOf(options, around, speak)
  const { records, refused } = await read(paths.length > 0 ? paths : [STREAM], around, speak)
  for (const one of refused) await complain(around, speak, saying(one, speak))
  if (records.length === 0) return EXIT.failed
  const file = options.out === STREAM ? undefined : options.out
  const examination = examine(
    records.map((record) => told(record, facts)),
    { language, version: VERSION },
  )
  const text =
    format === 'json'
      ? json(examination)
      : terminal(examination, {
          ...canvas(around, file),
          language,
          listUnchecked: options.listUnchecked === true,
        })
  if (file === undefined) await print(around.stdout, text)
  else await writeWhole(file, text)
  // a file that was named and not read is a failure; one met on the way through a folder is not
  return refused.some((one) => paths.includes(one.path)) ? EXIT.failed : exitCode(examination, failOn)
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

function formatOf(options: DiagnoseOptions): (typeof FORMATS)[number] {
  const name = options.json ? 'json' : (options.format ?? 'text')
  const known = FORMATS.find((one) => one === name)
  if (known) return known
  throw new Refusal(LATER.includes(name) ? 'cli.error.format.later' : 'cli.error.format.unknown', { name })
}

function failOnOf(options: DiagnoseOptions): FailOn {
  const name = options.failOn ?? 'never'
  const known = FAIL_ON.find((one) => one === name)
  if (!known) throw new Refusal('cli.error.failOn.unknown', { name })
  return known
}

/** Languages that are promised but not there yet are answered in English, with a line that says so. */
async function languageOf(options: DiagnoseOptions, around: Surroundings, speak: Speak): Promise<Language> {
  const name = options.lang ?? 'en'
  const known = LANGUAGES.find((one) => one === name)
  if (known) return known
  if (!LANGUAGES_LATER.includes(name)) throw new Refusal('cli.error.language.unknown', { name })
  await print(around.stderr, `${speak('cli.language.later', { language: name })}\n`)
  return 'en'
}

// Reports as commands give them: their flags understood, and the text on standard output or in a file that is written whole.

import { type Speak, speaker } from '../locales/speak.ts'
import { clean } from '../view/clean.ts'
import { shortSize } from '../view/size.ts'
import { failOnOf } from './exit.ts'
import { parseFact } from './fact.ts'
import { languageOf } from './language.ts'
import { formatOf, type Given, type OutputFormat, output, type ReportOptions } from './output.ts'
import { canvas, type Surroundings } from './surroundings.ts'
import { print, writeWhole } from './write.ts'

/** The flags of every report, understood. Throws a Refusal where one of them is wrong. */
export function understood(options: ReportOptions, env: Surroundings['env']) {
  const language = languageOf(options.lang, env)
  const file = options.out === '-' ? undefined : options.out
  return {
    language,
    speak: speaker(language),
    file,
    format: formatOf(options.format, options.json === true, file),
    failOn: failOnOf(options.failOn),
    facts: (options.fact ?? []).map(parseFact),
    listUnchecked: options.listUnchecked === true,
  }
}

type Report = Omit<Given, 'canvas' | 'now'> & { readonly file: string | undefined }

export async function give(
  format: OutputFormat,
  { file, ...report }: Report,
  around: Surroundings,
  speak: Speak,
): Promise<void> {
  const text = await output(format, { ...report, canvas: canvas(around, file), now: new Date() })
  if (file === undefined) await print(around.stdout, text)
  else await keep(file, text, around, speak)
}

/** Writes the file whole and says so. */
export async function keep(file: string, text: string, around: Surroundings, speak: Speak): Promise<void> {
  await writeWhole(file, text)
  const size = shortSize(Buffer.byteLength(text))
  await print(around.stderr, `${speak('cli.wrote', { path: clean(file, 200), size })}\n`)
}

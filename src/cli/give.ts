// Gives a report out: to standard output, or into a file that is written whole, with a word of where it lies.

import type { Speak } from '../locales/speak.ts'
import { clean } from '../view/clean.ts'
import { shortSize } from '../view/size.ts'
import { type Given, type OutputFormat, output } from './output.ts'
import { canvas, type Surroundings } from './surroundings.ts'
import { print, writeWhole } from './write.ts'

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

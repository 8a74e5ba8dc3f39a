// `whyloss explain`: what a cause is, how it is seen and told apart, and what to do; or what a check asks.

import { explain, explained } from '../../view/explanation/explanation.ts'
import { explanationMarkdown } from '../../view/explanation/markdown.ts'
import { explanationList, explanationText } from '../../view/explanation/terminal.ts'
import { EXIT } from '../exit.ts'
import { languageOf } from '../language.ts'
import { nearest } from '../nearest.ts'
import { Refusal } from '../refusal.ts'
import { canvas, type Surroundings } from '../surroundings.ts'
import { print } from '../write.ts'

export interface ExplainOptions {
  readonly lang?: string
  readonly format?: string
}

/** Resolves to the exit code. Without a name it lists all that can be explained. Throws a Refusal for a name unknown. */
export async function explainCommand(
  name: string | undefined,
  options: ExplainOptions,
  around: Surroundings,
): Promise<number> {
  const language = languageOf(options.lang, around.env)
  const format = options.format ?? 'text'
  if (format !== 'text' && format !== 'md') throw new Refusal('cli.error.explain.format', { name: format })
  const paper = { ...canvas(around), language }
  if (name === undefined) {
    await print(around.stdout, explanationList(paper))
    return EXIT.answered
  }
  // a finding is named by its check's words: `reading/gap-opens`
  const id = name.replace(/^reading\//, '')
  const explanation = explain(id, language)
  if (!explanation) throw new Refusal('cli.error.explain.unknown', { name, nearest: nearest(id, explained()) })
  const text =
    format === 'md'
      ? explanationMarkdown(explanation, { id: (to) => `#${to}`, file: () => undefined })
      : explanationText(explanation, paper)
  await print(around.stdout, text)
  return EXIT.answered
}

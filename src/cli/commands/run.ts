// `whyloss run`: starts a command, watches its training live, and ends with the diagnosis and the command's exit code.

import { makeFolder, type RecordFolder, tellOuter } from '../../live/folder.ts'
import { run } from '../../live/run.ts'
import { isAddress } from '../../live/webhook.ts'
import { type Language, type Speak, speaker, tell } from '../../locales/speak.ts'
import type { Fact } from '../../record/fact.ts'
import { clean } from '../../view/clean.ts'
import { caller } from '../caller.ts'
import { EXIT, type FailOn, failOnOf } from '../exit.ts'
import { parseFact } from '../fact.ts'
import { languageOf } from '../language.ts'
import { formatOf, type OutputFormat } from '../output.ts'
import { Refusal } from '../refusal.ts'
import { runReport } from '../run-report.ts'
import { stay } from '../stay.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'

/** As the command line gives them, not yet checked. */
export interface RunOptions {
  readonly out?: string
  readonly format?: string
  readonly json?: boolean
  readonly lang?: string
  readonly fact?: readonly string[]
  readonly failOn?: string
  readonly stopOn?: string
  readonly webhook?: string
}

/** The options understood. */
export interface Asked {
  readonly language: Language
  readonly speak: Speak
  readonly format: OutputFormat
  readonly facts: readonly Fact[]
  readonly failOn: FailOn
  readonly stopOnFatal: boolean
  readonly webhook: string | undefined
}

/** Resolves to the exit code: the command's own but where it is 0. Throws a Refusal where the call itself is wrong. */
export async function runCommand(words: readonly string[], options: RunOptions, around: Surroundings): Promise<number> {
  const asked = understood(options, around)
  if (words.length === 0) throw new Refusal('cli.error.run.nothing')
  const folder = folderFor(options.out)
  tellOuter(around.env.WHYLOSS_OUT)
  const line = (message: string) => asked.speak('cli.error.line', { message })
  const calls = caller(around.stderr)
  const leave = stay()
  try {
    const outcome = await run({
      words,
      folder: folder.path,
      env: around.env,
      stdin: around.stdin,
      stdout: around.stdout,
      language: asked.language,
      version: VERSION,
      stopOnFatal: asked.stopOnFatal,
      say: (message, fatal) => calls.say(line(clean(tell(message, asked.speak), 400)), fatal),
    })
    calls.end()
    const fault = await runReport(outcome, folder, asked, around)
    if (outcome.stopped) return EXIT.stopped
    return outcome.code === 0 && fault ? EXIT.found : outcome.code
  } finally {
    calls.end()
    leave()
  }
}

function understood(options: RunOptions, around: Surroundings): Asked {
  const language = languageOf(options.lang, around.env)
  const { stopOn, webhook } = options
  if (stopOn !== undefined && stopOn !== 'fatal') throw new Refusal('cli.error.stopOn.unknown', { name: stopOn })
  if (webhook !== undefined && !isAddress(webhook)) throw new Refusal('cli.error.webhook', { address: webhook })
  return {
    language,
    speak: speaker(language),
    format: formatOf(options.format, options.json === true, undefined),
    facts: (options.fact ?? []).map(parseFact),
    failOn: failOnOf(options.failOn),
    stopOnFatal: stopOn === 'fatal',
    webhook,
  }
}

function folderFor(asked: string | undefined): RecordFolder {
  try {
    return makeFolder(asked, new Date())
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Refusal('cli.error.out', { path: asked ?? '.', reason })
  }
}

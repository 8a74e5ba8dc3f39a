// The door of the command: what holds for every call, whatever goes wrong. Data go to stdout, all else to stderr.

import { clean } from '../view/clean.ts'
import { EXIT } from './exit.ts'
import { languageOfWords } from './language.ts'
import { call } from './program.ts'
import { Refusal } from './refusal.ts'
import { stays } from './stay.ts'

const INTERRUPTED = 130

/** One line for the user; the stack only for whoever asks for it. */
async function complain(error: unknown): Promise<void> {
  const { speaker } = await import('../locales/speak.ts')
  const speak = speaker(languageOfWords(process.argv.slice(2), process.env))
  const plain = (value: unknown) => (typeof value === 'string' ? clean(value, 200) : value)
  const message =
    error instanceof Refusal
      ? speak(error.id, Object.fromEntries(Object.entries(error.values).map(([name, value]) => [name, plain(value)])))
      : clean(error instanceof Error ? error.message : String(error))
  process.stderr.write(`${speak('cli.error.line', { message })}\n`)
  if (process.env.WHYLOSS_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}

async function fail(error: unknown): Promise<void> {
  try {
    await complain(error)
  } catch {
    // our own files are gone, by an upgrade perhaps: another rejection from here would come back for ever
    process.stderr.write(`whyloss: ${clean(error instanceof Error ? error.message : String(error))}\n`)
  }
  if (!stays()) process.exit(EXIT.failed)
}

// whoever reads us may stop reading (`| head`): that is no error
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') void fail(error)
    else if (!stays()) process.exit(process.exitCode ?? EXIT.answered)
  })
process.on('SIGINT', () => {
  if (stays()) return
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
  process.exit(INTERRUPTED)
})
process.on('uncaughtException', (error) => void fail(error))
process.on('unhandledRejection', (error) => void fail(error))

try {
  process.exitCode = await call(process.argv.slice(2), process)
} catch (error) {
  await complain(error)
  process.exitCode = EXIT.failed
}

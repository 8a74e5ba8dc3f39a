// What `whyloss run` says and writes when the command has ended: on the error output, since the other is the command's.

import { join, relative } from 'node:path'
import { examiner } from '../diagnosis/examine.ts'
import { finishedStreams, hasStream, innerTraces, type RecordFolder, removeFolder } from '../live/folder.ts'
import { OUTPUT, type Outcome } from '../live/run.ts'
import { post } from '../live/webhook.ts'
import { type MessageId, tell } from '../locales/speak.ts'
import { clean } from '../view/clean.ts'
import { json } from '../view/json.ts'
import { shortSize } from '../view/size.ts'
import type { Asked } from './commands/run.ts'
import { EXIT, exitCode } from './exit.ts'
import { type Given, type OutputFormat, output } from './output.ts'
import { Refusal } from './refusal.ts'
import { canvas, type Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'
import { print, writeWhole } from './write.ts'

/** Always written; Markdown only where it is asked for. */
const FILES: readonly (readonly [OutputFormat, string])[] = [
  ['json', 'examination.json'],
  ['html', 'report.html'],
]
const MARKDOWN = ['md', 'report.md'] as const

type Say = (id: MessageId, values?: Readonly<Record<string, unknown>>) => Promise<void>

/** Resolves to whether there is a fault that --fail-on asked for. */
export async function runReport(
  outcome: Outcome,
  folder: RecordFolder,
  asked: Asked,
  around: Surroundings,
): Promise<boolean> {
  const { speak } = asked
  const say: Say = (id, values) => print(around.stderr, `${speak('cli.error.line', { message: speak(id, values) })}\n`)
  await sayHowItEnded(outcome, asked, say)
  const records = outcome.known.records.map((record) => ({ ...record, facts: [...record.facts, ...asked.facts] }))
  const spoken = examiner(records, VERSION)
  if (asked.webhook !== undefined && !outcome.unfit) {
    const failure = await post(asked.webhook, json(spoken(asked.language)))
    if (failure !== undefined) await say('cli.run.webhook.failed', { reason: clean(failure, 100) })
  }
  if (records.length === 0) {
    if (outcome.failed === undefined) await sayWhyNothing(outcome, folder.path, say)
    if (folder.ours) removeFolder(folder.path, [OUTPUT, ...innerTraces(folder.path), ...finishedStreams(folder.path)])
    return false
  }
  const look = { language: asked.language, canvas: canvas({ ...around, stdout: around.stderr }), listUnchecked: false }
  const given = { records, spoken, ...look, now: new Date() }
  if (asked.format === 'text') await print(around.stderr, `\n${await output('text', given)}\n`)
  await writeFiles(folder.path, asked.format, given, say)
  const { shut } = outcome.launcher
  if (shut !== undefined && !hasStream(folder.path)) await say('live.shut', { flag: shut })
  await say(folder.elsewhere ? 'cli.run.elsewhere' : 'cli.run.wrote', { folder: clean(shortest(folder.path), 300) })
  return exitCode(spoken(asked.language), asked.failOn) === EXIT.found
}

async function sayHowItEnded({ stopped, cut, failed }: Outcome, { speak }: Asked, say: Say): Promise<void> {
  if (failed !== undefined) await say('cli.run.failed', { reason: clean(failed, 200) })
  if (stopped) await say('cli.run.stopped', { line: clean(tell(stopped.line, speak), 400) })
  if (cut > 0) await say('cli.run.cut', { size: shortSize(cut) })
}

async function writeFiles(folder: string, format: OutputFormat, given: Given, say: Say): Promise<void> {
  for (const [form, name] of format === 'md' ? [...FILES, MARKDOWN] : FILES) {
    try {
      await writeWhole(join(folder, name), await output(form, given))
    } catch (error) {
      // the command's exit code matters more than a page
      if (!(error instanceof Refusal)) throw error
      await say(error.id, error.values)
    }
  }
}

/** One line: why there is nothing to judge, and what to do. */
async function sayWhyNothing({ unfit, code, name, launcher, way, printed }: Outcome, folder: string, say: Say) {
  if (unfit)
    return say(code === 127 ? 'cli.error.run.not-found' : 'cli.error.run.not-executable', { name: clean(name, 200) })
  if (innerTraces(folder).length > 0) return say('live.none.inner')
  if (hasStream(folder)) return say('live.none.untrained')
  if (launcher.shut !== undefined) return say('live.shut', { flag: launcher.shut })
  if (launcher.kind === 'python') return say('live.none.python')
  if (launcher.kind === 'shell') return say('live.none.shell')
  if (way === 'inherit') return say('live.none.unread')
  return say(printed ? 'live.none.text' : 'live.none.silent')
}

/** The path from here where that is the shorter one. */
function shortest(path: string): string {
  const from = relative('.', path)
  return from !== '' && !from.startsWith('..') && from.length < path.length ? from : path
}

// Runs a command, follows its record, calls out what is new, and ends with all that is known and the command's own exit code.

import { execFile } from 'node:child_process'
import { fstatSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { examine } from '../diagnosis/examine.ts'
import { titleOf } from '../formats/recorder/start.ts'
import type { Gathered } from '../gather/gather.ts'
import type { Language, Message } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { type Child, startChild, type Way } from './child.ts'
import { recorderFolder, recording } from './environment.ts'
import { comingFiles, innerTraces } from './folder.ts'
import { type Launcher, launcherOf, resolved, unfit } from './launcher.ts'
import { type News, openNews } from './news.ts'
import { KEPT, passThrough } from './pass-through.ts'
import { passSignals } from './signals.ts'
import { stopTree } from './stop.ts'
import { watch } from './watch.ts'

/** what was printed by a command that is not Python's, beside the record */
export const OUTPUT = 'output.log'

type Env = Readonly<Record<string, string | undefined>>
type Screen = Writable & { readonly isTTY?: boolean }

export interface RunOptions {
  readonly words: readonly string[]
  readonly folder: string
  readonly env: Env
  readonly stdin: { readonly isTTY?: boolean }
  readonly stdout: Screen
  readonly language: Language
  readonly version: string
  readonly stopOnFatal: boolean
  /** calls out a line, at once where it is fatal; never waited for */
  say(line: Message, fatal: boolean): void
}

export interface Outcome {
  /** the command's own */
  readonly code: number
  /** it was not started: nothing is found under the name, or it may not be run */
  readonly unfit: boolean
  readonly launcher: Launcher
  readonly way: Way
  readonly known: Gathered
  /** why it was ended by us */
  readonly stopped: NonNullable<News['fatal']> | undefined
  /** what was called, as it was called */
  readonly name: string
  /** whether any output was read */
  readonly printed: boolean
  /** bytes of its output that were not kept */
  readonly cut: number
  /** what went wrong with the watching */
  readonly failed: string | undefined
}

/** Throws nothing: what the command does is its own affair, and what we do wrong is told in the outcome. */
export async function run(options: RunOptions): Promise<Outcome> {
  const { words, folder, env } = options
  const launcher = launcherOf(words, env)
  const known = { records: [], refused: [] }
  const nothing = { known, stopped: undefined, failed: undefined, printed: false, cut: 0, launcher, name: words[0]! }
  const code = await unfit(words[0]!, env)
  if (code !== undefined) return { ...nothing, code, unfit: true, way: 'inherit' }
  const way = await wayFor(launcher, options)
  const recorder = recorderFolder()
  const only = comingFiles(folder, OUTPUT)
  const child = startChild({
    words,
    way,
    folder,
    env: recorder === undefined ? env : recording(env, folder, recorder),
    output: join(folder, OUTPUT),
    joined: areOne(1, 2),
  })
  const passing = passSignals(child.kill)
  const passage = child.stdout && passThrough(child.stdout, options.stdout, join(folder, OUTPUT))
  try {
    const seen = await watched(child, options, only, launcher.kind)
    const printed = sizeOf(join(folder, OUTPUT))
    if (way === 'terminal' && printed > KEPT) truncateSync(join(folder, OUTPUT), KEPT)
    const cut = Math.max(0, passage ? passage.passed() - passage.kept() : printed - KEPT)
    return {
      ...nothing,
      ...seen,
      known: named(seen.known ?? known, join(folder, OUTPUT), titleOf(words)),
      code: await child.end,
      unfit: child.pid() === undefined,
      way,
      cut,
      printed: passage ? passage.passed() > 0 : printed > 0,
    }
  } finally {
    passing()
  }
}

/** Follows the record until the command has ended. A fault of ours ends the watching, never the command. */
async function watched(
  child: Child,
  options: RunOptions,
  only: (file: string) => boolean,
  kind: Launcher['kind'],
): Promise<Partial<Outcome>> {
  const { language, version, folder, stopOnFatal, say } = options
  const look = openNews()
  let stopped: Outcome['stopped']
  const judge = async (known: Gathered): Promise<boolean> => {
    const { records } = withoutInner(known, folder, kind)
    const { runs } = examine(records, { language, version })
    const { lines, again, fatal } = look(runs.map((run, at) => ({ run, record: records[at]! })))
    for (const { line, fatal } of lines) say(line, fatal)
    if (fatal && stopOnFatal && !stopped) {
      stopped = fatal
      const pid = child.pid()
      if (pid !== undefined) void stopTree(pid)
    }
    return again
  }
  const watching = watch([folder], judge, { only })
  const done = watching.end.then(
    (known) => ({ known: withoutInner(known, folder, kind), stopped }),
    (error: unknown) => ({ stopped, failed: error instanceof Error ? error.message : String(error) }),
  )
  await child.end
  watching.stop()
  return done
}

/**
 * Python writes down itself what it prints, be it started by a shell; others are listened to where that can be, also
 * JavaScript, which writes it down only where TensorFlow.js trains.
 */
async function wayFor({ kind, shut }: Launcher, { stdin, stdout, env }: RunOptions): Promise<Way> {
  if ((kind === 'python' || kind === 'shell') && shut === undefined) return 'inherit'
  if (stdout.isTTY !== true) return 'pipe'
  return stdin.isTTY === true && (await hasScript(env)) ? 'terminal' : 'inherit'
}

/** Whether there is the `script` of util-linux; those of BSD and macOS take other options. */
async function hasScript(env: Env): Promise<boolean> {
  const path = resolved('script', env)
  if (path === undefined) return false
  const asked = promisify(execFile)(path, ['--version'], { timeout: 1000 })
  return asked.then(
    ({ stdout }) => stdout.includes('util-linux'),
    () => false,
  )
}

/** Whether two descriptors are the same file, as after `> log 2>&1`. */
function areOne(a: number, b: number): boolean {
  try {
    const [one, other] = [fstatSync(a), fstatSync(b)]
    return one.dev === other.dev && one.ino === other.ino
  } catch {
    return false
  }
}

/**
 * What a whyloss run inside the command passes on of its own command's output it judges itself; and where JavaScript
 * was recorded, what it printed is in its record.
 */
function withoutInner(known: Gathered, folder: string, kind: Launcher['kind']): Gathered {
  const output = join(folder, OUTPUT)
  const isOutput = ({ sources }: RunRecord) => sources.some(({ path }) => path === output)
  const recorded = kind === 'javascript' && known.records.some((record) => !isOutput(record))
  if (!known.records.some(isOutput) || (!recorded && innerTraces(folder).length === 0)) return known
  return { ...known, records: known.records.filter((record) => !isOutput(record)) }
}

/** What was printed bears the command's name, not that of the file in which it is kept. */
function named({ records, refused }: Gathered, path: string, title: string): Gathered {
  const call = (name: string) => (name.startsWith(path) ? title + name.slice(path.length) : name)
  return { records: records.map((record) => ({ ...record, name: call(record.name) })), refused }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

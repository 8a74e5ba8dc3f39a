// The command itself: started so that it notices nothing, and ended as it ends.

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isUnderNohup } from './signals.ts'

/**
 * inherit: everything is the command's own. pipe: its standard output comes through us. terminal: util-linux's `script`
 * gives it a terminal and writes down what appears there.
 */
export type Way = 'inherit' | 'pipe' | 'terminal'

export interface Start {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly way: Way
  /** where `script` writes to, and may leave a file while it runs */
  readonly folder: string
  readonly output: string
  /** standard output and error are one file: their order must stay */
  readonly joined: boolean
}

export interface Child {
  /** that of the command itself, where another process stands between */
  readonly pid: () => number | undefined
  readonly stdout: Readable | null
  /** its exit code as a shell tells it: 128 and the signal's number, 126 and 127 where it could not be started */
  readonly end: Promise<number>
  kill(signal: NodeJS.Signals): void
}

export function startChild(start: Start): Child {
  const { words, stdio, done, pid } = called(start)
  const child = spawn(words[0]!, words.slice(1), { stdio, env: start.env as NodeJS.ProcessEnv })
  const kill = (signal: NodeJS.Signals) => {
    const inner = pid()
    if (inner === undefined) child.kill(signal)
    else killed(inner, signal)
  }
  return { pid: () => pid() ?? child.pid, stdout: child.stdout, end: ended(child).finally(done), kill }
}

function killed(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended by itself
  }
}

interface Called {
  readonly words: readonly string[]
  readonly stdio: StdioOptions
  readonly done: () => void
  /** the command's own number, where another process stands between; `script` does not pass every signal on */
  readonly pid: () => number | undefined
}

function called({ words, way, folder, output, joined }: Start): Called {
  if (way === 'terminal') return inTerminal(words, folder, output)
  const before = [isUnderNohup() ? 'trap "" HUP; ' : '', way === 'pipe' && joined ? ' 2>&1' : '']
  const bare = before.every((part) => part === '')
  const call = bare ? words : ['/bin/sh', '-c', `${before[0]}exec "$@"${before[1]}`, 'sh', ...words]
  return {
    words: call,
    stdio: ['inherit', way === 'pipe' ? 'pipe' : 'inherit', 'inherit'],
    done() {},
    pid: () => undefined,
  }
}

/** Whatever shell is the user's, which `script` calls: it need not understand more than a path. */
function inTerminal(words: readonly string[], folder: string, output: string): Called {
  const [call, number] = [join(folder, '.command.sh'), join(folder, '.command.pid')]
  writeFileSync(call, `echo $$ > ${quoted(number)}\nexec ${words.map(quoted).join(' ')}\n`)
  return {
    // a shell that stayed would die of a Ctrl-C that the command outlives
    words: ['script', '-qefc', `exec /bin/sh ${quoted(call)}`, output],
    stdio: 'inherit',
    done() {
      for (const path of [call, number]) rmSync(path, { force: true })
    },
    pid: () => (existsSync(number) ? Number.parseInt(readFileSync(number, 'latin1'), 10) || undefined : undefined),
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve(error.code === 'ENOENT' ? 127 : 126)
    })
    // what it wrote last is read before it is over
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

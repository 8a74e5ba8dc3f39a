// `whyloss run` called on real commands: in a session of its own without a terminal, or in one that `script` makes.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './sources.ts'

export const MAIN = join(ROOT, 'dist/cli/main.js')

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Called {
  readonly child: ChildProcess
  readonly end: Promise<Outcome>
  /** resolves when the text was printed on that stream; its time on the clock of performance.now() */
  until(stream: 'stdout' | 'stderr', text: RegExp): Promise<number>
  /** the number of the command itself, once it has printed `pid N` */
  pid(): Promise<number>
}

export interface Workshop {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** writes a file and returns its path */
  file(name: string, text: string): string
  /** calls whyloss with these words */
  call(words: readonly string[], more?: { env?: Record<string, string>; stdin?: 'pipe' | 'ignore' }): Called
  /** any program, the same way */
  start(words: readonly string[], more?: { env?: Record<string, string>; stdin?: 'pipe' | 'ignore' }): Called
  /** the folders of records that were made, oldest first */
  records(): string[]
}

export function workshop(name: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), `whyloss-${name}-`))
  const env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', HOME: folder }
  const start: Workshop['start'] = (words, more = {}) => {
    const stdio = [more.stdin ?? 'ignore', 'pipe', 'pipe'] as const
    // a session of its own has no terminal, whoever runs the tests
    const child = spawn(words[0]!, words.slice(1), {
      cwd: folder,
      env: { ...env, ...more.env },
      stdio: [...stdio],
      detached: true,
    })
    return called(child)
  }
  return {
    folder,
    env,
    file(path, text) {
      writeFileSync(join(folder, path), text)
      return join(folder, path)
    },
    start,
    call: (words, more) => start([process.execPath, MAIN, ...words], more),
    records() {
      const home = join(folder, '.whyloss')
      const names = existsSync(home) ? readdirSync(home).filter((one) => !one.startsWith('.')) : []
      return names.sort().map((one) => join(home, one))
    },
  }
}

function called(child: ChildProcess): Called {
  const said = { stdout: '', stderr: '' }
  const waiting: (() => void)[] = []
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]!.on('data', (chunk) => {
      said[stream] += chunk
      for (const look of [...waiting]) look()
    })
  const end = new Promise<Outcome>((resolve) =>
    child.on('close', (code, signal) => {
      resolve({ code, signal, ...said })
      for (const look of [...waiting]) look()
    }),
  )
  const until: Called['until'] = (stream, text) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const over = child.exitCode !== null || child.signalCode !== null
        if (text.test(said[stream])) resolve(performance.now())
        else if (over) reject(new Error(`${text} never came: ${JSON.stringify(said)}`))
        else return
        waiting.splice(waiting.indexOf(look), 1)
      }
      waiting.push(look)
      look()
    })
  const pid = async () => {
    await until('stdout', /pid \d+\s/)
    return Number(/pid (\d+)\s/.exec(said.stdout)![1])
  }
  return { child, end, until, pid }
}

/** Whether a process is there and is no mere remainder. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
  } catch {
    return false
  }
}

/** Waits until something holds, at most `seconds`. */
export async function eventually(holds: () => boolean, seconds = 10): Promise<void> {
  const end = performance.now() + 1000 * seconds
  while (!holds()) {
    if (performance.now() > end) throw new Error(`in ${seconds} s it never came to hold: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

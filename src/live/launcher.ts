// What a command is: something that starts Python or JavaScript, a shell that may, or another program; told without
// running it.

import { closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'

export type Kind = 'python' | 'javascript' | 'shell' | 'other'

export interface Launcher {
  readonly kind: Kind
  /** the Python flag that keeps the recorder out: -E, -I or -S */
  readonly shut?: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Programs that run the rest of their words; how many words an option of theirs takes beside itself. */
const WRAPPERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  env: { '-u': 1, '--unset': 1, '-C': 1, '--chdir': 1 },
  nice: { '-n': 1, '--adjustment': 1 },
  ionice: { '-c': 1, '-n': 1, '-p': 1 },
  chrt: {},
  time: { '-f': 1, '-o': 1, '--format': 1, '--output': 1 },
  nohup: {},
  setsid: {},
  stdbuf: { '-i': 1, '-o': 1, '-e': 1 },
  unbuffer: {},
  timeout: { '-k': 1, '-s': 1, '--kill-after': 1, '--signal': 1 },
  taskset: {},
  numactl: {},
  caffeinate: {},
  command: {},
  exec: {},
  srun: {},
  mpirun: { '-n': 1, '-np': 1, '-x': 1, '-H': 1 },
  mpiexec: { '-n': 1, '-np': 1 },
  'xvfb-run': {},
}
const PYTHON = /^(?:python|pypy|ipython|pyston)[\d.]*[a-z]*$/
/** Tools that start Python, whatever their own file is. */
const LAUNCHERS = new Set(
  `torchrun accelerate deepspeed lightning fabric composer colossalai horovodrun uv uvx poetry pdm pipenv conda mamba
  micromamba hatch rye pixi pytest jupyter papermill dvc ray tox nox kaggle debugpy kernprof coverage`.split(/\s+/),
)
/** Programs that run JavaScript, and tools that start them. */
const JAVASCRIPT = /^(?:node(?:js)?[\d.]*|tsx|ts-node(?:-esm)?|vite-node|npm|npx|pnpm|pnpx|yarn|bunx?|deno)$/
const SHELLS =
  /^(?:ba|z|k|da|a|c|tc|fi)?sh$|^(?:make|ninja|just|task|tmux|screen|xargs|parallel|sudo|doas|su|docker|podman|ssh)$/
const SHEBANG = 256

/** What the words of a command start. */
export function launcherOf(words: readonly string[], env: Env): Launcher {
  const at = wrapped(words)
  const word = words[at]
  if (word === undefined) return { kind: 'other' }
  const name = basename(word)
  if (PYTHON.test(name)) return { kind: 'python', ...shutOf(words.slice(at + 1)) }
  if (LAUNCHERS.has(name)) return { kind: 'python' }
  if (JAVASCRIPT.test(name)) return { kind: 'javascript' }
  if (SHELLS.test(name)) return { kind: 'shell' }
  const first = firstLine(resolved(word, env) ?? word)
  if (/^#!.*\b(?:python|pypy)/.test(first)) return { kind: 'python', ...shutOf(first.split(/\s+/).slice(1)) }
  const by = /^#!/.test(first) ? interpreter(first) : ''
  return { kind: JAVASCRIPT.test(by) ? 'javascript' : SHELLS.test(by) ? 'shell' : 'other' }
}

function interpreter(line: string): string {
  const words = line.slice(2).trim().split(/\s+/)
  return basename(
    (/\benv$/.test(words[0] ?? '') ? words.find((word, at) => at > 0 && !word.startsWith('-')) : words[0]) ?? '',
  )
}

/** The place of the first word that is no wrapper, nor one of its options, assignments and numbers. */
function wrapped(words: readonly string[]): number {
  let at = 0
  for (;;) {
    const options = Object.hasOwn(WRAPPERS, basename(words[at] ?? '')) ? WRAPPERS[basename(words[at]!)] : undefined
    if (!options) return at
    at++
    while (at < words.length && /^-|^[A-Za-z_]\w*=|^(?:0x)?[\d.,-]+[smhd]?$/.test(words[at]!))
      at += 1 + (options[words[at]!] ?? 0)
  }
}

/** Python's options before its script: -E and -I ignore PYTHONPATH, -S keeps `site` out. */
function shutOf(words: readonly string[]): Pick<Launcher, 'shut'> {
  for (const word of words) {
    if (!word.startsWith('-') || word === '-' || word === '-m' || word === '-c') return {}
    const letter = /^-[a-zA-Z]*?([EIS])/.exec(word)?.[1]
    if (letter && !word.startsWith('--')) return { shut: `-${letter}` }
  }
  return {}
}

/** Where a shell looks for a word. */
function placesOf(word: string, env: Env): string[] {
  if (word.includes('/')) return [word]
  return (env.PATH ?? '').split(delimiter).map((folder) => join(folder || '.', word))
}

/** The file that a word runs, as the shell finds it; undefined where there is none. */
export function resolved(word: string, env: Env): string | undefined {
  return placesOf(word, env).find(isFile)
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The exit code of a shell for a word that cannot be run: 127 where nothing is found, 126 where it may not be run. */
export async function unfit(word: string, env: Env): Promise<126 | 127 | undefined> {
  let there = false
  for (const place of placesOf(word, env)) {
    if (!isFile(place)) there ||= word.includes('/') && isFolder(place)
    else if (
      await access(place, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return undefined
    else there = true
  }
  return there ? 126 : 127
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function firstLine(path: string): string {
  try {
    const file = openSync(realpathSync(path), 'r')
    try {
      const bytes = Buffer.alloc(SHEBANG)
      const length = readSync(file, bytes, 0, SHEBANG, 0)
      return bytes.toString('latin1', 0, length).split('\n')[0] ?? ''
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

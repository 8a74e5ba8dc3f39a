// What the command finds in its environment beside its own: the way to the recorder, and nothing else.

import { existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Env = Readonly<Record<string, string | undefined>>

/** The folder of the recorder's `sitecustomize.py`, as seen from a chunk of dist/, from dist/cli/ and from src/live/. */
const PLACES = ['./recorder/inject', '../recorder/inject', '../../recorder/inject']

/** What Node loads before a program, as seen from the same places. */
const REGISTERS = ['./tfjs/register.cjs', '../tfjs/register.cjs', '../../dist/tfjs/register.cjs']

/** Where the recorder lies; undefined where it was not built in. */
export function recorderFolder(): string | undefined {
  return firstOf(PLACES)
}

function firstOf(places: readonly string[]): string | undefined {
  return places.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path))
}

/**
 * The environment with the recorder first on Python's path and before what Node runs; one that a `whyloss run` around us
 * put there gives way.
 */
export function recording(env: Env, folder: string, recorder: string): Env {
  const own = (env.PYTHONPATH ?? '').split(delimiter).filter((path) => !isRecorder(path))
  const path = [recorder, ...(own.length === 1 && own[0] === '' ? [] : own)].join(delimiter)
  const register = firstOf(REGISTERS)
  const node = register === undefined ? {} : { NODE_OPTIONS: withRegister(env.NODE_OPTIONS ?? '', register) }
  return { ...env, ...node, PYTHONPATH: path, WHYLOSS_OUT: folder, WHYLOSS_PARENT: String(process.pid) }
}

const OURS = /--require "[^"]*[\\/]tfjs[\\/]register\.cjs" ?/g

/**
 * What Node is told, with the recorder first: by `--require`, which every Node knows and obeys whatever kind of module it
 * runs; of `--import` an older one dies.
 */
export function withRegister(options: string, register: string): string {
  const path = register.replace(/[\\"]/g, '\\$&')
  return `--require "${path}" ${options.replace(OURS, '')}`.trim()
}

function isRecorder(path: string): boolean {
  return basename(path) === 'inject' && existsSync(join(path, '../whyloss/begin.py'))
}

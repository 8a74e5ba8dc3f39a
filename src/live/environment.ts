// What the command finds in its environment beside its own: the way to the recorder, and nothing else.

import { existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Env = Readonly<Record<string, string | undefined>>

/** The folder of the recorder's `sitecustomize.py`, as seen from a chunk of dist/, from dist/cli/ and from src/live/. */
const PLACES = ['./recorder/inject', '../recorder/inject', '../../recorder/inject']

/** Where the recorder lies; undefined where it was not built in. */
export function recorderFolder(): string | undefined {
  return PLACES.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path))
}

/** The environment with the recorder first on Python's path; one that a `whyloss run` around us put there gives way. */
export function recording(env: Env, folder: string, recorder: string): Env {
  const own = (env.PYTHONPATH ?? '').split(delimiter).filter((path) => !isRecorder(path))
  const path = [recorder, ...(own.length === 1 && own[0] === '' ? [] : own)].join(delimiter)
  return { ...env, PYTHONPATH: path, WHYLOSS_OUT: folder, WHYLOSS_PARENT: String(process.pid) }
}

function isRecorder(path: string): boolean {
  return basename(path) === 'inject' && existsSync(join(path, '../whyloss/begin.py'))
}

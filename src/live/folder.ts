// The folder of a record: made before the command starts, gone again where nothing came of it.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { isRunning } from './processes.ts'

const HOME = '.whyloss'

export interface RecordFolder {
  readonly path: string
  /** made by us, not asked for */
  readonly ours: boolean
  /** where the user asked for no folder and none can be made here: it lies among temporary files */
  readonly elsewhere: boolean
}

/** Makes the folder that the user asked for, or one named by the time. Throws the system's error. */
export function makeFolder(asked: string | undefined, now: Date): RecordFolder {
  if (asked !== undefined) {
    const path = resolve(asked)
    mkdirSync(path, { recursive: true })
    return { path, ours: false, elsewhere: false }
  }
  try {
    return { path: fresh(resolve(HOME), now), ours: true, elsewhere: false }
  } catch {
    return { path: fresh(mkdtempSync(join(tmpdir(), 'whyloss-')), now), ours: true, elsewhere: true }
  }
}

function fresh(home: string, now: Date): string {
  const isNew = !existsSync(home)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  // records are nobody's source
  if (isNew) writeFileSync(join(home, '.gitignore'), '*\n')
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  const name = local.toISOString().slice(0, 19).replaceAll(':', '-')
  for (let count = 1; ; count++) {
    const path = join(home, count === 1 ? name : `${name}-${count}`)
    try {
      mkdirSync(path)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Takes away files of ours, and the folder and its home where nothing else is in them. */
export function removeFolder(path: string, files: readonly string[]): void {
  for (const file of files) rmSync(join(path, file), { force: true })
  try {
    rmdirSync(path)
    const home = dirname(path)
    if (readdirSync(home).every((name) => name === '.gitignore')) rmSync(home, { recursive: true })
  } catch {
    // something is left in it
  }
}

const INNER = /^\.inner-\d+$/

/** Tells a `whyloss run` around this one that it need not look for a record. */
export function tellOuter(outer: string | undefined): void {
  try {
    if (outer) writeFileSync(join(outer, `.inner-${process.pid}`), '')
  } catch {
    // it will find out
  }
}

/** The traces of other runs of whyloss inside this one. */
export function innerTraces(path: string): readonly string[] {
  return listed(path).filter((name) => INNER.test(name))
}

const STREAM = /^process-(\d+)-\d+\.jsonl$/

/** Which files of the folder the command that starts now will make: the streams of its processes, and what it prints. */
export function comingFiles(path: string, output: string): (file: string) => boolean {
  rmSync(join(path, output), { force: true })
  const before = new Set(listed(path))
  return (file) => {
    const name = basename(file)
    return dirname(file) === path && (name === output || (STREAM.test(name) && !before.has(name)))
  }
}

/** Whether some process began a record. */
export function hasStream(path: string): boolean {
  return listed(path).some((name) => STREAM.test(name))
}

/** The streams of processes that are over; one that runs on in the background may yet train. */
export function finishedStreams(path: string): readonly string[] {
  return listed(path).filter((name) => STREAM.test(name) && !isRunning(Number(STREAM.exec(name)![1])))
}

function listed(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

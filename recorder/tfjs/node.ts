// The surroundings that Node gives: files, what is printed, the end of the process, and the modules that were loaded.

import { Recorder, type Surroundings } from './recorder.ts'
import type { Sink } from './stream.ts'
import { Tee } from './tee.ts'

type Fs = typeof import('node:fs')

const MOST_FILES = 1000
const MOST_WORDS = 40
const LONGEST_WORD = 200

/** Appends to `process-<pid>-<k>.jsonl` in a folder; opened at the first row. */
function file(fs: Fs, folder: string): Sink {
  let open: number | undefined
  return {
    append(text) {
      open ??= opened(fs, folder)
      const bytes = new TextEncoder().encode(text)
      for (let done = 0; done < bytes.length; ) done += fs.writeSync(open, bytes, done)
    },
  }
}

function opened(fs: Fs, folder: string): number {
  fs.mkdirSync(folder, { recursive: true })
  for (let count = 0; count < MOST_FILES; count++) {
    try {
      return fs.openSync(`${folder}/process-${process.pid}-${count}.jsonl`, 'ax', 0o644)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    }
  }
  throw new Error('too many records in the folder')
}

/** A recorder that writes into a folder and hears of the end of this process. */
export function inNode(fs: Fs, folder: string): Recorder {
  const surroundings: Surroundings = {
    sink: file(fs, folder),
    start: () => ({
      time: Math.round(Date.now()) / 1000,
      pid: process.pid,
      parent: process.ppid,
      node: process.versions.node,
      // Node's own file is no part of how the program was called
      argv: process.argv.slice(1, MOST_WORDS + 1).map((one) => one.slice(0, LONGEST_WORD)),
    }),
    say: (text) => fs.writeSync(2, text),
    listen(ready) {
      const tee = new Tee(ready)
      tee.attach(process)
      return tee
    },
  }
  const recorder = new Recorder(surroundings)
  let failed: unknown
  // heard without a say: it is Node that ends the process
  process.on('uncaughtExceptionMonitor', (error) => {
    failed = error
  })
  process.on('exit', (code) => recorder.end(code === 0 ? undefined : failed))
  return recorder
}

/** The exports of every module that CommonJS has loaded so far and that trains models. */
export function loaded(cache: Readonly<Record<string, { readonly exports?: unknown } | undefined>>): readonly object[] {
  return Object.entries(cache)
    .filter(([path]) => /tfjs|tf-layers|tensorflow/.test(path))
    .map(([, module]) => module?.exports)
    .filter(trains)
}

/** Whether these are the exports of TensorFlow.js, with its layers. */
export function trains(exports: unknown): exports is object {
  return typeof exports === 'object' && exports !== null && Object.hasOwn(exports, 'LayersModel')
}

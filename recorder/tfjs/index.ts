// `whyloss/tfjs`: watches the trainings of TensorFlow.js in this program and changes nothing of them.

import { inNode, loaded } from './node.ts'
import { CALLBACK, type Found } from './patches.ts'
import { making, present, Recorder } from './recorder.ts'
import { memory } from './stream.ts'

export interface WhylossOptions {
  /** the user's `tf`, where it cannot be found: in a browser, in a bundle */
  readonly tf?: object
  /** the folder of the record (default: $WHYLOSS_OUT, else `.whyloss/<time>`) */
  readonly out?: string
}

const browser = memory()

/**
 * A callback that records every training of this program from the first `fit`, `fitDataset` or `trainOnBatch` after it
 * was made:
 *
 *     import { WhylossCallback } from 'whyloss/tfjs'
 *     await model.fit(x, y, { callbacks: [new WhylossCallback()] })
 *
 * The record is a folder that `whyloss diagnose FOLDER` reads. In Node TensorFlow.js is found among the modules that
 * are loaded; in a browser, and in a bundle, it is given: `new WhylossCallback({ tf })`. In a browser, where there are no
 * files, the record is kept in memory: `rows()` gives its lines, to be saved as a file `process-0-0.jsonl`.
 *
 * It takes its own place in no list: `fit` runs as if it had not been given. It never throws; where nothing can be
 * recorded it says so once, and the training goes on.
 */
export class WhylossCallback {
  readonly [CALLBACK] = true

  constructor(options: WhylossOptions = {}) {
    try {
      begin(options)
    } catch (error) {
      say(`whyloss: not recording (${error instanceof Error ? error.message : error}); the training goes on.\n`)
    }
  }

  /** In a browser: the lines of the record so far, each a JSON object. In Node none: they are in the folder. */
  rows(): readonly string[] {
    present()?.stream.flush()
    return [...browser.lines]
  }

  // Where TensorFlow.js was not found it is a callback like any other, that does nothing.
  setParams(): void {}
  setModel(): void {}
  async onTrainBegin(): Promise<void> {}
  async onTrainEnd(): Promise<void> {}
  async onEpochBegin(): Promise<void> {}
  async onEpochEnd(): Promise<void> {}
  async onBatchBegin(): Promise<void> {}
  async onBatchEnd(): Promise<void> {}
}

function begin({ tf, out }: WhylossOptions): void {
  const node = globalThis.process?.getBuiltinModule
  const recorder = making(() => (node ? inNode(node('node:fs'), out ?? folderNow()) : inBrowser()))
  const cache = node?.('node:module').createRequire(`${process.cwd()}/`).cache ?? {}
  const copies = [...(tf ? [tf as Found] : []), ...loaded(cache)]
  if (copies.filter((copy) => recorder.met(copy)).length > 0 || recorder.silent) return
  throw new Error('TensorFlow.js was not found: new WhylossCallback({ tf })')
}

function folderNow(): string {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
  return process.env.WHYLOSS_OUT || `.whyloss/${local.slice(0, 19).replaceAll(':', '-')}`
}

function inBrowser(): Recorder {
  return new Recorder({ sink: browser, start: () => ({ time: Date.now() / 1000, pid: 0, argv: [] }), say })
}

function say(text: string): void {
  const { process } = globalThis as { process?: { stderr?: { write(text: string): unknown } } }
  if (process?.stderr) process.stderr.write(text)
  else console.warn(text.trimEnd())
}

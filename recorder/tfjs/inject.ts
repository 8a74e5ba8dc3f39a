// Put before the user's own modules by `whyloss run`: waits for TensorFlow.js, and does nothing where it is not loaded.

import fs from 'node:fs'
import Module from 'node:module'
import { inNode, trains } from './node.ts'
import { making } from './recorder.ts'

type Load = (this: unknown, request: string, ...rest: unknown[]) => unknown

const folder = process.env.WHYLOSS_OUT
const loader = Module as unknown as { _load: Load }

if (folder) {
  const original = loader._load
  loader._load = function load(request, ...rest) {
    const exports = original.call(this, request, ...rest)
    if (/tfjs|tf-layers|tensorflow/.test(request)) met(exports)
    return exports
  }
}

/** TensorFlow.js may have been loaded; that the import succeeded is all that counts. */
function met(exports: unknown): void {
  try {
    if (trains(exports)) making(() => inNode(fs, folder!)).met(exports)
  } catch {
    // the training matters more
  }
}

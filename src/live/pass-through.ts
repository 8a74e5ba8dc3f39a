// The command's output on its way to ours, byte for byte, with a copy of its beginning kept in a file.

import { closeSync, openSync, writeSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

/** So much is kept: the curves of any training fit, and a program that prints without end fills no disk. */
export const KEPT = 64 << 20

export interface Passage {
  /** how many bytes came, and how many of them were kept */
  readonly passed: () => number
  readonly kept: () => number
}

/** Resolves nothing and throws nothing: where our reader goes away the command's writing fails, as it would without us. */
export function passThrough(from: Readable, to: Writable, file: string): Passage {
  let copy: number | undefined = openSync(file, 'a')
  let passed = 0
  let kept = 0
  const close = () => {
    if (copy !== undefined) closeSync(copy)
    copy = undefined
  }
  from.on('data', (chunk: Buffer) => {
    passed += chunk.length
    if (!to.write(chunk)) {
      from.pause()
      to.once('drain', () => from.resume())
    }
    try {
      if (copy !== undefined) kept += writeSync(copy, chunk, 0, Math.min(chunk.length, KEPT - kept))
      if (kept >= KEPT) close()
    } catch {
      close()
    }
  })
  from.on('close', close)
  to.on('error', () => from.destroy())
  return { passed: () => passed, kept: () => kept }
}

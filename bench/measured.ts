// A command as a whole: what it takes in time and memory, by what the kernel says of it.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface Measured {
  readonly seconds: number
  /** peak of resident memory */
  readonly gib: number
  readonly out: string
}

const LOOK = 50

/** Throws where the command does not end with 0. */
export async function measured(command: string, args: readonly string[]): Promise<Measured> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let [out, peak] = ['', 0]
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 2 ** 20)
  }, LOOK)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, gib: peak, out }
}

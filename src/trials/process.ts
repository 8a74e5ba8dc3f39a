// The process of one trial: started quietly, what it uses is looked at as it goes, and it is ended whole.

import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { stopTree } from '../live/stop.ts'
import type { Ending } from '../record/trials.ts'
import { type Usage, usageOf } from './usage.ts'

/** Between two looks: a twentieth of the time so far, so that what is missed at the end is little, within these ms. */
const LOOK = { share: 0.05, least: 40, most: 200 } as const

export interface Place {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** the file that gets all that it prints */
  readonly output: string
}

export interface Over extends Usage {
  /** why it was ended; undefined where it ended by itself */
  readonly ending: Ending | undefined
  readonly why: string
  /** its exit code as a shell tells it */
  readonly code: number
  readonly seconds: number
}

export interface Process {
  readonly end: Promise<Over>
  seconds(): number
  /** Ends it and all that it started; the first reason counts. */
  stop(ending: Ending, why?: string): void
}

/** `looked` is told of what it uses, and may end it. */
export function startProcess(
  words: readonly string[],
  { cwd, env, output }: Place,
  looked: (usage: Usage & { readonly seconds: number }) => void,
): Process {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const file = openSync(output, 'w')
  const child = spawn(words[0]!, words.slice(1), {
    cwd,
    env: { ...env, PWD: cwd } as NodeJS.ProcessEnv,
    stdio: ['ignore', file, file],
  })
  const seen = { memory: 0, processor: 0, ending: undefined as Ending | undefined, why: '' }
  const look = () => {
    const usage = child.pid === undefined ? { memory: 0, processor: 0 } : usageOf(child.pid)
    seen.memory = Math.max(seen.memory, usage.memory)
    seen.processor = Math.max(seen.processor, usage.processor)
    looked({ memory: seen.memory, processor: seen.processor, seconds: seconds() })
    timer = setTimeout(look, Math.min(LOOK.most, Math.max(LOOK.least, LOOK.share * 1000 * seconds())))
  }
  let timer = setTimeout(look, LOOK.least)
  const code = new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
  const end = code.then((code) => {
    clearTimeout(timer)
    closeSync(file)
    return { ...seen, code, seconds: seconds() }
  })
  return {
    end,
    seconds,
    stop(ending, why = '') {
      if (seen.ending !== undefined) return
      Object.assign(seen, { ending, why })
      if (child.pid !== undefined) void stopTree(child.pid)
    },
  }
}

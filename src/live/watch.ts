// Follows paths while they grow and has what is known judged: soon after something came, and never so often that it costs.

import { setTimeout as sleep } from 'node:timers/promises'
import { follow } from '../gather/follow.ts'
import type { Gathered } from '../gather/gather.ts'

export interface Watch {
  /** all that is known at the end; rejects where judging throws */
  readonly end: Promise<Gathered>
  /** Reads what is left and ends. */
  stop(): void
}

export interface WatchOptions {
  /** end by itself when every stream of a recorder has ended */
  readonly untilOver?: boolean
  /** which files of the folders are followed */
  readonly only?: (file: string) => boolean
}

/** how often files are looked at, in ms: evidence of a fatal fault must be judged within 2 s of its step */
const POLL = 250
/** between two judgements, in ms; and how many times longer than the last one took, since the training needs the processor */
const PAUSE = 1000
const REST = 30
/** the same for the first few, and where judging asks to be asked again, which it does once for each thing that it sees */
const SOON = { pause: 400, rest: 5, first: 5 } as const

/** `judge` is given what is known; it answers whether it wants to be asked again even if nothing comes. */
export function watch(
  paths: readonly string[],
  judge: (known: Gathered) => Promise<boolean>,
  options: WatchOptions = {},
): Watch {
  const stopped = new AbortController()
  return { end: run(paths, judge, options, stopped.signal), stop: () => stopped.abort() }
}

async function run(
  paths: readonly string[],
  judge: (known: Gathered) => Promise<boolean>,
  { untilOver = false, only }: WatchOptions,
  stopped: AbortSignal,
): Promise<Gathered> {
  const on = follow(paths, { only })
  let waiting = false
  let next = 0
  let judged = 0
  while (!stopped.aborted) {
    waiting = (await on.poll()) || waiting
    if (untilOver && on.over()) break
    const urgent = on.urgent()
    if (waiting && (urgent || performance.now() >= next)) {
      const began = process.cpuUsage()
      waiting = await judge(on.sofar())
      const { user, system } = process.cpuUsage(began)
      const cost = (user + system) / 1000
      const soon = waiting || judged++ < SOON.first
      next = performance.now() + (soon ? Math.max(SOON.pause, SOON.rest * cost) : Math.max(PAUSE, REST * cost))
    }
    await sleep(POLL, undefined, { signal: stopped }).catch(() => {})
  }
  return on.end()
}

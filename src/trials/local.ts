// Trials as processes of this machine: as many at once as its cores, its GPUs and its memory carry.

import { execFileSync } from 'node:child_process'
import { availableParallelism, freemem } from 'node:os'
import { runTrial } from './one.ts'
import type { Measuring, Needs, Oversee, Runner } from './runner.ts'
import { putResult, putTrial, resultOf, trialFolder } from './store.ts'
import type { Trial, TrialResult } from './trial.ts'

/** Of the memory that is free when the baseline has ended, this share is given to trials. */
const MEMORY = 0.8
const MB = 2 ** 20

export interface LocalOptions {
  readonly home: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** how many at once; worked out from the baseline where it is not asked for */
  readonly jobs?: number | undefined
}

export function localRunner({ home, cwd, env, jobs }: LocalOptions): Runner {
  const gpus = gpusOf(env)
  const stopped = new AbortController()
  const running = new Set<Promise<unknown>>()
  const waiting: (() => void)[] = []
  const free = Array.from({ length: Math.max(1, gpus.length) }, (_, at) => at)
  let slots = 1
  let busy = 0
  const enter = async () => {
    while (busy >= slots) await new Promise<void>((resolve) => waiting.push(resolve))
    busy++
  }
  const leave = () => {
    busy--
    waiting.shift()?.()
  }
  const once = async (trial: Trial, { yardstick, whole }: Measuring, oversee: Oversee): Promise<TrialResult> => {
    const known = resultOf(trialFolder(home, trial.id))
    if (known) return known
    await enter()
    const device = free.shift()
    try {
      const folder = putTrial(home, trial)
      const gpu = device === undefined ? undefined : gpus[device]
      const result = await runTrial(trial, folder, { env, cwd, gpu, yardstick, whole, signal: stopped.signal, oversee })
      // what was not let to its end is made again
      return result.ending === 'stopped' ? result : putResult(folder, result)
    } finally {
      if (device !== undefined) free.push(device)
      leave()
    }
  }
  return {
    slots: () => slots,
    fit(needs) {
      slots = jobs ?? slotsFor(needs, gpus.length)
      while (free.length < slots && gpus.length > 0) free.push(free.length % gpus.length)
      for (const go of waiting.splice(0)) go()
    },
    run(trial, measuring, oversee) {
      const done = once(trial, measuring, oversee)
      running.add(done)
      return done.finally(() => running.delete(done))
    },
    async stop() {
      stopped.abort()
      await Promise.allSettled(running)
    },
  }
}

/** A training that keeps two cores busy leaves half of four; with GPUs there is one for each. */
function slotsFor({ seconds, processor, memory }: Needs, gpus: number): number {
  const cores = Math.max(1, Math.round(processor / Math.max(seconds, 1e-3)))
  const byMemory = memory > 0 ? Math.floor((MEMORY * freemem()) / MB / memory) : Number.POSITIVE_INFINITY
  const byCores = Math.floor(availableParallelism() / cores)
  return Math.max(1, Math.min(byCores, byMemory, gpus > 0 ? gpus : Number.POSITIVE_INFINITY))
}

/** The GPUs that the user lets be used, by number; none where there is no NVIDIA driver. */
function gpusOf(env: LocalOptions['env']): readonly string[] {
  const asked = env.CUDA_VISIBLE_DEVICES
  if (asked !== undefined) return asked.split(',').filter((one) => one !== '' && one !== '-1')
  try {
    const listed = execFileSync('nvidia-smi', ['--query-gpu=index', '--format=csv,noheader'], {
      encoding: 'utf8',
      timeout: 5000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return listed.trim().split('\n').filter(Boolean)
  } catch {
    return []
  }
}

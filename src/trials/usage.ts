// What a command uses: memory and processor time of all processes that it has started, together.

import { readFileSync } from 'node:fs'
import { treeOf } from '../live/processes.ts'

const KB = 1024
/** a clock tick of Linux, in seconds: sysconf(_SC_CLK_TCK) is 100 wherever Node runs */
const TICK = 0.01

export interface Usage {
  /** resident memory in MB; what processes share counts for each */
  readonly memory: number
  /** processor seconds, those of children that have ended included */
  readonly processor: number
}

/** Of a process and all below it; zeros where the system does not tell. */
export function usageOf(root: number): Usage {
  const all = treeOf(root).map(one)
  return {
    memory: all.reduce((sum, usage) => sum + usage.memory, 0),
    processor: all.reduce((sum, usage) => sum + usage.processor, 0),
  }
}

function one(pid: number): Usage {
  try {
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0
    // the name, which may hold anything, stands in brackets; utime to cstime are fields 14 to 17 of proc(5)
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { memory: Number(resident) / KB, processor: ticks * TICK }
  } catch {
    return { memory: 0, processor: 0 }
  }
}

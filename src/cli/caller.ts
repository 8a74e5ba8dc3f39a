// Lines called out between those of another program: whole ones, never many, and never in the way of a progress bar.

import type { Output } from './surroundings.ts'

export interface Caller {
  /** Calls a line out as soon as the one before has stood long enough, or at once. */
  say(line: string, atOnce?: boolean): void
  /** Forgets what waits. */
  end(): void
}

/** between two lines, in ms */
const PAUSE = 3000
const MOST_WAITING = 3

export function caller(output: Output, pause = PAUSE): Caller {
  const waiting: string[] = []
  let timer: NodeJS.Timeout | undefined
  const write = (line: string) => output.write(`${output.isTTY === true ? '\r\u001b[K' : ''}${line}\n`)
  const next = () => {
    const line = waiting.shift()
    timer = line === undefined ? undefined : setTimeout(next, pause)
    timer?.unref()
    if (line !== undefined) write(line)
  }
  return {
    say(line, atOnce = false) {
      if (waiting.length < MOST_WAITING && !atOnce) waiting.push(line)
      if (atOnce) {
        clearTimeout(timer)
        waiting.unshift(line)
        next()
      } else if (timer === undefined) next()
    },
    end() {
      clearTimeout(timer)
      waiting.length = 0
    },
  }
}

// One line on the error output that says what is being read, and is gone when it is done.

import { cut } from '../view/wrap.ts'
import { type Surroundings, watched } from './surroundings.ts'

/** Quicker answers need no progress line. */
const PATIENCE = 400

export interface Progress {
  say(text: string): void
  /** Takes the line away; to be called however the work ends. */
  end(): void
}

export function progress(around: Surroundings, patience = PATIENCE): Progress {
  if (!watched(around)) return { say() {}, end() {} }
  const { stderr } = around
  let text = ''
  let drawn = false
  const draw = () => {
    stderr.write(`\r\u001b[2K${cut(text, (stderr.columns ?? 80) - 1)}`)
    drawn = true
  }
  const timer = setTimeout(draw, patience)
  timer.unref()
  return {
    say(next) {
      text = next
      if (drawn) draw()
    },
    end() {
      clearTimeout(timer)
      if (drawn) stderr.write('\r\u001b[2K')
      drawn = false
    },
  }
}

// Signals that reach this process and are meant for the command that it runs.

import { readFileSync } from 'node:fs'
import { isatty } from 'node:tty'

/** SIGUSR1 and SIGUSR2 are how schedulers ask a training to save itself. */
const PASSED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const
/** what a terminal sends to every process before it, on Ctrl-C and Ctrl-\ */
const KEYS: ReadonlySet<string> = new Set(['SIGINT', 'SIGQUIT'])

/** Passes signals on until the function that is returned is called; none ends this process meanwhile. */
export function passSignals(kill: (signal: NodeJS.Signals) => void): () => void {
  const pass = (signal: NodeJS.Signals) => {
    if (!(KEYS.has(signal) && isBeforeTerminal())) kill(signal)
  }
  for (const signal of PASSED) process.on(signal, pass)
  return () => {
    for (const signal of PASSED) process.off(signal, pass)
  }
}

/**
 * Whether the terminal's keys reach this process, and then the command as well, which is of the same group: it must not
 * be told twice, since a second Ctrl-C breaks off what the first one began to save.
 */
function isBeforeTerminal(): boolean {
  try {
    // the name, which may hold anything, stands in brackets; behind it: state, parent, group, session, terminal, its group
    const fields = readFileSync('/proc/self/stat', 'latin1').replace(/^.*\)/s, '').trim().split(' ')
    return fields[4] !== '0' && fields[5] === fields[2]
  } catch {
    return [0, 1, 2].some((fd) => isatty(fd))
  }
}

/** Whether `nohup` started this process: it opens its standard input for writing only, so that nothing can be read from it. */
export function isUnderNohup(): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync('/proc/self/fdinfo/0', 'latin1'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & 3) === 1
  } catch {
    return false
  }
}

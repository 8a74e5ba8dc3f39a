// Ends a command that must not go on, and all that it started: politely, then firmly, then for good.

import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, treeOf } from './processes.ts'

const STEPS: readonly (readonly [signal: NodeJS.Signals, patience: number])[] = [
  ['SIGINT', 5000],
  ['SIGTERM', 5000],
  ['SIGKILL', 1000],
]
const LOOK = 50

/**
 * Sends the signals one after another to all processes of the tree, as the terminal does on Ctrl-C: a shell alone would
 * wait for what it runs, or leave it behind. Resolves when none is left.
 */
export async function stopTree(root: number, steps = STEPS): Promise<void> {
  const known = new Set<number>()
  const running = () => {
    for (const pid of treeOf(root)) known.add(pid)
    return [...known].filter(isRunning)
  }
  for (const [signal, patience] of steps) {
    for (const pid of running()) kill(pid, signal)
    const end = performance.now() + patience
    while (running().length > 0 && performance.now() < end) await sleep(LOOK)
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended by itself
  }
}

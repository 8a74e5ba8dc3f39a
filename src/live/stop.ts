// Ends a command that must not go on: politely, then firmly, then for good.

import { setTimeout as sleep } from 'node:timers/promises'

const STEPS: readonly (readonly [signal: NodeJS.Signals, patience: number])[] = [
  ['SIGINT', 5000],
  ['SIGTERM', 5000],
  ['SIGKILL', 0],
]

/** Sends the signals one after another until the command has ended. */
export async function stopChild(
  child: { readonly end: Promise<unknown>; kill(signal: NodeJS.Signals): void },
  steps = STEPS,
): Promise<void> {
  let over = false
  const end = child.end.then(() => {
    over = true
  })
  for (const [signal, patience] of steps) {
    // one that has ended already is known to have ended only now
    await Promise.race([end, Promise.resolve()])
    if (over) return
    child.kill(signal)
    const waited = new AbortController()
    await Promise.race([end, sleep(patience, undefined, { signal: waited.signal }).catch(() => {})])
    waited.abort()
  }
}

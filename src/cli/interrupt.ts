// What a command does on Ctrl-C in place of ending at once.

/** Calls `act` at each SIGINT until the function that is returned is called; then the process ends at it again. */
export function onInterrupt(act: () => void): () => void {
  process.on('SIGINT', act)
  return () => void process.off('SIGINT', act)
}

/** Whether some command deals with SIGINT itself: `main` holds one listener of its own. */
export function isDealtWith(): boolean {
  return process.listenerCount('SIGINT') > 1
}

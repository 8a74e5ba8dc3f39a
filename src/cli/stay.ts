// Whether this process may end before its work is done: by Ctrl-C, or because a reader of its output went away.

let staying = 0

/** From here on it may not, until the function that is returned is called. */
export function stay(): () => void {
  staying++
  return () => {
    staying--
  }
}

export function stays(): boolean {
  return staying > 0
}

/** Calls `act` on Ctrl-C instead of ending, until the function that is returned is called. */
export function onInterrupt(act: () => void): () => void {
  const leave = stay()
  process.on('SIGINT', act)
  return () => {
    process.off('SIGINT', act)
    leave()
  }
}

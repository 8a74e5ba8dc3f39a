// Lets plots be drawn one after another, each in a task of its own, so that the page answers in between.

/** Milliseconds after which the next is drawn though no frame was shown, as in a tab out of sight. */
const LATEST = 100

let last: Promise<void> = Promise.resolve()

/** Calls when those before have been drawn. */
export function inTurn(call: () => void): void {
  last = last.then(
    () =>
      new Promise((done) => {
        call()
        const timer = setTimeout(done, LATEST)
        requestAnimationFrame(() =>
          setTimeout(() => {
            clearTimeout(timer)
            done()
          }),
        )
      }),
  )
}

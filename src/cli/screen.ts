// A text that is shown on a terminal again and again in the same place.

import type { Output } from './surroundings.ts'

export interface Screen {
  /** Shows the text in the place of the one before; what is higher than the window is cut off at the foot. */
  show(text: string): void
  /** Takes it away. */
  clear(): void
}

/** On anything but a terminal nothing is shown. */
export function screen(output: Output & { readonly rows?: number }): Screen {
  if (output.isTTY !== true) return { show() {}, clear() {} }
  let height = 0
  const clear = () => {
    if (height > 0) output.write(`\u001b[${height}A\r\u001b[J`)
    height = 0
  }
  return {
    show(text) {
      const lines = text.trimEnd().split('\n')
      const shown = lines.slice(0, Math.max(1, (output.rows ?? 24) - 1))
      clear()
      output.write(shown.map((line) => `${line}\n`).join(''))
      height = shown.length
    },
    clear,
  }
}

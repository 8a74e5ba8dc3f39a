// A box for what may be wider than the window: it scrolls by itself, by keys too.

import type { ComponentChildren, JSX } from 'preact'

interface ScrollProps {
  readonly label: string
  readonly children: ComponentChildren
}

export function Scroll({ label, children }: ScrollProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

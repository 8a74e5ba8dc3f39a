// Words of the user's own, and where they stand.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'

interface QuoteProps {
  readonly exhibit: Extract<Exhibit, { kind: 'quote' }>
  /** what the words prove */
  readonly claim: string | undefined
}

export function Quote({ exhibit, claim }: QuoteProps): JSX.Element {
  return (
    <figure class="exhibit exhibit-quote">
      <figcaption>
        {claim !== undefined && <bdi>{claim}</bdi>} <bdi class="aside">{exhibit.where}</bdi>
      </figcaption>
      <blockquote>
        <bdi>{exhibit.text}</bdi>
      </blockquote>
    </figure>
  )
}

// Words of the user's own, and where they stand.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'

export function Quote({ exhibit }: { readonly exhibit: Extract<Exhibit, { kind: 'quote' }> }): JSX.Element {
  return (
    <figure class="exhibit exhibit-quote">
      <blockquote>
        <bdi>{exhibit.text}</bdi>
      </blockquote>
      <figcaption>
        <bdi>{exhibit.where}</bdi>
      </figcaption>
    </figure>
  )
}

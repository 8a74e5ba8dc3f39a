// Evidence as a picture: one of a closed set of exhibits, its caption, and its numbers as a table.

import type { JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { Curve } from '../curves/curve.ts'
import type { Words } from '../words.ts'
import { CurveExhibit } from './curve.tsx'
import { Data } from './data.tsx'
import { describe } from './describe.ts'
import { Histogram } from './histogram.tsx'
import { Matrix } from './matrix.tsx'
import { Quote } from './quote.tsx'
import { Scatter } from './scatter.tsx'
import { Table } from './table.tsx'

export interface ExhibitProps {
  readonly run: string
  readonly exhibit: Exhibit
  readonly curves: readonly Curve[]
  /** the sentence that the picture proves */
  readonly claim: string
  /** stands on the band of a curve */
  readonly label: string
  readonly words: Words
}

export function ExhibitFigure(props: ExhibitProps): JSX.Element {
  const { exhibit, claim, words } = props
  if (exhibit.kind === 'quote') return <Quote exhibit={exhibit} />
  const lines = describe(exhibit, words)
  return (
    <figure class={`exhibit exhibit-${exhibit.kind}`}>
      <figcaption>
        <bdi>{claim}</bdi>
        <span class="aside">
          {exhibit.title}
          {exhibit.kind === 'curve' && exhibit.log && ` · ${words.say('view.curve.log')}`}
        </span>
      </figcaption>
      <Picture {...props} description={lines.join('. ')} />
      <p class="sr" data-words>
        {lines.join('\n')}
      </p>
      {exhibit.kind !== 'table' && <Data exhibit={exhibit} words={words} />}
    </figure>
  )
}

function Picture(props: ExhibitProps & { readonly description: string }): JSX.Element {
  const { exhibit, words, description } = props
  switch (exhibit.kind) {
    case 'curve':
      return <CurveExhibit {...props} exhibit={exhibit} />
    case 'histogram':
      return <Histogram exhibit={exhibit} description={description} words={words} />
    case 'matrix':
      return <Matrix exhibit={exhibit} words={words} />
    case 'scatter':
      return <Scatter exhibit={exhibit} description={description} words={words} />
    case 'table':
      return <Table columns={exhibit.columns} rows={exhibit.rows} label={exhibit.title} words={words} />
    default:
      return (
        <details>
          <summary>{words.say('page.exhibit.unknown')}</summary>
          <pre>{JSON.stringify(exhibit, null, 2)}</pre>
        </details>
      )
  }
}

// Evidence as a picture: one of a closed set of exhibits, the sentence that it proves, and its numbers as a table.

import type { ComponentChildren, JSX } from 'preact'
import type { Exhibit } from '../../src/checks/finding.ts'
import type { ReportedFinding } from '../../src/diagnosis/examination.ts'
import type { Curve } from '../curves/curve.ts'
import { place } from '../sections/place.ts'
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
  readonly finding: ReportedFinding
  readonly exhibit: Exhibit
  /** the claim of the finding, where no picture above has said it */
  readonly claim: string | undefined
  readonly curves: readonly Curve[]
  /** the run's loss function, if it is known */
  readonly loss: string | undefined
  readonly words: Words
}

export function ExhibitFigure(props: ExhibitProps): JSX.Element {
  const { exhibit, claim, words } = props
  if (exhibit.kind === 'quote') return <Quote exhibit={exhibit} claim={claim} />
  const lines = describe(exhibit, words)
  return (
    <figure class={`exhibit exhibit-${exhibit.kind}`}>
      <figcaption>
        <Caption exhibit={exhibit} claim={claim} />
      </figcaption>
      <Picture {...props} description={lines.join('. ')} />
      <p class="sr" data-words>
        {lines.join('\n')}
      </p>
      {exhibit.kind !== 'matrix' && <Data exhibit={exhibit} words={words} />}
    </figure>
  )
}

/** The sentence; and what is pictured, where no axis says it. */
function Caption({ exhibit, claim }: { exhibit: Exclude<Exhibit, { kind: 'quote' }>; claim: string | undefined }) {
  if (claim === undefined) return <bdi>{exhibit.title}</bdi>
  const title: ComponentChildren = exhibit.kind !== 'curve' && <span class="aside">{exhibit.title}</span>
  return (
    <>
      <bdi>{claim}</bdi> {title}
    </>
  )
}

function Picture(props: ExhibitProps & { readonly description: string }): JSX.Element {
  const { exhibit, finding, words, description } = props
  switch (exhibit.kind) {
    case 'curve': {
      const { where } = finding
      const band = exhibit.band ?? (exhibit.axis === 'epoch' ? where.epochs : where.steps)
      const label = band ? place({ where: exhibit.axis === 'epoch' ? { epochs: band } : { steps: band } }, words) : ''
      return <CurveExhibit {...props} exhibit={exhibit} band={band} label={label} />
    }
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

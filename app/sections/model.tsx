// The model that was opened: its layers, and of each the values of its weights as a small picture.

import type { JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { ReportedModel } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'

type Layer = ReportedModel['layers'][number]

interface ModelProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly words: Words
}

const SHOWN = 12

export function Model({ at, run, words }: ModelProps): JSX.Element | null {
  const { model } = run
  if (!model) return null
  const { say } = words
  const { format, parameters, count, layers, ordered } = model
  const rest = layers.length - SHOWN
  return (
    <section class="wide" aria-labelledby={`${at}-model`}>
      <h2 id={`${at}-model`}>{say('page.model.title')}</h2>
      <p>{say('view.model.head', { format, parameters, layers: count })}</p>
      {!ordered && <p class="aside">{say('view.model.unordered')}</p>}
      {layers.length > 0 && <Layers layers={layers.slice(0, SHOWN)} words={words} />}
      {rest > 0 && (
        <details>
          <summary>{say('view.model.more', { count: count - SHOWN })}</summary>
          <Layers layers={layers.slice(SHOWN)} words={words} />
        </details>
      )}
    </section>
  )
}

const HEADS = ['layer', 'kind', 'output', 'shape', 'parameters', 'activation', 'values', 'spread', 'range'] as const
const NUMBERS: readonly string[] = ['parameters', 'spread', 'range']

function Layers({ layers, words }: { readonly layers: readonly Layer[]; readonly words: Words }): JSX.Element {
  const { say } = words
  const spreads = aligned(
    layers.map((layer) => layer.weights[0]?.spread),
    words.language,
  )
  return (
    <Scroll label={say('page.model.label')}>
      <table class="layers">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" class={NUMBERS.includes(head) ? 'number' : undefined}>
                {head === 'output' || head === 'range' ? say(`page.model.${head}`) : say(`view.model.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, i) => (
            <Row key={i} layer={layer} spread={spreads[i]!} words={words} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

interface RowProps {
  readonly layer: Layer
  readonly spread: string
  readonly words: Words
}

function Row({ layer, spread, words }: RowProps): JSX.Element {
  const { name, kind, shape, parameters, activation, weights } = layer
  const [first] = weights
  return (
    <tr>
      <th scope="row" class="feature" title={name}>
        <bdi>{name}</bdi>
      </th>
      <td>
        <bdi>{kind}</bdi>
      </td>
      <td class="quiet">{shape?.map((side) => side ?? '–').join(' × ')}</td>
      <td class="quiet">{first?.shape.join(' × ')}</td>
      <td class="number">{parameters !== undefined && words.number(parameters, 9)}</td>
      <td>
        <bdi>{activation}</bdi>
      </td>
      <td>{first && first.counts.length > 0 && <Values weights={first} words={words} />}</td>
      <td class="number">{first && spread}</td>
      <td class="number quiet">
        {first && (
          <>
            {`${words.number(first.min)} … ${words.number(first.max)}`}
            <Odd weights={first} words={words} />
          </>
        )}
      </td>
    </tr>
  )
}

type Weights = Layer['weights'][number]

const MANY_ZEROS = 0.05

/** What no histogram shows: values that are exactly 0, and such as are no numbers. */
function Odd({ weights, words }: { readonly weights: Weights; readonly words: Words }): JSX.Element | null {
  const { say } = words
  const share = (value: number) => ({ share: say('view.share', { share: value }) })
  if (weights.nonFinite > 0) return <div class="missing">{say('view.model.nonFinite', share(weights.nonFinite))}</div>
  if (weights.zero >= MANY_ZEROS) return <div class="missing">{say('view.model.zero', share(weights.zero))}</div>
  return null
}

const [WIDE, HIGH] = [128, 28]

function Values({ weights, words }: { readonly weights: Weights; readonly words: Words }): JSX.Element {
  const { counts, tensor, min, max, shape } = weights
  const most = Math.max(1, ...counts)
  const wide = WIDE / counts.length
  const count = shape.reduce((product, side) => product * side, 1)
  return (
    <svg
      class="picture values"
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={words.say('page.model.histogram', { tensor, count, min, max })}
    >
      {counts.map((own, i) => {
        const high = (own / most) * (HIGH - 1)
        return (
          <rect key={i} class="bar" x={i * wide} y={HIGH - 1 - high} width={Math.max(0.5, wide - 0.7)} height={high} />
        )
      })}
      <line class="rule" x1="0" x2={WIDE} y1={HIGH - 0.5} y2={HIGH - 0.5} />
    </svg>
  )
}

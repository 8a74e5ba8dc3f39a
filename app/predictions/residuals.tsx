// What a regression leaves over: predicted against true with the line where both are equal, and the rest over the prediction.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import type { Words } from '../words.ts'
import { finite } from './splits.ts'

interface ResidualsProps {
  readonly known: ReportedPredictions['residuals'][number]
  readonly words: Words
}

type Point = readonly [x: number, y: number]

export function PredictedAndTrue({ known, words }: ResidualsProps): JSX.Element {
  const { say } = words
  const points = pointsOf(known)
  const caption = say('page.predictions.scatter.caption', {
    rmse: known.rmse,
    share: say('view.predictions.share', { share: known.ofSpread }),
    r2: finite(known.r2) ? known.r2 : '–',
    predicted: known.predictedSpread,
    truth: known.spread,
  })
  const range = boundsOf(points.flat())
  const [from, to] = boundsOf(points.map(([x]) => x))
  const [low, high] = boundsOf(points.map(([, y]) => y))
  return (
    <section>
      <h3>{say('page.predictions.scatter')}</h3>
      <p class="aside">{caption}</p>
      <Plot
        {...{ points, words, split: known.split, across: range, up: range }}
        names={[say('page.predictions.axis.truth'), say('page.predictions.axis.predicted')]}
        line={[
          [range[0], range[0]],
          [range[1], range[1]],
        ]}
        label={say('page.predictions.scatter.picture', { points: points.length, low, high, from, to })}
      />
    </section>
  )
}

export function LeftOver({ known, words }: ResidualsProps): JSX.Element {
  const { say } = words
  const points = pointsOf(known).map(([truth, predicted]): Point => [predicted, truth - predicted])
  const across = boundsOf(points.map(([x]) => x))
  const [low, high] = boundsOf(points.map(([, y]) => y))
  const most = Math.max(Math.abs(low), Math.abs(high))
  return (
    <section>
      <h3>{say('page.predictions.residuals')}</h3>
      <p class="aside">{say('page.predictions.residuals.caption', { mean: finite(known.mean) ? known.mean : '–' })}</p>
      <Plot
        {...{ points, words, split: known.split, across, up: [-most, most] }}
        names={[say('page.predictions.axis.predicted'), say('page.predictions.axis.residual')]}
        line={[
          [across[0], 0],
          [across[1], 0],
        ]}
        label={say('page.predictions.residuals.picture', { points: points.length, low, high })}
      />
    </section>
  )
}

function pointsOf({ truth, predicted }: ResidualsProps['known']): readonly Point[] {
  return truth.map((x, i): Point => [x, predicted[i] ?? Number.NaN]).filter((one) => one.every(finite))
}

function boundsOf(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}

interface PlotProps {
  readonly points: readonly Point[]
  readonly split: string
  readonly across: readonly [number, number]
  readonly up: readonly [number, number]
  readonly names: readonly [string, string]
  readonly line: readonly [Point, Point]
  readonly label: string
  readonly words: Words
}

const [WIDE, HIGH, LEFT, HEAD, FOOT] = [440, 300, 60, 28, 44]

function Plot({ points, split, across, up, names, line, label, words }: PlotProps): JSX.Element {
  const x = (value: number) => LEFT + 6 + ((value - across[0]) / (across[1] - across[0] || 1)) * (WIDE - LEFT - 16)
  const y = (value: number) => HEAD + HIGH - 6 - ((value - up[0]) / (up[1] - up[0] || 1)) * (HIGH - 12)
  const base = HEAD + HIGH
  const [[x1, y1], [x2, y2]] = line
  return (
    <svg class={`picture square in-${split}`} viewBox={`0 0 ${WIDE} ${base + FOOT}`} role="img" aria-label={label}>
      <line class="rule" x1={LEFT} x2={WIDE} y1={base} y2={base} />
      <line class="rule" x1={LEFT} x2={LEFT} y1={HEAD} y2={base} />
      <line class="equal" x1={x(x1)} y1={y(y1)} x2={x(x2)} y2={y(y2)} />
      {points.map(([across, up], i) => (
        <circle key={i} class="dot soft" cx={x(across)} cy={y(up)} r="3.5" />
      ))}
      <text x="0" y="14">
        {names[1]}
      </text>
      <text x={LEFT - 6} y={y(up[1]) + 5} text-anchor="end">
        {words.number(up[1])}
      </text>
      <text x={LEFT - 6} y={y(up[0]) + 5} text-anchor="end">
        {words.number(up[0])}
      </text>
      <text x={x(across[0])} y={base + 18}>
        {words.number(across[0])}
      </text>
      <text x={WIDE} y={base + 18} text-anchor="end">
        {words.number(across[1])}
      </text>
      <text x={(LEFT + WIDE) / 2} y={base + 36} text-anchor="middle">
        {names[0]}
      </text>
    </svg>
  )
}

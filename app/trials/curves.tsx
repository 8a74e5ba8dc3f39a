// The measure over the training, without the remedy and with it: each seed a thin line, their mean a thick one.

import type { JSX } from 'preact'
import type { TrialsArm, TrialsPicture } from '../../src/diagnosis/page-trials.ts'
import type { TrialRow, Yardstick } from '../../src/record/trials.ts'
import type { Words } from '../words.ts'
import { Labels, labelsOf, roomFor } from './labels.tsx'
import { type Frame, lossesOf, pathOf, placing } from './scale.ts'

interface CurvesProps {
  /** the run's key in the page */
  readonly at: string
  readonly trials: readonly TrialRow[]
  readonly yardstick: Yardstick
  readonly picture: TrialsPicture
  readonly words: Words
}

const [WIDE, HIGH, LEFT, HEAD, FOOT] = [528, 264, 64, 28, 44]
const BASE = HEAD + HIGH
const SHARES = [0, 0.25, 0.5, 0.75, 1]

export function Curves({ at, trials, yardstick, picture, words }: CurvesProps): JSX.Element {
  const { say, number } = words
  const { name } = yardstick
  const { ends } = picture
  const caption = ends
    ? say('page.trials.curves.caption', { without: number(ends.without), with: number(ends.with) })
    : say('page.trials.curves.screened')
  return (
    <section>
      <h3>
        <bdi>{say('page.trials.curves', { name })}</bdi>
      </h3>
      <p class="aside">{caption}</p>
      <Picture {...{ at, trials, yardstick, picture, words }} />
    </section>
  )
}

function Picture({ at, trials, yardstick, picture, words }: CurvesProps): JSX.Element {
  const { curves, without, with: with_ } = picture
  const rowsOf = (arm: TrialsArm) => arm.rows.flatMap((row) => trials[row] ?? [])
  const [own, tried] = [rowsOf(without), rowsOf(with_)]
  const labels = labelsOf(own, tried, picture, words)
  const right = WIDE - roomFor(labels)
  const x = (share: number) => LEFT + share * (right - LEFT)
  const frame: Frame = { x, y: placing(curves, BASE, HEAD), top: HEAD, base: BASE }
  const clip = `${at}-trials-frame`
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${WIDE} ${BASE + FOOT}`}
      role="img"
      aria-label={labelOf(own, picture, yardstick, words)}
    >
      <clipPath id={clip}>
        <rect x={LEFT} y={HEAD} width={right - LEFT + 2} height={HIGH} />
      </clipPath>
      <Axes {...{ frame, curves, name: yardstick.name, words }} />
      <g clip-path={`url(#${clip})`}>
        <Lines rows={own} mean={without.mean} arm="without" frame={frame} />
        <Lines rows={tried} mean={with_.mean} arm="with" frame={frame} />
      </g>
      {[...own, ...tried].flatMap((row) =>
        lossesOf(row).map((share) => (
          <line key={`${row.id} ${share}`} class="lost" x1={x(share)} x2={x(share)} y1={BASE} y2={BASE - 8} />
        )),
      )}
      <Labels {...{ labels, frame, words }} />
    </svg>
  )
}

function labelOf(own: readonly TrialRow[], { ends, curves }: TrialsPicture, { name }: Yardstick, words: Words): string {
  if (!ends) return `${words.say('page.trials.curves', { name })}. ${words.say('page.trials.curves.screened')}`
  const first = own[0]?.curve.find(([, value]) => value !== null)?.[1]
  return words.say('page.trials.curves.picture', {
    ...{ name, log: curves.log ? 'yes' : 'no', first: words.number(first ?? ends.without) },
    ...{ without: words.number(ends.without), with: words.number(ends.with) },
  })
}

interface AxesProps {
  readonly frame: Frame
  readonly curves: TrialsPicture['curves']
  readonly name: string
  readonly words: Words
}

function Axes({ frame: { x, y }, curves, name, words }: AxesProps): JSX.Element {
  return (
    <>
      {curves.ticks.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={LEFT} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 5} text-anchor="end">
            {words.number(tick)}
          </text>
        </g>
      ))}
      <line class="axis" x1={LEFT} x2={x(1)} y1={BASE} y2={BASE} />
      {SHARES.map((share) => (
        <text key={share} x={x(share)} y={BASE + 20} text-anchor="middle">
          {words.say('view.share', { share })}
        </text>
      ))}
      <text x={x(0.5)} y={BASE + 42} text-anchor="middle">
        {words.say('page.trials.share')}
      </text>
      <text x="0" y="14">
        {curves.log ? words.say('page.trials.log', { name }) : name}
      </text>
    </>
  )
}

interface LinesProps {
  readonly rows: readonly TrialRow[]
  readonly mean: TrialsArm['mean']
  readonly arm: 'without' | 'with'
  readonly frame: Frame
}

/** Where there is no mean the first line is the one that is labelled. */
function Lines({ rows, mean, arm, frame: { x, y } }: LinesProps): JSX.Element {
  const main = mean.length === 0 ? rows[0]?.id : undefined
  return (
    <>
      {rows.map((row) => (
        <path key={row.id} class={`${row.id === main ? 'thick' : 'thin'} of-${arm}`} d={pathOf(row.curve, x, y)} />
      ))}
      {mean.length > 0 && <path class={`thick of-${arm}`} d={pathOf(mean, x, y)} />}
    </>
  )
}

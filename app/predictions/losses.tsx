// The loss of each row of a split as a histogram over its logarithm.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import type { Words } from '../words.ts'
import { finite } from './splits.ts'

type OfSplit = ReportedPredictions['losses'][number]

interface LossesProps {
  readonly known: OfSplit
  /** mean loss of a constant guess, if it was scored */
  readonly guess: number | null
  readonly words: Words
}

export function Losses({ known, guess, words }: LossesProps): JSX.Element {
  const { say } = words
  const caption = say('page.predictions.losses.caption', {
    count: known.count,
    mean: known.mean,
    median: known.quantiles[3] ?? Number.NaN,
    carried: say('view.share', { share: known.carried }),
  })
  return (
    <section>
      <h3>{say('page.predictions.losses')}</h3>
      <p class="aside">{caption}</p>
      <Histogram known={known} guess={guess} label={caption} words={words} />
    </section>
  )
}

const [WIDE, HIGH, HEAD, FOOT] = [440, 210, 66, 44]
/** Losses below stand in the first bin: they are as good as none. */
const LEAST = 1.01e-4

/** A first bin so much higher than all others is cut, and its rows are written beside it. */
const TOWERS = 3

function Histogram({ known, guess, label, words }: LossesProps & { readonly label: string }): JSX.Element {
  const { edges, counts } = known.histogram
  const [first, last] = [edges[0] ?? 1, edges.at(-1) ?? 1]
  const [none = 0, ...others] = counts
  const open = known.measure === 'log-loss' && first <= LEAST && none > TOWERS * Math.max(1, ...others)
  const most = Math.max(1, ...(open ? others : counts))
  const x = (loss: number) => Math.max(0, Math.min(1, Math.log(loss / first) / (Math.log(last / first) || 1))) * WIDE
  const few = (count: number) => Math.min(1, count / most) * (HIGH - HEAD)
  return (
    <svg
      class={`picture square in-${known.split}`}
      viewBox={`0 0 ${WIDE} ${HIGH + FOOT}`}
      role="img"
      aria-label={label}
    >
      {counts.map((count, i) => {
        const [from, to] = [x(edges[i] ?? first), x(edges[i + 1] ?? last)]
        const high = few(count)
        return <rect key={i} class="fill" x={from} y={HIGH - high} width={Math.max(0.5, to - from - 1)} height={high} />
      })}
      {open && (
        <>
          <path class="cut" d={`M-3 ${HEAD + 20}l18 -6m0 6l-18 6`} />
          <text x="0" y={HEAD - 8}>
            {words.say('page.predictions.losses.least', { count: none, value: first })}
          </text>
        </>
      )}
      <line class="rule" x1="0" x2={WIDE} y1={HIGH} y2={HIGH} />
      <Marks mean={known.mean} guess={guess} x={x} words={words} />
      <Axis first={first} last={last} measure={known.measure} words={words} />
    </svg>
  )
}

interface AxisProps {
  readonly first: number
  readonly last: number
  readonly measure: string
  readonly words: Words
}

function Axis({ first, last, measure, words }: AxisProps): JSX.Element {
  return (
    <>
      <text x="0" y={HIGH + 18}>
        {words.number(first)}
      </text>
      <text x={WIDE} y={HIGH + 18} text-anchor="end">
        {words.number(last)}
      </text>
      <text x={WIDE / 2} y={HIGH + 38} text-anchor="middle">
        {words.say('page.predictions.losses.axis', { measure })}
      </text>
    </>
  )
}

interface MarkProps {
  readonly at: number
  readonly top: number
  readonly text: string
  readonly dashed?: boolean
  /** another mark's line, which the words must not cross */
  readonly beside?: number | undefined
}

interface MarksProps {
  readonly mean: number
  readonly guess: number | null
  readonly x: (loss: number) => number
  readonly words: Words
}

/** The mean, and above it what a constant guess loses. */
function Marks({ mean, guess, x, words }: MarksProps): JSX.Element {
  const other = finite(guess) && guess > 0 ? guess : undefined
  const beside = other === undefined ? undefined : x(other)
  return (
    <>
      {finite(mean) && (
        <Mark at={x(mean)} top={20} beside={beside} text={words.say('page.predictions.mean', { value: mean })} />
      )}
      {other !== undefined && (
        <Mark at={x(other)} top={0} dashed text={words.say('page.predictions.guess', { value: other })} />
      )}
    </>
  )
}

/** A sign of the text, about. */
const LETTER = 8

/** A line across the bars; its words on the side that has room. */
function Mark({ at, top, text, dashed, beside }: MarkProps): JSX.Element {
  const wide = text.length * LETTER
  const crossed = beside !== undefined && beside < at && at - beside < wide
  const left = at + wide > WIDE || (at > WIDE / 2 && !crossed)
  return (
    <>
      <line class={dashed ? 'guess dashed' : 'guess'} x1={at} x2={at} y1={top} y2={HIGH} />
      <text x={left ? at - 6 : at + 6} y={top + 13} text-anchor={left ? 'end' : 'start'}>
        {text}
      </text>
    </>
  )
}

// A reliability diagram: how often the model is right over how sure it is, the gap to the diagonal drawn, rows as size.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import type { Words } from '../words.ts'
import { nameOfSplit } from './splits.ts'

interface ReliabilityProps {
  readonly known: ReportedPredictions['calibration'][number]
  readonly words: Words
}

export function Reliability({ known, words }: ReliabilityProps): JSX.Element {
  const { say } = words
  const percent = (share: number) => say('view.predictions.share', { share })
  const caption = say('page.predictions.reliability.caption', {
    confidence: percent(known.confidence),
    accuracy: percent(known.accuracy),
    error: percent(known.ece),
    chance: percent(known.eceByChance),
    temperature: known.temperature,
    loss: known.loss,
    after: known.lossThen,
  })
  const points = known.bins.map(({ confidence, accuracy }) =>
    say('page.predictions.reliability.point', { confidence: percent(confidence), accuracy: percent(accuracy) }),
  )
  const label = say('page.predictions.reliability.picture', { bins: points.length, points: points.join('; ') })
  return (
    <section>
      <h3>{say('page.predictions.reliability')}</h3>
      <p class="aside">{caption}</p>
      <Picture known={known} label={`${nameOfSplit(known.split, words)}. ${label}`} words={words} />
    </section>
  )
}

const [WIDE, SIDE, LEFT, HEAD, FOOT] = [440, 330, 48, 28, 44]
const [SMALLEST, LARGEST] = [3, 14]
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const x = (share: number) => LEFT + share * SIDE
const y = (share: number) => HEAD + (1 - share) * SIDE

function Ticks({ words }: { readonly words: Words }): JSX.Element {
  return (
    <>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 5} text-anchor="end">
            {words.say('view.share', { share: tick })}
          </text>
          <text x={x(tick)} y={y(0) + 18} text-anchor="middle">
            {words.say('view.share', { share: tick })}
          </text>
        </g>
      ))}
    </>
  )
}

function Picture({ known, label, words }: ReliabilityProps & { readonly label: string }): JSX.Element {
  const most = Math.max(1, ...known.bins.map((bin) => bin.rows))
  return (
    <svg
      class={`picture square in-${known.split}`}
      viewBox={`0 0 ${WIDE} ${HEAD + SIDE + FOOT}`}
      role="img"
      aria-label={label}
    >
      <Ticks words={words} />
      <line class="equal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {known.bins.map(({ confidence, accuracy, rows }) => (
        <g key={confidence}>
          <line class="gap" x1={x(confidence)} x2={x(confidence)} y1={y(confidence)} y2={y(accuracy)} />
          <circle
            class="dot soft"
            cx={x(confidence)}
            cy={y(accuracy)}
            r={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(rows / most)}
          />
        </g>
      ))}
      <text x="0" y="14">
        {words.say('page.predictions.axis.accuracy')}
      </text>
      <text x={x(1)} y={y(0) + 38} text-anchor="end">
        {words.say('page.predictions.axis.confidence')}
      </text>
    </svg>
  )
}

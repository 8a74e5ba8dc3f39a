// The smallest set: columns added one by one, the score growing down a line, until little of the whole is missing.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import type { Words } from '../words.ts'
import { nameOfSplit } from './splits.ts'

interface SmallestProps {
  readonly known: ReportedPredictions['smallestSet'][number]
  /** what a constant guess scores, where the line may begin */
  readonly guess: number | null
  readonly words: Words
}

export function Smallest({ known, guess, words }: SmallestProps): JSX.Element | null {
  const { steps, whole, enough, of, split, measure } = known
  if (steps.length === 0) return null
  const { say } = words
  const scores = [...steps.map((one) => one.score), whole]
  const texts = aligned(scores, words.language)
  const caption = say('page.predictions.smallest.caption', {
    measure: say(`view.predictions.measure.${measure}`),
    split: nameOfSplit(split, words),
    whole: texts.at(-1),
    enough,
    of,
  })
  const [low, high] = [Math.min(...scores, guess ?? Number.POSITIVE_INFINITY), Math.max(...scores)]
  const names = [...steps.map((one) => one.feature), say('page.predictions.smallest.whole')]
  return (
    <section>
      <h3>{say('page.predictions.smallest')}</h3>
      <p class="aside">{caption}</p>
      <table class="smallest">
        <tbody>
          {names.map((name, i) => (
            <tr key={i} class={i < enough ? 'enough' : 'more quiet'}>
              <th scope="row" class="feature" title={name}>
                {i > 0 && i < steps.length && <span aria-hidden="true">+ </span>}
                <bdi>{name}</bdi>
              </th>
              <td>
                <Step scores={scores} at={i} low={low} high={high} />
              </td>
              <td class="number">{texts[i]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface StepProps {
  readonly scores: readonly number[]
  readonly at: number
  readonly low: number
  readonly high: number
}

const [WIDE, HIGH, EDGE] = [240, 32, 6]

/** A piece of the line: it comes from the middle to the score before, and goes to the middle to the next. */
function Step({ scores, at, low, high }: StepProps): JSX.Element {
  const x = (score: number) => EDGE + ((score - low) / (high - low || 1)) * (WIDE - 2 * EDGE)
  const own = x(scores[at]!)
  const half = (other: number | undefined) => (other === undefined ? own : (own + x(other)) / 2)
  const [before, after] = [half(scores[at - 1]), half(scores[at + 1])]
  const whole = x(scores.at(-1)!)
  return (
    <svg class="picture step-line" viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
      <line class="rule" x1={whole} x2={whole} y1="0" y2={HIGH} />
      {at > 0 && <line class="grow" x1={before} y1="0" x2={own} y2={HIGH / 2} />}
      {at < scores.length - 1 && <line class="grow" x1={own} y1={HIGH / 2} x2={after} y2={HIGH} />}
      <line class="knot" x1={own} x2={own} y1={HIGH / 2} y2={HIGH / 2} />
      <line class="hole" x1={own} x2={own} y1={HIGH / 2} y2={HIGH / 2} />
    </svg>
  )
}

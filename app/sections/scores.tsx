// The scores of the predictions: a small table a measure, each split a dot in its interval beside the constant guess.

import type { JSX } from 'preact'
import type { ExaminedRun } from '../../src/diagnosis/examination.ts'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { finite, nameOfSplit } from '../predictions/splits.ts'
import type { Words } from '../words.ts'

type Score = ReportedPredictions['scores'][number]

interface ScoresProps {
  /** the run's key in the page */
  readonly at: string
  readonly run: ExaminedRun
  readonly words: Words
}

export function Scores({ at, run, words }: ScoresProps): JSX.Element | null {
  const { predictions } = run
  if (!predictions) return null
  const { say } = words
  const counted = predictions.parts.map(({ split, rows }) => `${nameOfSplit(split, words)} ${words.number(rows, 9)}`)
  const parts = say('view.predictions.parts', { parts: counted.join(' · ') })
  const measures = [...new Set(predictions.scores.map((one) => one.measure))]
  return (
    <section class="wide" aria-labelledby={`${at}-scores`}>
      <h2 id={`${at}-scores`}>{say('page.predictions.title')}</h2>
      <p>{measures.length > 0 ? say('page.predictions.rows', { parts }) : parts}</p>
      {predictions.parts
        .filter((one) => one.left > 0)
        .map(({ split, left }) => (
          <p key={split} class="aside">
            {say('view.predictions.left', { count: left, split: nameOfSplit(split, words) })}
          </p>
        ))}
      <div class="scores">
        {measures.map((measure) => (
          <OneMeasure key={measure} all={predictions.scores.filter((one) => one.measure === measure)} words={words} />
        ))}
      </div>
    </section>
  )
}

const DOWN: readonly string[] = ['log-loss', 'rmse', 'mae', 'mse']

function OneMeasure({ all, words }: { readonly all: readonly Score[]; readonly words: Words }): JSX.Element {
  const { say, language } = words
  const measure = all[0]!.measure
  const texts = aligned(
    all.flatMap((one) => [one.value, one.low, one.high, one.constant]),
    language,
  )
  return (
    <table class="score">
      <caption>
        <strong>{say(`view.predictions.measure.${measure}`)}</strong>{' '}
        <small>{say('page.predictions.better', { direction: DOWN.includes(measure) ? 'down' : 'up' })}</small>
      </caption>
      <thead>
        <tr>
          <td colSpan={2} />
          <th scope="col" class="number">
            {say('view.predictions.score')}
          </th>
          <th scope="col" class="number interval">
            {say('view.predictions.interval')}
          </th>
          <th scope="col" class="number">
            {say('view.predictions.guess')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((one, i) => (
          <Row key={one.split} one={one} all={all} texts={texts.slice(4 * i, 4 * i + 4)} words={words} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly one: Score
  readonly all: readonly Score[]
  /** value, low, high, constant */
  readonly texts: readonly string[]
  readonly words: Words
}

function Row({ one, all, texts, words }: RowProps): JSX.Element {
  const [value, low, high, constant] = texts
  const split = nameOfSplit(one.split, words)
  return (
    <tr>
      <th scope="row">{split}</th>
      <td>
        <Interval
          one={one}
          all={all}
          label={words.say('page.predictions.bar', { split, value, low, high, constant })}
        />
      </td>
      <td class="number">
        <strong>{value}</strong>
      </td>
      <td class="number interval quiet">{words.say('view.predictions.range', { low, high })}</td>
      <td class="number quiet">{constant}</td>
    </tr>
  )
}

const [WIDE, HIGH, EDGE] = [180, 20, 6]

/** All splits of one measure on one scale, which the constant guess belongs to. */
function Interval({ one, all, label }: Pick<RowProps, 'one' | 'all'> & { readonly label: string }): JSX.Element {
  const known = all.flatMap((score) => [score.low, score.high, score.value, score.constant]).filter(finite)
  const [from, to] = [Math.min(...known), Math.max(...known)]
  const x = (value: number) => EDGE + ((value - from) / (to - from || 1)) * (WIDE - 2 * EDGE)
  const middle = HIGH / 2
  const { low, high, value, constant } = one
  return (
    <svg class={`picture range in-${one.split}`} viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label}>
      <line class="rule" x1="0" x2={WIDE} y1={middle} y2={middle} />
      {finite(constant) && <line class="guess" x1={x(constant)} x2={x(constant)} y1="2" y2={HIGH - 2} />}
      {finite(low) && finite(high) && <line class="whisker" x1={x(low)} x2={x(high)} y1={middle} y2={middle} />}
      {finite(value) && <circle class="dot" cx={x(value)} cy={middle} r="5" />}
    </svg>
  )
}

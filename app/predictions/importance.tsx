// What the score loses when a column is shuffled, a bar a split with its standard error, beside Shapley and LIME.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { Heads } from './heads.tsx'
import { finite, heldOut, nameOfSplit } from './splits.ts'

type OfSplit = ReportedPredictions['importance'][number]
type Feature = OfSplit['features'][number]

interface ImportanceProps {
  readonly all: readonly OfSplit[]
  readonly words: Words
}

const SHOWN = 12

export function Importance({ all, words }: ImportanceProps): JSX.Element | null {
  const held = heldOut(all)
  if (!held || held.features.length === 0) return null
  const { say } = words
  const caption = say('page.predictions.importance.caption', {
    measure: say(`view.predictions.measure.${held.measure}`),
  })
  const explained = held.features.some((one) => one.shapley !== undefined || one.lime !== undefined)
  const rest = held.features.length - SHOWN
  const part = (features: readonly Feature[]) => <Columns {...{ all, held, features, words }} />
  return (
    <section>
      <h3>{say('page.predictions.importance')}</h3>
      <p class="aside">{caption}</p>
      {part(held.features.slice(0, SHOWN))}
      {rest > 0 && (
        <details class="screen">
          <summary>{say('page.data.rest', { count: rest })}</summary>
          {part(held.features.slice(SHOWN))}
        </details>
      )}
      {explained && (
        <p class="aside">{say('page.predictions.importance.says', { split: nameOfSplit(held.split, words) })}</p>
      )}
    </section>
  )
}

interface ColumnsProps extends ImportanceProps {
  readonly held: OfSplit
  readonly features: readonly Feature[]
}

/** The numbers of a row, those of the held-out split foremost. */
function numbersOf({ all, held, features, words }: ColumnsProps) {
  const own = all.map((one) => features.map(({ feature }) => one.features.find((other) => other.feature === feature)))
  const drops = aligned(
    own.flatMap((list) => list.map((one) => one?.drop)),
    words.language,
  )
  const told = (['shapley', 'lime'] as const).filter((key) => features.some((one) => one[key] !== undefined))
  return [
    ...all.map(({ split }, k) => ({
      head: nameOfSplit(split, words),
      kind: split === held.split ? 'number' : 'number quiet',
      texts: drops.slice(k * features.length, (k + 1) * features.length),
    })),
    ...told.map((key) => ({
      head: key === 'lime' ? 'LIME' : 'Shapley',
      kind: 'number quiet',
      texts: aligned(
        features.map((one) => one[key]),
        words.language,
      ),
    })),
  ]
}

function Columns(props: ColumnsProps): JSX.Element {
  const { all, features, words } = props
  const { say } = words
  const numbers = numbersOf(props)
  const heads = numbers.map((one) => ({ text: one.head, number: true }))
  return (
    <Scroll label={say('page.predictions.importance')}>
      <table class="importance">
        <Heads heads={[{ text: say('view.predictions.feature') }, null, ...heads]} />
        <tbody>
          {features.map(({ feature }, i) => (
            <tr key={feature}>
              <th scope="row" class="feature" title={feature}>
                <bdi>{feature}</bdi>
              </th>
              <td>
                <Bars all={all} feature={feature} words={words} />
              </td>
              {numbers.map(({ head, kind, texts }) => (
                <td key={head} class={kind}>
                  {texts[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const [WIDE, BAR, EDGE] = [300, 9, 4]

/** A bar a split from 0, on the scale of all columns; what a shuffle seems to gain goes to the left. */
function Bars({ all, feature, words }: ImportanceProps & { readonly feature: string }): JSX.Element {
  const ends = all.flatMap((one) => one.features.flatMap(({ drop, error }) => [drop - error, drop + error]))
  const [low, high] = [Math.min(0, ...ends.filter(finite)), Math.max(1e-12, ...ends.filter(finite))]
  const x = (value: number) => EDGE + ((value - low) / (high - low)) * (WIDE - 2 * EDGE)
  const own = all.flatMap((one) => {
    const found = one.features.find((other) => other.feature === feature)
    return found && finite(found.drop)
      ? [{ split: one.split, drop: found.drop, error: finite(found.error) ? found.error : 0 }]
      : []
  })
  const told = own.map(({ split, drop, error }) =>
    words.say('page.predictions.importance.drop', { split: nameOfSplit(split, words), drop, error }),
  )
  const tall = all.length * (BAR + 3) - 1
  return (
    <svg
      class="picture bars"
      viewBox={`0 0 ${WIDE} ${tall}`}
      role="img"
      aria-label={words.say('page.predictions.importance.bar', { feature, drops: told.join(', ') })}
    >
      <line class="rule" x1={x(0)} x2={x(0)} y1="0" y2={tall} />
      {own.map(({ split, drop, error }, k) => {
        const top = k * (BAR + 3)
        const [from, to] = [Math.min(0, drop), Math.max(0, drop)]
        return (
          <g key={split} class={`in-${split}`}>
            <rect class="fill" x={x(from)} y={top} width={x(to) - x(from)} height={BAR} />
            <line class="error" x1={x(drop - error)} x2={x(drop + error)} y1={top + BAR / 2} y2={top + BAR / 2} />
          </g>
        )
      })}
    </svg>
  )
}

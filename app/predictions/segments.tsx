// Parts of the rows where the model does worse than elsewhere, as a table.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { Heads } from './heads.tsx'
import { nameOfSplit } from './splits.ts'

interface SegmentsProps {
  readonly all: ReportedPredictions['segments']
  readonly words: Words
}

const SHOWN = 10

export function Segments({ all, words }: SegmentsProps): JSX.Element | null {
  const [first] = all
  if (!first) return null
  const { say } = words
  const measure = say(`view.predictions.measure.${first.measure}`)
  return (
    <section>
      <h3>{say('page.predictions.segments')}</h3>
      <p class="aside">{say('page.predictions.segments.caption', { measure })}</p>
      <Scroll label={say('page.predictions.segments')}>
        <Rows all={all.slice(0, SHOWN)} words={words} />
      </Scroll>
    </section>
  )
}

const HEADS = ['where', 'split', 'rows', 'score', 'rest'] as const
const NUMBERS: readonly string[] = ['rows', 'score', 'rest']

function Rows({ all, words }: SegmentsProps): JSX.Element {
  const { say } = words
  const texts = aligned(
    all.flatMap((one) => [one.score, one.rest]),
    words.language,
  )
  const heads = HEADS.map((name) => ({
    text: say(`page.predictions.segments.${name}`),
    number: NUMBERS.includes(name),
  }))
  return (
    <table>
      <Heads heads={[{ text: say('view.predictions.feature') }, ...heads]} />
      <tbody>
        {all.map(({ column, where, split, rows }, i) => (
          <tr key={i}>
            <th scope="row" class="feature" title={column}>
              <bdi>{column}</bdi>
            </th>
            <td class="where">
              <bdi>{where}</bdi>
            </td>
            <td>{nameOfSplit(split, words)}</td>
            <td class="number">{words.number(rows, 9)}</td>
            <td class="number strong">{texts[2 * i]}</td>
            <td class="number quiet">{texts[2 * i + 1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

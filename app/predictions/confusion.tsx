// What was taken for what: rows of each true class by the predicted one, right ones in blue, mistakes in orange.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { Heads } from './heads.tsx'

interface ConfusionProps {
  readonly known: ReportedPredictions['confusion'][number]
  readonly words: Words
}

export function Confusion({ known, words }: ConfusionProps): JSX.Element {
  const { say } = words
  const accuracy = say('view.predictions.share', { share: known.accuracy })
  return (
    <section>
      <h3>{say('page.predictions.confusion')}</h3>
      <p class="aside">{say('page.predictions.confusion.caption', { accuracy })}</p>
      <Scroll label={say('page.predictions.confusion')}>
        <Cells known={known} words={words} />
      </Scroll>
    </section>
  )
}

function Cells({ known, words }: ConfusionProps): JSX.Element {
  const { classes, cells, recall, precision } = known
  const { say } = words
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? '–' : say('view.share', { share })
  const heads = [...classes, say('page.predictions.recall')].map((text) => ({ text, number: true }))
  return (
    <table class="matrix confusion">
      <Heads heads={[null, ...heads]} />
      <tbody>
        {classes.map((name, i) => (
          <tr key={i}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {(cells[i] ?? []).map((rows, k) => (
              <td key={k} class={`number ${shade(rows, cells[i]!, i === k)}`}>
                {rows === 0 ? <span class="quiet">0</span> : words.number(rows, 9)}
              </td>
            ))}
            <td class="number quiet">{percent(recall[i])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" class="quiet">
            {say('page.predictions.precision')}
          </th>
          {classes.map((_, k) => (
            <td key={k} class="number quiet">
              {percent(precision[k])}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  )
}

/** By the share of the true class; a few mistakes among many rows are still to be seen. */
function shade(rows: number, row: readonly number[], right: boolean): string {
  const share =
    rows /
    Math.max(
      1,
      row.reduce((sum, one) => sum + one, 0),
    )
  if (rows === 0) return ''
  return `${right ? 'shade' : 'miss'}-${Math.max(1, Math.round(9 * share))}`
}

// The rows of a split with the largest losses: what is true, what was said and how surely, and what the row holds.

import type { JSX } from 'preact'
import type { ReportedPredictions } from '../../src/diagnosis/report-model.ts'
import { aligned } from '../../src/locales/aligned.ts'
import { Scroll } from '../scroll.tsx'
import type { Words } from '../words.ts'
import { Heads } from './heads.tsx'
import { nameOfSplit } from './splits.ts'

type OfSplit = ReportedPredictions['losses'][number]

interface WorstProps {
  readonly known: OfSplit
  /** name of the column of the truth, which has a column of its own */
  readonly label: string | undefined
  readonly words: Words
}

const SHOWN = 6

export function Worst({ known, label, words }: WorstProps): JSX.Element | null {
  const { say } = words
  const rest = known.worst.length - SHOWN
  if (known.worst.length === 0) return null
  const part = (rows: OfSplit['worst']) => <Rows known={{ ...known, worst: rows }} label={label} words={words} />
  return (
    <section>
      <h3>{say('view.predictions.worst', { split: nameOfSplit(known.split, words) })}</h3>
      {part(known.worst.slice(0, SHOWN))}
      {rest > 0 && (
        <details class="screen">
          <summary>{say('page.predictions.rest', { count: rest })}</summary>
          {part(known.worst.slice(SHOWN))}
        </details>
      )}
    </section>
  )
}

/** What stands in each column; a column that no row fills is left out. */
function cellsOf({ worst, measure }: OfSplit, label: string | undefined, words: Words) {
  const numbers = measure === 'mse'
  const column = (texts: readonly string[]) => (numbers ? aligned(texts.map(Number), words.language) : texts)
  const sure = worst.map(({ probability }) =>
    probability === undefined ? '' : words.say('view.predictions.share', { share: probability }),
  )
  const cells = worst.map((one) => withoutLabel(one.ref.text, label))
  const filled = (texts: readonly string[]) => (texts.some((one) => one !== '') ? texts : undefined)
  return {
    numbers,
    rows: worst.map(({ ref }) => (ref.row === undefined ? (ref.file ?? '') : words.number(ref.row, 9))),
    truth: column(worst.map((one) => one.truth)),
    said: column(worst.map((one) => one.predicted)),
    sure: filled(sure),
    losses: aligned(
      worst.map((one) => one.loss),
      words.language,
    ),
    cells: filled(cells),
  }
}

function withoutLabel(text: string, label: string | undefined): string {
  return label !== undefined && text.startsWith(`${label} = `) ? text.slice(text.indexOf(', ') + 2) : text
}

function Rows({ known, label, words }: WorstProps): JSX.Element {
  const { say } = words
  const { numbers, rows, truth, said, sure, losses, cells } = cellsOf(known, label, words)
  const heads = [
    { text: say('view.predictions.row'), number: true },
    { text: say('view.predictions.true'), number: numbers },
    { text: say('view.predictions.predicted'), number: numbers },
    ...(sure ? [{ text: say('page.predictions.probability'), number: true }] : []),
    { text: say('view.predictions.loss'), number: true },
    ...(cells ? [{ text: say('view.predictions.cells') }] : []),
  ]
  const kind = numbers ? 'number' : undefined
  const cell = (text: string | undefined, name: string | undefined) => (
    <td class={name}>
      <bdi>{text}</bdi>
    </td>
  )
  return (
    <Scroll label={say('view.predictions.worst', { split: nameOfSplit(known.split, words) })}>
      <table class="worst">
        <Heads heads={heads} />
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {cell(row, 'number')}
              {cell(truth[i], kind)}
              {cell(said[i], kind)}
              {sure && cell(sure[i], 'number')}
              {cell(losses[i], 'number strong')}
              {cells && cell(cells[i], 'cells')}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

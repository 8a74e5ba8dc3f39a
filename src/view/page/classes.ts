// Classes on the terminal: what was taken for what, and whether the probabilities hold.

import type { ReportedPredictions } from '../../diagnosis/report-model.ts'
import { width } from '../wrap.ts'
import { type Column, grid } from './grid.ts'
import { bullet, heading, type Sheet } from './sheet.ts'
import { heldOut, nameOfSplit } from './splits.ts'

const MOST_CLASSES = 8
const MOST_MISTAKES = 4
/** of the probability, as the calibration counts them (Guo et al. 2017) */
const BINS = 15

/** Of the held-out split: a table of few classes, of many the commonest mistakes. */
export function confusion({ confusion: all }: ReportedPredictions, on: Sheet): string[] {
  const known = heldOut(all)
  if (!known || known.classes.length < 2) return []
  const split = nameOfSplit(known.split, on)
  if (known.classes.length > MOST_CLASSES) return mistakes(known, split, on)
  const { classes, cells, recall } = known
  const names = classes.map((one) => on.line(one, 40))
  const columns = classes.map(
    (_, k): Column => ({
      head: names[k]!,
      cells: cells.map((row) => on.number(row[k]!)),
      right: true,
      most: Math.max(6, Math.min(12, Math.floor((on.columns - 30) / classes.length) - 2)),
      ink: (text, row) =>
        row === k ? on.ink.cyan(text) : cells[row]![k] === 0 ? on.ink.dim(text) : on.ink.yellow(text),
    }),
  )
  const found = recall.map((one) => (one === null ? on.symbols.none : on.say('view.share', { share: one })))
  return [
    ...heading(on, on.say('view.predictions.classes', { split })),
    ...grid(
      [
        { head: '', cells: names, most: 20 },
        ...columns,
        { head: on.say('view.predictions.found'), cells: found, right: true, spare: 1, ink: on.ink.dim },
      ],
      on,
    ),
  ]
}

function mistakes({ classes, cells }: ReportedPredictions['confusion'][number], split: string, on: Sheet): string[] {
  const wrong = cells
    .flatMap((row, i) => row.map((rows, k) => ({ i, k, rows, of: row.reduce((sum, one) => sum + one, 0) })))
    .filter(({ i, k, rows }) => i !== k && rows > 0)
    .sort((a, b) => b.rows - a.rows)
  if (wrong.length === 0) return []
  const name = (k: number) => on.line(classes[k] ?? '', 40)
  return [
    ...heading(on, on.say('view.predictions.mistaken', { split })),
    ...wrong
      .slice(0, MOST_MISTAKES)
      .flatMap(({ i, k, rows, of }) =>
        bullet(on, on.symbols.note, on.say('view.predictions.taken', { truth: name(i), predicted: name(k), rows, of })),
      ),
  ]
}

/** Two rows of heights over the probability given: how sure the model was in each bin, and how often right. */
export function calibration({ calibration: all }: ReportedPredictions, on: Sheet): string[] {
  const known = heldOut(all)
  if (!known) return []
  const percent = (share: number) => on.say('view.predictions.share', { share })
  const { temperature, loss, lossThen } = known
  const said = [
    on.say('view.predictions.error', { error: percent(known.ece), chance: percent(known.eceByChance) }),
    on.say('view.predictions.temperature', { temperature, loss, after: lossThen }),
  ]
  const heights = (of: 'confidence' | 'accuracy') => {
    const signs = new Array<string>(BINS).fill(' ')
    for (const bin of known.bins) signs[Math.min(BINS - 1, Math.floor(bin.confidence * BINS))] = height(bin[of], on)
    return signs.join('')
  }
  const lines = grid(
    [
      { head: '', cells: [on.say('view.predictions.sure'), on.say('view.predictions.right')] },
      {
        head: '',
        cells: [heights('confidence'), heights('accuracy')],
        ink: (text, row) => (row === 0 ? on.ink.dim(text) : on.ink.cyan(text)),
      },
      { head: '', cells: [percent(known.confidence), percent(known.accuracy)], right: true, ink: on.ink.bold },
    ],
    on,
  )
  const title = on.say('view.predictions.probabilities', { split: nameOfSplit(known.split, on) })
  return [...heading(on, title), ...beside(lines, said, on)]
}

function height(share: number, { symbols: { blocks } }: Sheet): string {
  return blocks[Math.max(0, Math.min(blocks.length - 1, Math.floor(share * blocks.length)))]!
}

/** Remarks behind the lines where they fit, below them where they do not. */
function beside(lines: readonly string[], said: readonly string[], on: Sheet): string[] {
  const longest = Math.max(...lines.map((one) => width(one.replace(/\u001b\[\d+m/g, ''))))
  if (said.every((one) => longest + 3 + width(one) <= on.columns))
    return lines.map((one, i) => `${one}   ${on.ink.dim(said[i] ?? '')}`)
  return [...lines, ...said.flatMap((one) => bullet(on, on.symbols.note, one)).map(on.ink.dim)]
}

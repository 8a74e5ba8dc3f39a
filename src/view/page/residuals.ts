// What a regression leaves over, on the terminal: its error beside the spread of the targets, and predicted against true.

import type { ReportedPredictions } from '../../diagnosis/report-model.ts'
import { width } from '../wrap.ts'
import { heading, paragraph, type Sheet } from './sheet.ts'
import { heldOut, nameOfSplit } from './splits.ts'

const [WIDE, HIGH] = [32, 11]
/** dots of a Braille sign, by column and row of the sign: bits of its code (Unicode 2800) */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const
const BRAILLE = 0x2800

/** Of the held-out split; nothing for classes. */
export function residuals({ residuals: all }: ReportedPredictions, on: Sheet): string[] {
  const known = heldOut(all)
  if (!known) return []
  const { rmse, ofSpread, spread, predictedSpread, truth, predicted } = known
  const share = on.say('view.predictions.share', { share: ofSpread })
  const split = nameOfSplit(known.split, on)
  return [
    ...heading(on, on.say('view.predictions.scatter', { split })),
    ...paragraph(on, on.say('view.predictions.residuals', { error: rmse, share }), 2),
    ...paragraph(on, on.say('view.predictions.spread', { truth: spread, predicted: predictedSpread }), 2),
    ...picture(truth, predicted, on),
  ]
}

/** Points as dots of Braille, or as signs where only ASCII arrives; both axes have one scale. */
function picture(truth: readonly number[], predicted: readonly number[], on: Sheet): string[] {
  const points = truth.map((x, i) => [x, predicted[i]!] as const).filter((one) => one.every(Number.isFinite))
  if (points.length < 3) return []
  const all = points.flat()
  const [low, high] = [Math.min(...all), Math.max(...all)]
  if (low === high) return []
  const braille = on.symbols.point !== 'o'
  const [across, up] = braille ? [2 * WIDE, 4 * HIGH] : [WIDE, HIGH]
  const at = (value: number, room: number) => Math.min(room - 1, Math.floor(((value - low) / (high - low)) * room))
  const grid = Array.from({ length: HIGH }, () => new Array<number>(WIDE).fill(0))
  for (const [x, y] of points) {
    const [column, row] = [at(x, across), up - 1 - at(y, up)]
    if (braille) grid[row >> 2]![column >> 1]! |= DOTS[column & 1]![row & 3]!
    else grid[row]![column] = 1
  }
  const sign = (code: number) => (code === 0 ? ' ' : braille ? String.fromCharCode(BRAILLE + code) : on.symbols.point)
  const [top, foot] = [on.number(high), on.number(low)]
  const room = Math.max(width(top), width(foot))
  const label = (row: number) => (row === 0 ? top : row === HIGH - 1 ? foot : '').padStart(room)
  return [
    ...grid.map(
      (codes, row) =>
        `  ${on.ink.dim(`${label(row)} ${on.symbols.tick}`)}${on.ink.cyan(codes.map(sign).join('').trimEnd())}`,
    ),
    on.ink.dim(`  ${' '.repeat(room + 1)}${on.symbols.rule.repeat(WIDE + 1)}`),
    on.ink.dim(`  ${' '.repeat(room + 2)}${foot}${top.padStart(WIDE - width(foot))}`),
    ...paragraph(on, on.say('view.predictions.picture'), room + 4).map(on.ink.dim),
  ]
}

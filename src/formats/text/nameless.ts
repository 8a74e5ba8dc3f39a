// Columns of numbers without names, as old fastai and YOLO's results.txt print them: known by their layout.

import { message } from '../../locales/speak.ts'
import type { DialectReader, Line, TextSink } from './dialect.ts'
import { MARK } from './marks.ts'
import { numberOf } from './numbers.ts'

const YOLO = 'box_loss obj_loss cls_loss total_loss'.split(' ')
const YOLO_VAL = 'val/box_loss val/obj_loss val/cls_loss'.split(' ')
const YOLO_SCORES = 'precision recall mAP@.5 mAP@.5:.95'.split(' ')
const FASTAI = 'train_loss valid_loss accuracy'.split(' ')

/** So many rows must count on before columns without names are believed. */
const ENOUGH = 3

/** Opens the reader of nameless columns; rows wait until enough of them have come. */
export function openNameless(sink: TextSink): DialectReader {
  let rows: number[][] = []
  let told = false
  function flush(): void {
    if (rows.length >= ENOUGH) for (const row of rows) tell(row)
    rows = []
  }
  function tell(row: readonly number[]): void {
    if (!told) sink.note(message('note.unnamed-columns', { names: FASTAI.join(', ') }))
    told = true
    sink.epoch(row[0] as number)
    for (const [i, name] of FASTAI.entries()) {
      const value = row[i + 1]
      if (value !== undefined) sink.point(name, value, { epoch: row[0], axis: 'epoch', mean: 'epoch' })
    }
  }
  return {
    line(line: Line) {
      if (rows.length === 0 && (line.marks & MARK.digit) === 0) return false
      let at = 0
      while (line.text.charCodeAt(at) === 32) at++
      const first = line.text.charCodeAt(at)
      if (!(first >= 48 && first <= 57)) {
        if (line.text.trim() !== '') flush()
        return false
      }
      if (results(line.text, sink)) return true
      const row = rowOf(line.text)
      if (row === undefined) {
        flush()
        return false
      }
      if (!follows(rows.at(-1), row)) flush()
      rows.push(row)
      return true
    },
    busy: () => rows.length > 0,
    end: flush,
  }
}

/** `epoch train valid accuracy [...]`: a count, then at least two decimals of like size. */
function rowOf(text: string): number[] | undefined {
  if (text.length > 200 || !/^\s*\d{1,6}\s+[\d.]+\s/.test(text)) return undefined
  const cells = text
    .trim()
    .split(/\s+/)
    .filter((cell) => !/^\d+:\d\d/.test(cell))
    .map(numberOf)
  if (cells.length < 4 || cells.length > 8 || cells.some((cell) => cell === undefined)) return undefined
  const row = cells as number[]
  const decimals = text
    .trim()
    .split(/\s+/)
    .slice(1, 4)
    .every((cell) => /[.n]/.test(cell))
  return decimals && Number.isInteger(row[0]) ? row : undefined
}

function follows(last: readonly number[] | undefined, row: readonly number[]): boolean {
  return last === undefined || (last.length === row.length && row[0] === (last[0] as number) + 1)
}

/** One row of YOLOv5's or v7's results.txt: `0/299 0.489G box obj cls total labels size P R mAP mAP box obj cls`. */
function results(text: string, sink: TextSink): boolean {
  const cells = text.trim().split(/\s+/)
  if (cells.length !== 15 || !/^\d+\/\d+$/.test(cells[0] as string) || !/^[\d.]+[GM]$/.test(cells[1] as string))
    return false
  const values = cells.map(numberOf)
  if (values.slice(2).some((value) => value === undefined)) return false
  const epoch = Number.parseInt(cells[0] as string, 10)
  sink.epoch(epoch)
  const tell = (names: readonly string[], from: number, split: 'val' | undefined) => {
    for (const [i, name] of names.entries())
      sink.point(name, values[from + i] as number, { epoch, split, axis: 'epoch', mean: 'epoch' })
  }
  tell(YOLO, 2, undefined)
  tell(YOLO_SCORES, 8, 'val')
  tell(YOLO_VAL, 12, undefined)
  return true
}

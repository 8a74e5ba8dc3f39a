// The results.txt of YOLOv3, YOLOv5 (before its results.csv) and YOLOv7: columns without a header.

import { message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { fact } from '../record/fact.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { textLines } from './wire/lines.ts'
import { numberIn } from './wire/number.ts'

/** After `epoch/epochs` and the memory of the GPU. The last but three is F1 in YOLOv3 and a stricter mAP since. */
const LOSSES = ['train/box_loss', 'train/obj_loss', 'train/cls_loss', 'train/total_loss'] as const
const SCORES = ['metrics/precision', 'metrics/recall', 'metrics/mAP_0.5', 'metrics/mAP_0.5:0.95'] as const
const LOSSES_VAL = ['val/box_loss', 'val/obj_loss', 'val/cls_loss'] as const
const COUNTS = 2
const COLUMNS = 2 + LOSSES.length + COUNTS + SCORES.length + LOSSES_VAL.length
const ROW = /^\s*(\d{1,6})\/(\d{1,6})\s+([\d.]+)[GM]?\s+(\S.*)$/

export default defineFormat({
  name: 'ultralytics-results',
  title: 'Ultralytics results.txt',
  recognises(head) {
    const lines = head.text.split(/\r?\n/).filter((line) => line.trim() !== '')
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines
    return whole.length > 0 && whole.slice(0, 20).every((line) => cellsOf(line) !== undefined)
  },
  open,
})

function open(emit: Emit, head: Head): Reader {
  let told = false
  let bad = 0
  let firstBad = 0
  const lines = textLines((line, number) => {
    const cells = cellsOf(line)
    if (cells === undefined) {
      if (line.trim() !== '' && bad++ === 0) firstBad = number
      return
    }
    if (!told) {
      told = true
      const quote = line.trim().split(/\s/, 1)[0]!
      emit({ kind: 'fact', fact: fact('epochs', cells.epochs + 1, quote, head.name || 'line 1', 'file') })
    }
    emitRow(emit, cells)
  })
  return {
    push: lines.push,
    end() {
      const before = bad
      lines.end()
      if (before > 0) emit({ kind: 'note', note: message('note.bad-lines', { count: before, line: firstBad }) })
    },
  }
}

interface Cells {
  readonly epoch: number
  readonly epochs: number
  readonly values: readonly (number | undefined)[]
}

function cellsOf(line: string): Cells | undefined {
  const match = line.length < 1000 ? ROW.exec(line) : null
  if (!match) return undefined
  const words = match[4]!.trim().split(/\s+/)
  if (words.length !== COLUMNS - 2) return undefined
  return { epoch: Number(match[1]), epochs: Number(match[2]), values: words.map(numberIn) }
}

/** The train columns are means over the epoch; the scores are of the validation. */
function emitRow(emit: Emit, { epoch, values }: Cells): void {
  const names = [...LOSSES, undefined, undefined, ...SCORES, ...LOSSES_VAL]
  for (const [column, name] of names.entries()) {
    const value = values[column]
    if (name === undefined || value === undefined) continue
    const split = name.startsWith('train/') ? 'train' : 'val'
    emit({ kind: 'point', name, value, epoch, split, axis: 'epoch', mean: split === 'train' ? 'epoch' : undefined })
  }
}

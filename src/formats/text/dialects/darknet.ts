// Darknet (YOLO): `1012: 2.1, 2.3 avg loss, 0.001 rate, 1.9 seconds, 6072 images`; the lines of regions are details.

import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'darknet', title: 'Darknet', turn: 45, open })

const ITERATION = /^\s*(\d+): (-?[\w.+-]+), (-?[\w.+-]+) avg(?: loss)?, (-?[\w.+-]+) rate, [\d.]+ seconds, (\d+) images/
const REGION = /^\s*(?:Region|v3|v4|Detection)\b.{0,40}\b(?:Avg IOU|Avg \(IOU|iou_loss)/i
const MAP = /mean_average_precision \(mAP@[\d.]+\) = ([\d.]+)/

function open(sink: TextSink): DialectReader {
  return {
    line(line) {
      const { text } = line
      if ((line.marks & (MARK.comma | MARK.equals)) === 0) return false
      const first = text.charCodeAt(0)
      if (
        !(
          first === 32 ||
          first === 82 ||
          first === 118 ||
          first === 68 ||
          first === 109 ||
          (first >= 48 && first <= 57)
        )
      )
        return false
      // A region without objects prints -nan: no sign of a broken training, so the lines of regions are left out.
      if (text.includes('IOU') && REGION.test(text)) return true
      const map = text.includes('mean_average_precision') ? numberOf(MAP.exec(text)?.[1] ?? '') : undefined
      if (map !== undefined) {
        sink.point('mAP', map, { split: 'val' })
        return true
      }
      const found = text.includes(' avg') ? ITERATION.exec(text) : null
      if (found === null) return false
      const values = [found[2], found[3], found[4]].map((cell) => numberOf(cell ?? ''))
      if (values.some((value) => value === undefined)) return false
      const step = Number(found[1])
      sink.point('loss', values[0] as number, { step, axis: 'step', mean: 'batch' })
      sink.point('avg loss', values[1] as number, { step, axis: 'step', mean: 'running' })
      sink.point('rate (lr)', values[2] as number, { step, axis: 'step' })
      sink.step(step)
      return true
    },
  }
}

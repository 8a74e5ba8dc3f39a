// Keras tables with rules of `_` and `=`, versions 1 and 2, also where a paste lost its line breaks.

import type { Layer } from '../../../record/run.ts'
import { wholeKind } from './kinds.ts'
import { defineSummary, rowsOf, shapeOf, whole } from './summary.ts'

const HEAD = /^\W*Layer \(type\)\s.{0,40}Output Shape\s.{0,40}Param ?#/
const ROW =
  /([\w./:-]{1,80}) \(([A-Z][A-Za-z0-9_>.]{1,40})\)?\s+(\[?\((?:None|\d|\?|\()[^()\n]{0,80}\)[^\s]{0,4}(?:, \([^()]{0,60}\)\]?)?|multiple|\?|\[?\((?:None|\?),[^()]{1,60}(?=\s+\d[\d,]*(?:\s|$)))\s+(\d[\d,]*|\?)(?=\s|$|[A-Za-z(_=])/g
const TOTAL = /^\s*Total params:\s*([\d,]+)/
const FOOT = /^\s*(?:Trainable|Non-trainable|Optimizer) params:|^\s*None\s*$/
const RULE = /^\s*[_=]{8,}\s*$/
const MODEL = /^\s*Model: "[^"]{0,120}"\s*$/

export default defineSummary({
  name: 'keras-table',
  open(tell) {
    const table = rowsOf(tell)
    let open = false
    return {
      line(text, number) {
        const total = TOTAL.exec(text)
        if (total) {
          if (table.size() > 0) open = false
          table.close(whole(total[1]!), { quote: text.trim(), number })
          return true
        }
        if (HEAD.test(text)) {
          table.close()
          open = true
          if (!/\((?:None|\?)/.test(text)) return true
        }
        if (!open) return RULE.test(text) || MODEL.test(text) || FOOT.test(text)
        const rows = [...text.slice(0, 20_000).matchAll(ROW)]
        for (const row of rows) table.add(layerOf(row), row[0], number)
        return rows.length > 0 || RULE.test(text) || FOOT.test(text) || isRest(text)
      },
      end: () => table.close(),
    }
  },
})

function layerOf(row: RegExpExecArray): Layer {
  const [, name, kind, shape, parameters] = row as unknown as [string, string, string, string, string]
  const sizes = shapeOf(shape)
  return {
    name,
    kind: wholeKind(kind, name),
    ...(sizes ? { shape: sizes } : {}),
    ...(parameters === '?' ? {} : { parameters: whole(parameters) }),
  }
}

/** The rest of a row that was broken in two: a shape's end, or the layers before. */
function isRest(text: string): boolean {
  return /^\s{10,}\S/.test(text) || /^\s*\)?\s*$/.test(text)
}

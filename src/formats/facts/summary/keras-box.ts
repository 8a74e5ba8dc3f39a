// Keras 3 tables in box-drawing characters, whose cells may run over several lines.

import type { Layer } from '../../../record/run.ts'
import { wholeKind } from './kinds.ts'
import { defineSummary, rowsOf, shapeOf, whole } from './summary.ts'

const HEAD = /[┃|]\s*Layer \(type\)\s*[┃|]/
const EDGE = /^\s*[├└┡╞+][─━╇┼┴╪=+-]/
const TOTAL = /^\s*Total params:\s*([\d,]+)/

export default defineSummary({
  name: 'keras-box',
  open(tell) {
    const table = rowsOf(tell)
    let cells: string[] = []
    let first = 0
    let open = false
    const row = () => {
      const layer = layerOf(cells)
      if (layer) table.add(layer, cells.join(' '), first)
      cells = []
    }
    return {
      line(text, number) {
        const total = TOTAL.exec(text)
        if (total) {
          row()
          if (!open) return false
          open = false
          table.close(whole(total[1]!), { quote: text.trim(), number })
          return true
        }
        if (HEAD.test(text)) open = true
        if (!open) return /^\s*[┏┌]━/.test(text)
        if (EDGE.test(text)) row()
        else if (/^\s*│/.test(text)) {
          if (cells.length === 0) first = number
          cells = text
            .split('│')
            .slice(1, -1)
            .map((part, i) => join(cells[i] ?? '', part.trim()))
        } else return HEAD.test(text)
        return true
      },
      end() {
        row()
        table.close()
      },
    }
  },
})

function join(before: string, part: string): string {
  return before === '' || part === ''
    ? before + part
    : /[,(\w]$/.test(before) && !part.startsWith('(')
      ? `${before}${/,$/.test(before) ? ' ' : ''}${part}`
      : `${before} ${part}`
}

function layerOf(cells: readonly string[]): Layer | undefined {
  const title = /^(\S{1,80}) \(([A-Za-z]\w{0,60})\)?/.exec(cells[0] ?? '')
  if (!title || cells.length < 3) return undefined
  const shape = shapeOf(cells[1]!)
  const parameters = /^\d[\d,]*$/.test(cells[2]!) ? whole(cells[2]!) : undefined
  return {
    name: title[1]!,
    kind: wholeKind(title[2]!, title[1]!),
    ...(shape ? { shape } : {}),
    ...(parameters === undefined ? {} : { parameters }),
  }
}

// torchinfo trees: `├─Conv2d: 1-1   [1, 64, 32, 32]   1,792`.

import type { Layer } from '../../../record/run.ts'
import { defineSummary, rowsOf, shapeOf, whole } from './summary.ts'

const HEAD = /^\s*Layer \(type(?:\s\(var_name\))?(?::depth-idx)?(?:\s\(var_name\))?\)/
const ROW = /^([\s│|]*[├└][─-]\s?|\s*)?([A-Z]\w{0,60})(?: \(([\w.]{1,60})\))?: (\d{1,3}-\d{1,4}|\d)\s*(.*)$/
const TOTAL = /^\s*Total params:\s*([\d,]+)/
const FOOT =
  /^\s*(?:Trainable params|Non-trainable params|Total mult-adds|Input size|Forward\/backward|Params size|Estimated Total)/

export default defineSummary({
  name: 'torchinfo',
  open(tell) {
    const table = rowsOf(tell)
    let open = false
    return {
      line(text, number) {
        const cut = text.slice(0, 1_000)
        if (HEAD.test(cut) && /depth-idx/.test(cut)) {
          open = true
          return true
        }
        if (!open) return FOOT.test(cut)
        const total = TOTAL.exec(cut)
        if (total) {
          open = false
          table.close(whole(total[1]!), { quote: cut.trim(), number })
          return true
        }
        const row = ROW.exec(cut)
        const layer = row ? layerOf(row) : undefined
        if (layer) table.add(layer, cut, number)
        return Boolean(row || FOOT.test(cut) || /^\s*[=-]{8,}\s*$/.test(cut))
      },
      end: () => table.close(),
    }
  },
})

/** Only leaves hold weights of their own: a branch prints `--` in the column of parameters, or nothing at all. */
function layerOf(row: RegExpExecArray): Layer | undefined {
  const shapes = row[5]!.match(/\[[^\]]{0,80}\]/g) ?? []
  const count = /(?:^|\s)(\d{1,3}(?:,\d{3})*|\d+|--|\(recursive\))(?=\s|$)/.exec(
    row[5]!.replace(/\[[^\]]{0,80}\]/g, ' '),
  )?.[1]
  const kind = row[2]!
  if (
    count === undefined ||
    (count === '--' && /^(?:Sequential|ModuleList|.*(?:Block|Layer|Net|Encoder|Decoder|Model)\w*)$/.test(kind))
  )
    return undefined
  const shape = shapes.length > 0 ? shapeOf(shapes.at(-1)!) : undefined
  return {
    name: row[3] ?? `${kind}-${row[4]}`,
    kind,
    ...(shape ? { shape } : {}),
    ...(/^\d/.test(count) ? { parameters: whole(count) } : {}),
  }
}

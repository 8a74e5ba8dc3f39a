// torchsummary tables: `Conv2d-1   [-1, 64, 32, 32]   1,792`.

import { defineSummary, rowsOf, shapeOf, whole } from './summary.ts'

const ROW =
  /^\s*([A-Z]\w{0,60})-(\d{1,5})\s+(\[[^\]]{1,80}\]\]?(?:, \[[^\]]{1,80}\]){0,8}|\(?\[.{0,80}?\]\)?)\s+([\d,]+)\s*$/
const TOTAL = /^\s*Total params:\s*([\d,]+)/

export default defineSummary({
  name: 'torchsummary',
  open(tell) {
    const table = rowsOf(tell)
    return {
      line(text, number) {
        const row = ROW.exec(text.slice(0, 400))
        if (row) {
          const shape = shapeOf(row[3]!)
          table.add(
            { name: `${row[1]}-${row[2]}`, kind: row[1]!, ...(shape ? { shape } : {}), parameters: whole(row[4]!) },
            text,
            number,
          )
          return true
        }
        const total = table.size() > 0 ? TOTAL.exec(text) : null
        if (total) table.close(whole(total[1]!), { quote: text.trim(), number })
        return Boolean(total) || /^\s*-{20,}\s*$/.test(text)
      },
      end: () => table.close(),
    }
  },
})

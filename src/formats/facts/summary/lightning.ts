// Lightning's ModelSummary: `0 | conv1 | Conv2d | 320 | train`, and the counts below it.

import { defineSummary, rowsOf } from './summary.ts'

const HEAD = /^\s*[|┃]?\s*\|?\s*Name\s*[|┃]\s*Type\s*[|┃]\s*Params/
const ROW =
  /^\s*[|│]?\s*(\d{1,4})\s*[|│]\s*([\w.]{1,80})\s*[|│]\s*(\w{1,80})\s*[|│]\s*([\d.,]+)\s?([KMB])?\s*(?:[|│].*)?$/
const TOTAL = /^\s*([\d.,]+)\s?([KMB])?\s+(Total|Trainable) params\s*$|^\s*Total params:\s*([\d.,]+)\s?([KMB])?\s*$/
const FOOT = /^\s*[-━─]{8,}\s*$|(?:Non-trainable|Trainable) params|Modules in|model params size/
const SCALE: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 }

export default defineSummary({
  name: 'lightning',
  open(tell) {
    const table = rowsOf(tell)
    let open = false
    return {
      line(text, number) {
        const cut = text.slice(0, 1_000)
        if (HEAD.test(cut)) open = true
        if (!open) return false
        const row = ROW.exec(cut)
        if (row) table.add({ name: row[2]!, kind: row[3]!, parameters: scaled(row[4]!, row[5]) }, cut, number)
        const total = TOTAL.exec(cut)
        if (total && total[3] !== 'Trainable') {
          open = false
          table.close(scaled(total[1] ?? total[4]!, total[2] ?? total[5]), { quote: cut.trim(), number })
        }
        return Boolean(row || total) || HEAD.test(cut) || FOOT.test(cut)
      },
      end: () => table.close(),
    }
  },
})

/** The table rounds: `1.1 K` may be anything from 1,050 to 1,149. */
function scaled(digits: string, unit: string | undefined): number {
  return Math.round(Number(digits.replace(/,/g, '')) * (SCALE[unit ?? ''] ?? 1))
}

// Runs every reader of printed models over the lines of a text and tells layers and what follows from them.

import type { Emit } from '../../../record/entry.ts'
import type { Layer } from '../../../record/run.ts'
import type { Joined } from '../joined.ts'
import code from './code.ts'
import kerasBox from './keras-box.ts'
import kerasTable from './keras-table.ts'
import { layerFacts } from './layer-facts.ts'
import lightning from './lightning.ts'
import type { Summary } from './summary.ts'
import torchPrint from './torch-print.ts'
import torchinfo from './torchinfo.ts'
import torchsummary from './torchsummary.ts'

const READERS = [torchsummary, torchinfo, kerasBox, kerasTable, lightning, torchPrint, code] as const

/** Takes lines in order; `line` says whether the line is of a printed model and nothing else. */
export function summaries(emit: Emit, facts: Joined): { line(text: string, number: number): boolean; end(): void } {
  let printed = false
  const tell = (summary: Summary) => {
    const layers = summary.layers.map(clean)
    for (const one of layerFacts({ ...summary, layers })) facts.add(one)
    if (summary.code && printed) return
    printed = true
    emit({ kind: 'rows', table: 'layers', rows: layers })
  }
  const open = READERS.map((reader) => reader.open(tell))
  return {
    line: (text, number) => open.some((reader) => reader.line(text, number)),
    end: () => {
      for (const reader of open) reader.end()
    },
  }
}

function clean(layer: Layer): Layer {
  return { ...layer, name: layer.name.slice(0, 80), kind: layer.kind.slice(0, 60) }
}

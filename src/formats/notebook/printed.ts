// The printed text of a notebook's cells, each stream of a cell read as a log; its lines join, however they came.

import type { Emit } from '../../record/entry.ts'
import type { Fact } from '../../record/fact.ts'
import { type LineCutter, openLineCutter } from '../text/lines.ts'
import { openMoulds } from '../text/moulds.ts'
import { openPipeline, type Pipeline } from '../text/pipeline.ts'
import { openGate } from './gate.ts'
import type { Told } from './table.ts'

type StreamName = 'stdout' | 'stderr'

export interface Printed {
  push(stream: StreamName, text: string): void
  /** The cell ends: the next is another text. */
  end(): void
}

interface Reader {
  readonly pipeline: Pipeline
  readonly cutter: LineCutter
}

/** Opens the reading of cells one after the other; `where` tells for facts what Jupyter calls the cell now: `Out [5]`. */
export function openPrinted(emit: Emit, told: Told, where: () => string): Printed {
  const readers = new Map<StreamName, Reader>()
  const moulds = openMoulds()
  const gate = openGate(emit, told)
  const take: Emit = (entry) =>
    gate.take(entry.kind === 'fact' ? { kind: 'fact', fact: { ...entry.fact, where: where() } as Fact } : entry)
  const open = (): Reader => {
    const pipeline = openPipeline(take, moulds)
    return { pipeline, cutter: openLineCutter(pipeline.line) }
  }
  return {
    push(stream, text) {
      const reader = readers.get(stream) ?? open()
      readers.set(stream, reader)
      reader.cutter.push(text)
    },
    end() {
      for (const { cutter, pipeline } of readers.values()) {
        cutter.end()
        pipeline.end()
      }
      readers.clear()
      gate.end()
    },
  }
}

// What every reader of a printed model is: it takes lines and tells each whole model it has read.

import type { Layer } from '../../../record/run.ts'

/** Words of the source and the 1-based line on which they stand. */
export interface Words {
  readonly quote: string
  readonly number: number
}

/** One printed model. */
export interface Summary {
  readonly layers: readonly Layer[]
  /** the words of each layer, in the same order */
  readonly rows: readonly Words[]
  /** as the table's own foot says, or undefined where it has none */
  readonly parameters?: number | undefined
  /** the words of that foot, else of the last row */
  readonly foot: Words
  /** code rather than a printed table: says activations, but not every layer that is built */
  readonly code?: boolean
}
export type Tell = (summary: Summary) => void

export interface SummaryReader {
  readonly name: string
  /** state lives in the closure of one reading */
  open(tell: Tell): {
    /** whether the line belongs to a model */
    line(text: string, number: number): boolean
    end(): void
  }
}

export function defineSummary(reader: SummaryReader): SummaryReader {
  return reader
}

/** More layers than any table prints by hand are not kept. */
const MOST_LAYERS = 10_000

export interface Rows {
  add(layer: Layer, quote: string, number: number): void
  size(): number
  /** Tells the model read so far, if any, and begins another. */
  close(parameters?: number, foot?: Words): void
}

/** Gathers the rows of one table after another. */
export function rowsOf(tell: Tell, code = false): Rows {
  let layers: Layer[] = []
  let rows: Words[] = []
  return {
    add(layer, quote, number) {
      if (layers.length >= MOST_LAYERS) return
      layers.push(layer)
      rows.push({ quote: quote.trim().replace(/\s+/g, ' ').slice(0, 120), number })
    },
    size: () => layers.length,
    close(parameters, foot) {
      if (layers.length > 0) tell({ layers, rows, parameters, foot: foot ?? rows.at(-1)!, ...(code ? { code } : {}) })
      layers = []
      rows = []
    },
  }
}

/** `1,824` as a number. */
export function whole(text: string): number {
  return Number(text.replace(/,/g, ''))
}

/** A printed shape without its batch axis: `(None, 31, 98, 24)`, `[-1, 64, 32, 32]`; unknown sizes are null. */
export function shapeOf(text: string): readonly (number | null)[] | undefined {
  const inner = /[([]+([^()[\]]*)/.exec(text)?.[1]
  if (inner === undefined) return undefined
  const sizes = inner
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (sizes.length === 0 || !sizes.every((size) => /^(?:None|-?\d+|\?)$/.test(size))) return undefined
  return sizes.slice(1).map((size) => (/^\d+$/.test(size) ? Number(size) : null))
}

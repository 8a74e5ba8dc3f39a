// Near duplicates inside the training data and across splits, of vectors, texts or pictures.

import type { NearDuplicateRows, RowRef } from '../../record/data-tables.ts'
import type { DataSet } from '../data-set.ts'
import type { Matrix } from '../learn/encode.ts'
import type { Frame } from '../sample.ts'
import { nearPictures } from './near-pictures.ts'
import { nearTexts } from './near-texts.ts'
import { type NearPair, nearVectors } from './near-vectors.ts'

const SHOWN = 8

export interface NearInput {
  readonly data: DataSet
  readonly frame: Frame
  readonly matrix: Matrix
  readonly seed: number
  refOf(row: number): RowRef
}

/** A row for each pair of splits that holds some, the same split first. */
export function nearDuplicates(input: NearInput): NearDuplicateRows[] {
  const { frame } = input
  const { kind, pairs } = pairsOf(input)
  const out: NearDuplicateRows[] = []
  for (const [i, first] of frame.splits.entries())
    for (const [k, second] of frame.splits.entries()) {
      if (k < i) continue
      const own = pairs.filter(({ a, b }) => sides(frame, a, b, i, k))
      const held = new Set(own.flatMap(({ a, b }) => (i === k ? [a, b] : [frame.split[a] === k ? a : b])))
      out.push({
        between: [first, second],
        rows: held.size,
        of: frame.parts[k]!.sampled,
        kind,
        examples: own
          .slice(0, SHOWN)
          .map(({ a, b, distance }) => ({ pair: ordered(frame, a, b, i).map(input.refOf), distance })),
      })
    }
  return out
}

function sides(frame: Frame, a: number, b: number, i: number, k: number): boolean {
  const [x, y] = [frame.split[a]!, frame.split[b]!]
  return (x === i && y === k) || (x === k && y === i)
}

function ordered(frame: Frame, a: number, b: number, first: number): number[] {
  return frame.split[a] === first ? [a, b] : [b, a]
}

function pairsOf({ data, frame, matrix, seed }: NearInput): {
  readonly kind: NearDuplicateRows['kind']
  readonly pairs: readonly NearPair[]
} {
  if (data.pictures && data.pictures.hashes.length === 2 * frame.rows) {
    const pixels = frame.columns.find((one) => one.name === 'pixels')!.values
    const equal = (a: number, b: number) => pixels[a] === pixels[b]
    return { kind: 'pictures', pairs: nearPictures(data.pictures.hashes, data.pictures.thumbnails, equal) }
  }
  const text = frame.columns.find((one) => one.role === 'feature' && one.kind === 'text')
  if (text) return { kind: 'texts', pairs: nearTexts(Array.from(text.values, (code) => text.words[code] ?? '')) }
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row)
  return { kind: 'vectors', pairs: isMeasured(frame) ? nearVectors(matrix, rows, seed) : [] }
}

/** Rows of categories and small counts are equal or not; nearness is a question of measures. */
function isMeasured(frame: Frame): boolean {
  const features = frame.columns.filter((one) => one.role === 'feature' && one.kind !== 'time')
  const measures = features.filter((one) => one.words.length === 0 && new Set(one.values.subarray(0, 2000)).size > 8)
  return measures.length >= 2 && measures.length * 2 >= features.length
}

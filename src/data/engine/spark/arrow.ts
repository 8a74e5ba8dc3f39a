// Answers in Arrow -> columns of plain cells: whole numbers and decimals as numbers, everything that is no number as text.

import type { Vector } from 'apache-arrow'
import { type Answer, type Cell, EngineError } from '../engine.ts'

export type Arrow = typeof import('apache-arrow')

/** Throws an EngineError where apache-arrow is not installed. */
export async function loadArrow(): Promise<Arrow> {
  try {
    return await import('apache-arrow')
  } catch {
    throw new EngineError('data.error.spark-arrow')
  }
}

/** One answer of the streams of its batches, each with a schema of its own. */
export function answerOf(arrow: Arrow, streams: readonly Uint8Array[]): Answer {
  const tables = streams.map((bytes) => arrow.tableFromIPC(bytes))
  const fields = tables[0]?.schema.fields ?? []
  const columns = fields.map((field, i) => {
    const plain = plainer(arrow, field.type)
    const cells: Cell[] = []
    for (const table of tables) push(cells, table.getChildAt(i)!, plain)
    return cells
  })
  return { names: fields.map((one) => one.name), columns, rows: tables.reduce((sum, one) => sum + one.numRows, 0) }
}

function push(cells: Cell[], vector: Vector, plain: (value: unknown) => Cell): void {
  for (let i = 0; i < vector.length; i++) {
    const value = vector.get(i)
    cells.push(value === null || value === undefined ? null : plain(value))
  }
}

function plainer(arrow: Arrow, type: { readonly typeId: number }): (value: unknown) => Cell {
  if (arrow.DataType.isDecimal(type)) return (value) => decimal(value as Uint32Array, type.scale)
  if (arrow.DataType.isDate(type) || arrow.DataType.isTimestamp(type))
    return (value) => new Date(Number(value)).toISOString()
  return (value) => {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
    return typeof value === 'bigint' ? Number(value) : String(value)
  }
}

/** A whole number of 128 bits with a scale; the division is by a power of ten that a double holds. */
function decimal(words: Uint32Array, scale: number): number {
  let whole = 0n
  for (const word of [...words].reverse()) whole = (whole << 32n) | BigInt(word)
  return Number(BigInt.asIntN(words.length * 32, whole)) / 10 ** scale
}

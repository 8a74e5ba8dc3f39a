// Arrow IPC, as files (Feather 2) and as streams (the shards of Hugging Face's `datasets`).

import { readFile } from 'node:fs/promises'
import type { FilledColumn } from '../engine/duckdb.ts'
import { EngineError } from '../engine/engine.ts'

export interface ArrowColumns {
  readonly rows: number
  readonly columns: readonly FilledColumn[]
  /** columns whose type cannot be measured: nested ones, bytes */
  readonly left: readonly string[]
}

/** Reads a whole file. Throws an EngineError that names it. */
export async function readArrow(path: string): Promise<ArrowColumns> {
  const arrow = await import('apache-arrow').catch(() => {
    throw new EngineError('data.error.no-arrow', { path })
  })
  try {
    const table = arrow.tableFromIPC(await readFile(path))
    const columns: FilledColumn[] = []
    const left: string[] = []
    for (const field of table.schema.fields) {
      const vector = table.getChild(field.name)
      const type = vector ? typeOf(String(field.type)) : undefined
      if (!vector || !type) left.push(field.name)
      else columns.push({ name: field.name, type, values: Array.from(vector, plainer(type)) } as FilledColumn)
    }
    return { rows: table.numRows, columns, left }
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    throw new EngineError('data.error.arrow', { path, message: message.slice(0, 200) })
  }
}

function typeOf(type: string): FilledColumn['type'] | undefined {
  if (/^(?:Int|Uint)(?:8|16|32|64)$|^Bool$/.test(type)) return 'BIGINT'
  if (/^Float(?:16|32|64)$/.test(type)) return 'DOUBLE'
  return /Utf8|^Date|^Timestamp|^Dictionary/.test(type) ? 'VARCHAR' : undefined
}

function plainer(type: FilledColumn['type']): (value: unknown) => number | string | null {
  return (value) => {
    if (value === null || value === undefined) return null
    return type === 'VARCHAR' ? (value instanceof Date ? value.toISOString() : String(value)) : Number(value)
  }
}

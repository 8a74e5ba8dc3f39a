// The beginning of a source, and which format reads it.

import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Format, Head } from '../formats/format.ts'
import { tableOf } from '../formats/header.ts'
import { formats } from '../formats/index.ts'
import { isLfsPointer, kindOf } from './magic.ts'
import { printable } from './names.ts'

export const HEAD = 65_536

/**
 * The order in which formats are asked: those of one layout first, then what any table or JSON may be, text last.
 * Formats that are not named here stand before `json-history`.
 */
const LATE = ['jsonl', 'json-history', 'ultralytics-results', 'csv', 'text']

const ordered: readonly Format[] = [...formats].sort((a, b) => LATE.indexOf(a.name) - LATE.indexOf(b.name))

/** Why a source is not read: a message id of the locales, with its values. */
export interface Refusal {
  readonly path: string
  readonly id: string
  readonly values: Record<string, string | number>
}

export function refusal(path: string, id: string, values: Record<string, string | number> = {}): Refusal {
  return { path, id, values: { path, ...values } }
}

/** The head of bytes as formats are shown it; `name` is the base name of the source, '' for standard input. */
export function headOf(bytes: Uint8Array, path: string): Head {
  const head = bytes.subarray(0, HEAD)
  return { bytes: head, text: new TextDecoder().decode(head), name: path === '-' ? '' : basename(path) }
}

/** The format that reads what begins so, or why none does. */
export function recognise(head: Head, path: string): Format | Refusal {
  if (head.bytes.length === 0) return refusal(path, 'error.empty')
  if (isLfsPointer(head.bytes)) return refusal(path, 'error.lfs-pointer')
  const kind = kindOf(head.bytes)
  for (const format of ordered) {
    if (format.name === 'text') {
      const columns = tableOf(head)
      if (columns) return refusal(path, 'error.table', { columns: columnsSaid(columns) })
    }
    // a signature is surer than what may be text; bytes without one may be text in another encoding
    if (format.name === 'text' && kind && kind.kind !== 'other') break
    if (format.recognises(head)) return format
  }
  return kind ? refusal(path, 'error.binary', { ...kind }) : refusal(path, ...withoutCurve(head.text))
}

/** Whether it is an examination, as whyloss writes it beside the record that it examined. */
export function isReport(head: Head): boolean {
  return /^\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"whyloss"\s*:/.test(head.text.slice(0, 200))
}

function columnsSaid(columns: readonly string[]): string {
  const said = columns.slice(0, 4).map((name) => printable(name).slice(0, 30))
  return columns.length > 4 ? `${said.join(', ')}, ...` : said.join(', ')
}

export function isFormat(found: Format | Refusal): found is Format {
  return 'open' in found
}

/** Text without a curve: a traceback speaks for itself, in its last line. */
export function withoutCurve(text: string): [id: string, values: Record<string, string>] {
  const at = text.lastIndexOf('Traceback (most recent call last)')
  if (at < 0) return ['error.no-curve', {}]
  const lines = text.slice(at).split(/\r?\n/)
  const error = lines
    .slice(1)
    .find((line) => /^[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Warning|Exit)?\b/.test(line))
  const line = error ?? lines.filter((one) => one.trim() !== '').at(-1) ?? ''
  return ['error.traceback', { line: line.replace(/[\x00-\x1f\x7f-\x9f]/g, '').slice(0, 200) }]
}

/** The first bytes of a file. */
export async function firstBytes(path: string, count = HEAD): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    return await upTo(file, count)
  } finally {
    await file.close()
  }
}

async function upTo(file: FileHandle, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count)
  let held = 0
  while (held < count) {
    const { bytesRead } = await file.read(bytes, held, count - held, held)
    if (bytesRead === 0) break
    held += bytesRead
  }
  return bytes.subarray(0, held)
}

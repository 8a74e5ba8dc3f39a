// Histories as JSON lines: detectron2, mmdetection, LLaMA-Factory, Ray, DINO, Keras callbacks, hand-written ones.

import { message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { fieldRows, isHistoryRow } from './fields.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { settingFacts } from './settings.ts'
import { type JsonScalar, parseJson } from './wire/json.ts'
import { textLines } from './wire/lines.ts'

const TRIED = 40
const DEEPEST = 4
const MOST_FIELDS = 5000
/** parts of a row that describe the machine or the settings; the latter are read as facts */
const ASIDE = new Set(['config', 'hist_stats', 'perf', 'timers', 'env_info', 'hook_msgs', 'sampler_perf', 'system'])

export default defineFormat({
  name: 'jsonl',
  title: 'JSON lines history',
  recognises(head) {
    const lines = head.text.replace(/^\ufeff/, '').split('\n')
    const whole = (head.text.length < 60_000 ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '')
    const tried = whole.slice(0, TRIED)
    const rows = tried.map(rowOf).filter((row) => row !== undefined)
    if (rows.length === 0 || 2 * rows.length < tried.length) return false
    return rows.some((row) => isHistoryRow(fieldsOf(row)))
  },
  open,
})

function open(emit: Emit, head: Head): Reader {
  const rows = fieldRows(emit)
  let bad = 0
  let firstBad = 0
  let settings = false
  const lines = textLines((line, number) => {
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line
    const row = rowOf(text)
    if (row !== undefined) {
      if (!settings && 'config' in row) {
        settings = true
        for (const fact of settingFacts(row.config, head.name || `line ${number}`)) emit({ kind: 'fact', fact })
      }
      rows(fieldsOf(row))
    } else if (text.trim() !== '' && bad++ === 0) firstBad = number
  })
  return {
    push: lines.push,
    end() {
      const before = bad
      lines.end()
      // a last line without its end is one that is still being written
      if (before > 0) emit({ kind: 'note', note: message('note.bad-lines', { count: before, line: firstBad }) })
    },
  }
}

function rowOf(line: string): Record<string, unknown> | undefined {
  const at = line.search(/\S/)
  if (at < 0 || line[at] !== '{') return undefined
  const value = parseJson(line)
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined
}

/** The fields of a row, nested ones as `a/b`; of a list of one value, or of rates, the first. */
function fieldsOf(row: Record<string, unknown>): Map<string, JsonScalar> {
  const fields = new Map<string, JsonScalar>()
  flatten(fields, row, '', 0)
  return fields
}

function flatten(into: Map<string, JsonScalar>, row: Record<string, unknown>, prefix: string, depth: number): void {
  for (const key in row) {
    if (into.size >= MOST_FIELDS) return
    const value = row[key]
    const name = prefix === '' && key.length < 300 ? key : prefix + key.slice(0, 300)
    if (value === null || typeof value !== 'object') into.set(name, value as JsonScalar)
    else if (Array.isArray(value)) {
      if (isScalar(value[0]) && (value.length === 1 || /^lr$|learning_rate/.test(key))) into.set(name, value[0])
    } else if (depth < DEEPEST && !ASIDE.has(key)) {
      flatten(into, value as Record<string, unknown>, `${name}/`, depth + 1)
    }
  }
}

function isScalar(value: unknown): value is JsonScalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

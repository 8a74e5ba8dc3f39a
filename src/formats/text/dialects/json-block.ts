// JSON printed over many lines, such as a piece of trainer_state.json: each innermost object is one log entry.

import { directionOf, meaningOf } from '../../../record/lexicon.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { flatObjects } from '../literals.ts'
import { tellObject } from '../objects.ts'

export default defineDialect({ name: 'json-block', title: 'JSON over many lines', turn: 5, open })

const FIELD = /^\s*["'][^"']{1,200}["']\s*:\s*(?:[-+\d."'NInt[]|$)/
const MOST_LINES = 400

function open(sink: TextSink): DialectReader {
  let lines: string[] | undefined
  function close(): boolean {
    const text = `{${(lines ?? []).join('\n')}}`
    lines = undefined
    const object = flatObjects(text)[0]
    if (object === undefined) return false
    const placed = object.some(
      ([name, value]) => typeof value === 'number' && /^(?:epoch|step|iter|iteration|current_steps)$/i.test(name),
    )
    const curve = object.some(([name, value]) => typeof value === 'number' && isCurve(name))
    if (placed && curve) tellObject(object, sink)
    return true
  }
  function inside(line: Line): boolean {
    const text = line.text.trim()
    if (FIELD.test(line.text) && (lines as string[]).length < MOST_LINES) {
      lines?.push(text.replace(/\}\s*,?$/, ''))
      if (/\}\s*,?$/.test(text) && !text.includes('{')) close()
      return true
    }
    if (/^\}\s*[\],]?/.test(text)) {
      close()
      return true
    }
    lines = undefined
    return false
  }
  return {
    line(line) {
      if (lines !== undefined && inside(line)) return true
      const last = line.text.charCodeAt(line.text.length - 1)
      if (last === 123 && /^\s*(?:["'][\w ]{1,60}["']\s*:\s*\[?\s*)?\[?\s*\{$/.test(line.text)) {
        lines = []
        return true
      }
      // An entry that was cut off at its head: a field by itself on a line.
      if (lines === undefined && (last === 44 || last === 125) && FIELD.test(line.text) && !line.text.includes('{')) {
        lines = []
        return inside(line)
      }
      return false
    },
    end: () => {
      if (lines !== undefined) close()
    },
  }
}

function isCurve(name: string): boolean {
  const meaning = meaningOf(name)
  return meaning.known && directionOf(meaning.metric) !== 'none'
}

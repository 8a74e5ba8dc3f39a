// JSON printed over many lines, such as a piece of trainer_state.json: each innermost object is one log entry.

import { directionOf, meaningOf } from '../../../record/lexicon.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { flatObjects } from '../literals.ts'
import { tellObject } from '../objects.ts'

export default defineDialect({ name: 'json-block', title: 'JSON over many lines', turn: 5, open })

const FIELD = /^\s*["'][^"']{1,200}["']\s*:\s*(?:[-+\d."'NInt[]|$)/
const OPENING = /^\s*(?:["'][\w ]{1,60}["']\s*:\s*\[?\s*)?\[?\s*\{$/
const PLACE = /^(?:epoch|step|iter|iteration|current_steps|global_step)$/i
const MOST_LINES = 400

interface State {
  /** the fields of the object that is being read, undefined between objects */
  lines: string[] | undefined
}

function open(sink: TextSink): DialectReader {
  const state: State = { lines: undefined }
  return {
    line(line) {
      const answer = state.lines === undefined ? false : inside(line, state, sink)
      if (answer !== false) return answer
      const last = line.text.charCodeAt(line.text.length - 1)
      if (last === 123 && OPENING.test(line.text)) {
        state.lines = []
        return 'facts'
      }
      // An entry that was cut off at its head: a field by itself on a line.
      const field = (last === 44 || last === 125) && FIELD.test(line.text) && !line.text.includes('{')
      if (!field) return false
      state.lines = []
      return inside(line, state, sink)
    },
    busy: () => state.lines !== undefined,
    end: () => {
      if (state.lines !== undefined) close(state, sink)
    },
  }
}

/** A field or the end of the object. Fields that are no part of a log entry may state facts. */
function inside(line: Line, state: State, sink: TextSink): boolean | 'facts' {
  const text = line.text.trim()
  if (FIELD.test(line.text) && (state.lines as string[]).length < MOST_LINES) {
    state.lines?.push(text.replace(/\}\s*,?$/, ''))
    if (/\}\s*,?$/.test(text) && !text.includes('{')) close(state, sink)
    const name = /["']([^"']*)["']/.exec(text)?.[1] ?? ''
    return isCurve(name) || PLACE.test(name) ? true : 'facts'
  }
  if (/^\}\s*[\],]?/.test(text)) {
    close(state, sink)
    return true
  }
  state.lines = undefined
  return false
}

function close(state: State, sink: TextSink): void {
  const object = flatObjects(`{${(state.lines ?? []).join('\n')}}`)[0]
  state.lines = undefined
  if (object === undefined) return
  const placed = object.some(([name, value]) => typeof value === 'number' && PLACE.test(name))
  const curve = object.some(([name, value]) => typeof value === 'number' && isCurve(name))
  if (placed && curve) tellObject(object, sink)
}

function isCurve(name: string): boolean {
  const meaning = meaningOf(name)
  return meaning.known && directionOf(meaning.metric) !== 'none'
}

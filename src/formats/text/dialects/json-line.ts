// A JSON object or Python dictionary on one line: JSONL logs, Hugging Face's printed dictionaries, often behind a bar.

import { directionOf, meaningOf } from '../../../record/lexicon.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { type Flat, flatObjects } from '../literals.ts'
import { MARK } from '../marks.ts'
import { isPlace, tellObject } from '../objects.ts'
import { barIn } from '../tqdm.ts'

export default defineDialect({
  name: 'json-line',
  title: 'JSON lines and printed dictionaries',
  turn: 10,
  repeats: 'shape',
  open,
})

function open(sink: TextSink): DialectReader {
  return {
    line(line) {
      if ((line.marks & MARK.brace) === 0 || (line.marks & MARK.colon) === 0) return false
      const objects = flatObjects(line.text)
      let understood = false
      for (const object of objects) understood = tell(object, line, sink) || understood
      return understood
    },
  }
}

function tell(object: Flat, line: Line, sink: TextSink): boolean {
  if (!object.some(([name, value]) => typeof value === 'number' && isCurve(name))) return false
  const bar = barIn(line.text)
  if (bar === undefined && isEvaluation(object, sink)) {
    for (const [name, value] of object) {
      if (typeof value === 'number' && isCurve(name))
        sink.event({ kind: 'evaluation', text: `${name} ${value}`, value })
    }
    return true
  }
  const split = /\| *(?:INFO *\| *)?(train|valid|test)(?:_inner)? *\|/.exec(`${line.prefix}|`)?.[1]
  tellObject(object, sink, {
    ...(bar !== undefined && { step: bar.done }),
    ...(split !== undefined && { split: split === 'valid' ? ('val' as const) : (split as 'train' | 'test') }),
  })
  return true
}

/** Behind the bars of Keras, an object without a place and a split holds the result of `evaluate()`. */
function isEvaluation(object: Flat, sink: TextSink): boolean {
  if (!sink.where().bars || object.some(([name]) => isPlace(name))) return false
  return object.every(
    ([name, value]) => typeof value !== 'number' || !isCurve(name) || meaningOf(name).split === undefined,
  )
}

function isCurve(name: string): boolean {
  const meaning = meaningOf(name)
  return meaning.known && (directionOf(meaning.metric) !== 'none' || meaning.metric === 'gradient-norm')
}

// Headings that begin or name a run: `=== seed 2 start ===`, `## cifar10_cnn`, `Fold 3/5`.

import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'

export default defineDialect({ name: 'headings', title: 'Headings of runs', turn: 8, open })

const RULED = /^\s*(?:={2,}|-{3,}|#{1,6}|\*{3,}|\+{3,}|~{3,}|>{3,})\s*([^\s=#*+~-].{0,120}?)\s*(?:[=#*+~-]{2,})?\s*$/
const RUN = /\b(?:seed|fold|trial|run|experiment|exp|repeat|replicate)\b\s*[:#=_-]?\s*\d+/i
const END = /\b(?:end|ended|exit|exit_status|finished|done|complete|completed|results?|average|mean)\b/i
const BARE = /^\W{0,4}(?:fold|trial|run|experiment)[ :#=]{0,3}\d+(?:\s*(?:\/|of)\s*\d+)?\W{0,4}$/i

/** Characters that a heading can begin with. */
const STARTS = new Uint8Array(128)
for (const sign of '=-#*+~>[ FfTtRrEe') STARTS[sign.charCodeAt(0)] = 1

function open(sink: TextSink): DialectReader {
  return {
    line(line) {
      const { text } = line
      if (text.length > 160 || text.length < 4) return false
      const code = text.charCodeAt(0)
      if (code > 127 || STARTS[code] === 0) return false
      if (text.length < 40 && BARE.test(text)) {
        sink.run(text.replace(/^\W+|\W+$/g, ''))
        return true
      }
      if (code !== 61 && code !== 45 && code !== 35 && code !== 42 && code !== 43 && code !== 126) return false
      const heading = RULED.exec(text)?.[1]
      if (heading === undefined || !/[A-Za-z\u0400-\uffff]{2}/.test(heading)) return false
      if (END.test(heading)) {
        if (RUN.test(heading)) sink.closed()
        return RUN.test(heading)
      }
      if (RUN.test(heading)) sink.run(heading)
      else if (code === 35) sink.heading(heading)
      return RUN.test(heading)
    },
  }
}

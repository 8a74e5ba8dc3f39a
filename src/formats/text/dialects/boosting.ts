// CatBoost's rounds, whose columns are named after splits only: `0:	learn: 0.39	test: 0.41	best: 0.41 (0)	total: 3ms`.

import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'boosting', title: 'CatBoost', turn: 45, open })

const ROUND =
  /^\s*(\d+):\s+(?:learn: (\S+)\s*)?(?:test\d*: (\S+)\s*)?(?:test1: \S+\s*)?(?:best: (\S+) \(\d+\)\s*)?total: /

function open(sink: TextSink): DialectReader {
  return {
    line(line) {
      const found = (line.marks & MARK.tab) !== 0 && line.text.includes('total: ') ? ROUND.exec(line.text) : null
      if (found === null) return false
      const step = Number(found[1])
      // CatBoost does not print which measure it is; it is the loss unless eval_metric was set.
      const learn = numberOf(found[2] ?? '')
      const test = numberOf(found[3] ?? '')
      if (learn !== undefined) sink.point('learn loss', learn, { step, axis: 'step' })
      if (test !== undefined) sink.point('loss', test, { step, axis: 'step', split: 'val' })
      return learn !== undefined || test !== undefined
    },
  }
}

// TensorFlow's estimators print the hook's values on one line and the loss with its step on the next: both are of that step.

import type { Pair } from '../bars.ts'
import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'

export default defineDialect({ name: 'estimator', title: 'TensorFlow estimators', turn: 60, open })

/** Nothing but `name = value` pairs, as LoggingTensorHook prints them, perhaps with the time taken. */
const PAIRS = /^\s*\w[\w/]{0,60} = -?[\w.+-]{1,30}(?:, \w[\w/]{0,60} = -?[\w.+-]{1,30})*(?: \([\d.]+ sec\))?\s*$/

function open(sink: TextSink): DialectReader {
  let held: Pair[] = []
  function release(step: number | undefined): void {
    for (const { name, value } of held) sink.point(name, value, step === undefined ? {} : { step })
    held = []
  }
  return {
    line(line) {
      if ((line.marks & MARK.equals) === 0 || !line.text.includes(' = ') || !PAIRS.test(line.text)) {
        if (held.length > 0) release(undefined)
        return false
      }
      const { figures, count } = line.scan()
      const all = figures.slice(0, count).filter((figure) => figure.unit === '')
      const step = all.find((figure) => figure.key.role === 'step')?.value
      const pairs = all
        .filter((figure) => figure.key.role === 'metric' || figure.key.role === 'setting')
        .map((figure) => ({ name: figure.key.name, value: figure.value }))
      if (step === undefined) {
        // One pair alone is anybody's print; the hook of an estimator prints several, or the loss beside its step.
        if (pairs.length < 2 || count < 2) return false
        release(undefined)
        held = pairs
        return true
      }
      release(step)
      for (const { name, value } of pairs) sink.point(name, value, { step })
      if (pairs.length > 0) sink.step(step)
      return pairs.length > 0
    },
    busy: () => held.length > 0,
    end: () => release(undefined),
  }
}

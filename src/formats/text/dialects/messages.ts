// Sentences that tell an event: saved, resumed, stopped early, rate reduced, out of memory; and tracebacks.

import type { RunEvent } from '../../../record/run.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { messageKind } from '../messages.ts'
import type { Figure, Scan } from '../scan.ts'

export default defineDialect({ name: 'messages', title: 'Events and tracebacks', turn: 20, open })

/** A traceback has at most this many lines before its last. */
const DEEPEST = 400

function open(sink: TextSink): DialectReader {
  let depth = 0
  function trace(line: Line): boolean {
    depth++
    const text = line.text.trimEnd()
    // Lines of the stack are indented; the error itself is the first that is not.
    if (text === '' || /^\s/.test(text) || /^(?:During handling|The above exception|Traceback)/.test(text)) {
      if (depth > DEEPEST) depth = 0
      return true
    }
    depth = 0
    if (!/^[\w.]+(?:Error|Exception|Interrupt|Exit|Warning|Iteration)?\b/.test(text)) return false
    const kind = messageKind(text)
    sink.event({ kind: kind === 'out-of-memory' ? kind : 'traceback', text })
    return true
  }
  return {
    busy: () => depth > 0,
    line(line) {
      if (depth > 0) return trace(line)
      if (line.text.startsWith('Traceback (most recent call last)')) {
        depth = 1
        return true
      }
      const scan = line.scan()
      if (!scan.message) return false
      const kind = messageKind(line.text)
      if (kind === undefined) return false
      sink.event(eventOf(kind, line.text, scan))
      return !hasMetric(scan)
    },
  }
}

function eventOf(kind: RunEvent['kind'], text: string, scan: Scan): RunEvent {
  const figures = scan.figures.slice(0, scan.count)
  const last = figures.at(-1)
  const told =
    last !== undefined && last.key.role !== 'epoch' && last.key.role !== 'step' && Number.isFinite(last.value)
  return {
    kind,
    text: text.slice(0, 300),
    epoch: figures.find((one) => one.key.role === 'epoch')?.value,
    step: figures.find((one) => one.key.role === 'step')?.value,
    ...(told && { value: last.value }),
  }
}

function hasMetric(scan: Scan): boolean {
  return scan.figures
    .slice(0, scan.count)
    .some((one: Figure) => one.key.role === 'metric' && one.key.strong && one.unit === '')
}

// Boxes of names and values between rules, as Stable-Baselines prints them after each rollout: one box is one moment.

import { meaningOf } from '../../../record/lexicon.ts'
import type { Pair } from '../bars.ts'
import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'boxes', title: 'Boxes of names and values', turn: 12, open })

const ROW = /^\s*\|\s*([A-Za-z_][\w ./-]{0,60}?)\s*\|\s*(\S{0,30})\s*\|\s*$/
const RULE = /^\s*[-+]{8,}\s*$/
const STEP = ['total_timesteps', 'timesteps', 'num_timesteps', 'step', 'steps', 'iterations', 'iteration', 'n_updates']

function open(sink: TextSink): DialectReader {
  let box: Pair[] | undefined
  function close(): boolean {
    const pairs = box ?? []
    box = undefined
    const step = STEP.map((name) => pairs.find((pair) => pair.name.split('/').at(-1) === name)).find(
      (pair) => pair !== undefined,
    )?.value
    if (step === undefined) return false
    for (const { name, value } of pairs) {
      const { metric } = meaningOf(name)
      if (metric !== 'ignore' && metric !== 'best') sink.point(name, value, { step, axis: 'step' })
    }
    return true
  }
  function row(text: string): boolean {
    const found = ROW.exec(text)
    if (found === null) return false
    const value = numberOf(found[2] as string)
    const name = found[1] as string
    if (value !== undefined && (box as Pair[]).length < 200) box?.push({ name, value })
    return true
  }
  return {
    busy: () => box !== undefined,
    line(line) {
      if (box === undefined && (line.marks & MARK.letter) !== 0) return false
      if ((line.marks & MARK.letter) === 0 && (line.marks & MARK.digit) === 0 && RULE.test(line.text)) {
        const told = box !== undefined && box.length > 0 && close()
        box = []
        return told
      }
      if (box === undefined) return false
      if ((line.marks & MARK.stroke) !== 0 && row(line.text)) return true
      box = undefined
      return false
    },
  }
}

// Caffe's solver: `Iteration 100, loss = 0.5`, outputs of the train and test nets, the learning rate.

import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'caffe', title: 'Caffe', turn: 45, open })

const OUTPUT = /^\s*(Train|Test) net output #\d+: ([\w@./ -]{1,80}?) = (\S+)(?: \(\*? ?\\?\*? ?(\S+) = (\S+) loss\))?/
const ITERATION = /^Iteration (\d+)(?: \([^)]{0,80}\))?, (?:(loss|lr) = (\S+)|(Testing net))/

interface Output {
  readonly name: string
  readonly value: number
}

function open(sink: TextSink): DialectReader {
  let iteration: number | undefined
  let testing = false
  /** outputs of the test net that came before the iteration that they belong to */
  let early: Output[] = []
  function tellEarly(): void {
    for (const { name, value } of early) sink.point(name, value, { step: iteration, split: 'test' })
    early = []
  }
  function output(found: RegExpExecArray): boolean {
    const value = plain(found[3] as string)
    if (value === undefined) return false
    const name = (found[2] as string).trim()
    if (found[1] === 'Test' && !testing) early.push({ name, value })
    else if (found[1] === 'Test') sink.point(name, value, { step: iteration, split: 'test' })
    // The weighted sum of the outputs is the loss that the iteration told; one loss of weight one repeats it.
    else if (found[4] !== '1' || !/loss$/i.test(name)) sink.point(name, value, { step: iteration, split: 'train' })
    return true
  }
  return {
    line(line) {
      const text = solverText(line.text)
      if (text === undefined) return false
      const found = text.includes(' net output #') ? OUTPUT.exec(text) : null
      if (found !== null) return output(found)
      const at = text.startsWith('Iteration ') ? ITERATION.exec(text) : null
      if (at === null) return false
      iteration = Number(at[1])
      tellEarly()
      testing = at[4] !== undefined
      const value = at[3] === undefined ? undefined : plain(at[3])
      // The sink keeps no split for a learning rate.
      if (value !== undefined) sink.point(at[2] as string, value, { step: iteration, split: 'train' })
      sink.step(iteration)
      return true
    },
    end: tellEarly,
  }
}

/** A line that may be the solver's, without the markdown that it was pasted with. */
function solverText(text: string): string | undefined {
  const first = text.charCodeAt(0)
  if (first !== 32 && first !== 73 && first !== 84) return undefined
  return text.includes('*') ? text.replace(/\*\*/g, '').replace(/\\\*/g, '*') : text
}

function plain(text: string): number | undefined {
  return numberOf(text.replace(/[,;]$/, ''))
}

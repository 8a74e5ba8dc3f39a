// Keras 1, 2 and 3: `Epoch 3/10`, progress bars, verbose=2 lines; a second finished bar of an epoch is an evaluation.

import { type Bar, barOf, type Pair, pairsOf } from '../bars.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { openUnfinished } from '../unfinished.ts'

export default defineDialect({ name: 'keras', title: 'Keras bars', turn: 15, repeats: 'shape', open })

const HEADER = /^\s*(?:Epoch|Эпоха|epoch|Epoche|Época|轮次|第)\s*(\d{1,7})\s*\/\s*(\d{1,9})(?=\s|$|\/|\.)/
const GLUED_BAR = /^(\d+)\/(\d+) ?\[/

interface State {
  epoch: number | undefined
  of: number | undefined
  /** epochs of `fit(epochs=1)` called again and again are counted on */
  offset: number
  finished: Bar | undefined
}

function open(sink: TextSink): DialectReader {
  const state: State = { epoch: undefined, of: undefined, offset: 0, finished: undefined }
  const unfinished = openUnfinished(sink)
  return {
    line(line) {
      const header = line.text.length < 2000 && mayBeHeader(line.text) ? headerOf(line.text) : undefined
      if (header !== undefined) {
        if (header.rest !== '' && barOf(header.rest) === undefined) return false
        begin(header.epoch, header.of, state, sink, unfinished)
        if (header.rest !== '') bar(barOf(header.rest) as Bar, line, state, sink, unfinished)
        return true
      }
      const found = barOf(line.text)
      if (found === undefined) return false
      bar(found, line, state, sink, unfinished)
      return true
    },
    end: () => unfinished.flush(epochOf(state)),
  }
}

function mayBeHeader(text: string): boolean {
  const code = text.charCodeAt(text.charCodeAt(0) === 32 ? text.length - text.trimStart().length : 0)
  return code === 69 || code === 101 || code > 127
}

function headerOf(text: string): { epoch: number; of: number; rest: string } | undefined {
  const found = HEADER.exec(text)
  if (found === null) return undefined
  let rest = text.slice(found[0].length).trim()
  let of = found[2] as string
  // `Epoch 1/519200/19200 [`: the total of epochs and the first number of a finished bar ran together.
  const glued = /^\/(\d+) ?\[/.exec(rest)
  if (glued !== null) {
    const total = glued[1] as string
    if (!of.endsWith(total) || of.length === total.length) return undefined
    of = of.slice(0, -total.length)
    rest = `${total}${rest}`
  }
  if (rest !== '' && !GLUED_BAR.test(rest) && !/^[-–\d]/.test(rest)) return undefined
  return { epoch: Number(found[1]), of: Number(of), rest }
}

/** A first epoch behind a later one is a new run, but for `epochs=1`, which is called in a loop. */
function begin(
  epoch: number,
  of: number,
  state: State,
  sink: TextSink,
  unfinished: ReturnType<typeof openUnfinished>,
): void {
  const before = state.epoch
  const done = state.finished !== undefined
  unfinished.flush(epochOf(state))
  if (before !== undefined && of === 1 && state.of === 1 && epoch === 1) state.offset += done ? 1 : 0
  else if (before !== undefined && epoch <= 1 && (epoch < before || (epoch === before && done))) {
    sink.run()
    state.offset = 0
  } else if (before === undefined) sink.named()
  state.epoch = epoch
  state.of = of
  state.finished = undefined
  sink.epoch(epoch + state.offset, of === 1 ? undefined : of)
}

function epochOf(state: State): number | undefined {
  return state.epoch === undefined ? undefined : state.epoch + state.offset
}

function bar(
  found: Bar,
  line: Line,
  state: State,
  sink: TextSink,
  unfinished: ReturnType<typeof openUnfinished>,
): void {
  if (!found.finished) {
    // Behind a finished bar only another evaluation can run.
    if (state.finished === undefined) unfinished.keep(found)
    return
  }
  const all = pairsOf(found)
  const first = state.finished
  if (first !== undefined) {
    const before = pairsOf(first)
    const better = first.of === found.of && hasVal(all) && !hasVal(before)
    if (first.of === found.of && valuesOf(before) === valuesOf(all)) return
    if (!better && (state.epoch !== undefined || first.of !== found.of)) {
      evaluation(line, found, sink)
      return
    }
    if (!better && state.epoch === undefined) state.offset++
  }
  state.finished = found
  unfinished.drop()
  const epoch = epochOf(state) ?? (state.offset > 0 ? state.offset + 1 : sink.where().epoch)
  const pairs =
    first !== undefined && state.epoch !== undefined ? all.filter((pair) => pair.name.startsWith('val_')) : all
  for (const pair of pairs) sink.point(pair.name, pair.value, { epoch, axis: 'epoch', mean: 'epoch' })
}

function hasVal(pairs: readonly Pair[]): boolean {
  return pairs.some((pair) => pair.name.startsWith('val_'))
}

function valuesOf(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.value).join()
}

function evaluation(line: Line, found: Bar, sink: TextSink): void {
  const value = pairsOf(found).find((pair) => pair.name === 'loss')?.value
  sink.event({
    kind: 'evaluation',
    text: line.text.replace(/\[[=>.]+\]\s*/, ''),
    ...(value !== undefined && { value }),
  })
}

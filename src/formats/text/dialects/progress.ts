// Progress bars with values: tqdm's postfix, Lightning's bars, `Processing |####| (493/493) ... | Loss: 0.3`.

import { meaningOf } from '../../../record/lexicon.ts'
import type { Split } from '../../../record/series.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { headerSplit } from '../headers.ts'
import { MARK } from '../marks.ts'
import { postfixPairs } from '../postfix.ts'
import { barIn, type TqdmBar } from '../tqdm.ts'

export default defineDialect({ name: 'progress', title: 'Progress bars', turn: 40, repeats: 'words', open })

/** The clock of a bar is `[00:10<01:30, ...`, its count is a fraction. */
const CLOCK = MARK.bracket | MARK.colon
const BAR = CLOCK | MARK.less

interface Late {
  readonly name: string
  value: number
  epoch: number | undefined
  split: Split | undefined
}

interface State {
  /** values that a bar shows through the whole epoch after they were made: told once, when the bar or epoch ends */
  readonly late: Map<string, Late>
  readonly told: Map<string, number>
  done: number
  /** totals of the finished bars of this epoch */
  totals: number[]
  epoch: number | undefined
}

function open(sink: TextSink): DialectReader {
  const state: State = { late: new Map(), told: new Map(), done: -1, totals: [], epoch: undefined }
  return {
    line(line) {
      const { marks } = line
      if ((marks & MARK.stroke) === 0 && (marks & BAR) !== BAR) return false
      const bar = (marks & CLOCK) === CLOCK ? barIn(line.text) : undefined
      if (bar !== undefined) return tqdm(bar, line, state, sink)
      return hashes(line, state, sink)
    },
    end: () => flush(state, sink),
  }
}

const EPOCH = /\b(?:epoch|ep|эпоха)[\s:[#=]*(\d{1,7})(?:\s*\/\s*\d+)?/i

function tqdm(bar: TqdmBar, line: Line, state: State, sink: TextSink): boolean {
  const pairs = postfixPairs(bar.postfix).filter(({ name }) => isCurve(name))
  if (pairs.length === 0)
    return /[:=]\s*[-+]?(?:\d|nan|inf)/i.test(bar.before + bar.behind) ? inDescription(bar, line, sink) : true
  const epoch = EPOCH.exec(bar.before)?.[1]
  const split = headerSplit(bar.before.replace(EPOCH, '').replace(/[:\d%]/g, ''))
  const at = epoch === undefined ? sink.where().epoch : Number(epoch)
  if (at !== state.epoch || bar.done < state.done) flush(state, sink)
  if (epoch !== undefined) sink.epoch(Number(epoch))
  state.epoch = at
  if (bar.done === state.done && !line.final) return true
  state.done = bar.done
  for (const { name, value } of pairs) tellPair(name, value, bar, { epoch: at, split }, state, sink)
  return true
}

/** Values of validation, and means over an epoch, are shown again and again until the next are made. */
function tellPair(
  name: string,
  value: number,
  bar: TqdmBar,
  at: { epoch: number | undefined; split: Split | undefined },
  state: State,
  sink: TextSink,
): void {
  const meaning = meaningOf(name)
  const own = meaning.split ?? at.split
  if ((meaning.split === 'val' || meaning.split === 'test' || meaning.axis === 'epoch') && at.split === undefined) {
    state.late.set(name, { name, value, epoch: at.epoch, split: undefined })
    return
  }
  const running = own === 'val' || own === 'test'
  if (running) state.late.set(name, { name, value, epoch: at.epoch, split: at.split })
  else
    sink.point(name, value, {
      epoch: at.epoch,
      step: bar.done,
      of: Number.isNaN(bar.of) ? undefined : bar.of,
      split: at.split,
      axis: 'step',
    })
}

function flush(state: State, sink: TextSink): void {
  for (const { name, value, epoch, split } of state.late.values()) {
    if (Object.is(state.told.get(name), value)) continue
    state.told.set(name, value)
    sink.point(name, value, { epoch, split, axis: 'epoch', mean: 'epoch' })
  }
  state.late.clear()
  state.done = -1
}

/** The values stand before the bar (its description) or behind it; the bar itself only counts. */
function inDescription(bar: TqdmBar, line: Line, sink: TextSink): boolean {
  const text = `${bar.before} ${bar.behind}`.trim()
  const pairs = postfixPairs(text.replace(EPOCH, '')).filter(({ name }) => isCurve(name))
  if (pairs.length === 0) return true
  const epoch = EPOCH.exec(text)?.[1]
  const step = /\b(?:step|iter|iteration|batch)[\s:=#]*(\d{1,9})/i.exec(text)?.[1]
  if (epoch !== undefined) sink.epoch(Number(epoch))
  if (epoch === undefined && step === undefined && !line.final && Number.isNaN(bar.done)) return true
  const split = headerSplit(text.replace(/[:,].*$/, '').replace(EPOCH, ''))
  for (const { name, value } of pairs) {
    sink.point(name, value, {
      epoch: epoch === undefined ? undefined : Number(epoch),
      step: step === undefined ? bar.done : Number(step),
      split,
      axis: 'step',
    })
  }
  return true
}

const HASHES = /^(.{0,60}?)\|[#█=>━ .-]{2,200}\|\s*\(?(\d+)\/(\d+)\)?/

/** `Processing |####| (493/493) ...`: the second bar of an epoch with another total is its evaluation. */
function hashes(line: Line, state: State, sink: TextSink): boolean {
  const found = HASHES.exec(line.text)
  if (found === null) return false
  const pairs = postfixPairs(line.text.slice(found[0].length)).filter(({ name }) => isCurve(name))
  if (pairs.length === 0) return false
  const [done, of] = [Number(found[2]), Number(found[3])]
  const epoch = sink.where().epoch
  if (epoch !== state.epoch) state.totals = []
  state.epoch = epoch
  const told = headerSplit(found[1] as string)
  const second = state.totals.length > 0 && !state.totals.includes(of)
  const split = told ?? (second ? 'val' : undefined)
  if (done < of) {
    for (const { name, value } of pairs)
      sink.point(name, value, { step: done, of, split, axis: 'step', mean: 'running' })
    return true
  }
  state.totals.push(of)
  for (const { name, value } of pairs) sink.point(name, value, { split, axis: 'epoch', mean: 'epoch' })
  return true
}

function isCurve(name: string): boolean {
  const { metric, known } = meaningOf(name)
  return known && metric !== 'ignore' && metric !== 'best'
}

// The reader of everything without a layout of its own: epoch and step tokens, and names with numbers behind them.

import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { openFamilies, type Waiting } from '../families.ts'
import { type Group, groupsOf } from '../groups.ts'
import { headerSplit } from '../headers.ts'
import { MARK } from '../marks.ts'
import { openMeters } from '../meters.ts'
import type { Scan } from '../scan.ts'

export default defineDialect({
  name: 'general',
  title: 'Names and numbers',
  turn: 90,
  repeats: 'words',
  open,
})

function open(sink: TextSink): DialectReader {
  const families = openFamilies()
  const meters = openMeters(sink)
  function line(line: Line): boolean {
    const scan = line.scan()
    if (scan.count === 0) return header(line, sink)
    const equals = (line.marks & MARK.equals) !== 0
    if (isProse(scan) || (equals && ARGUMENTS.test(line.text))) return false
    const variant = scan.config || (equals && VARIANT.test(line.text))
    let understood = false
    for (const group of groupsOf(scan, line.text)) {
      const another = variant && (group.plural || !isLocated(group))
      if (!another && take(group, line)) understood = true
    }
    return understood
  }
  function take(group: Group, line: Line): boolean {
    const kind = standing(group, sink)
    if (kind === 'none') return false
    if (kind === 'place') return place(group, sink, line)
    if (kind === 'sure') {
      families.release(group, (first) => tellLate(first, sink))
      tell(group, sink, meters)
      return true
    }
    if (!families.offer(group, sink.where(), (first) => tellLate(first, sink))) return false
    tell(group, sink, meters)
    return true
  }
  return { line, end: () => meters.end() }
}

/** `Namespace(lr=0.1, epochs=10)`: settings, printed as the arguments of a call. */
const ARGUMENTS = /^\s*[A-Za-z_]\w*\(\w+=/

/** Sentences have many words for each number, and words that no log has. */
function isProse({ words, prose, count }: Scan): boolean {
  return words > 6 + 3 * count || (prose >= 3 && prose >= count)
}

/** `model=GAL acc=0.93`, `range=[0,1] accuracy=0.9`: rows about several trainings, not moments of one. */
const VARIANT =
  /^\s*(?!(?:level|time|ts|msg|logger|phase|mode|split|event|name|caller|stage|loss)=)[A-Za-z_]\w*=(?:[A-Za-z]\S*|\[\S*\]?\S*)\s+\w+=/

function isLocated(group: Group): boolean {
  return group.epoch !== undefined || group.step !== undefined
}

const CONSTANT = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/

/** `sure`: a line of the log by itself; `family`: only where its like occurs again; `place`: tells only where we are. */
function standing(group: Group, sink: TextSink): 'sure' | 'family' | 'place' | 'none' {
  const located = group.epoch !== undefined || group.step !== undefined || group.counter !== undefined
  const plural = group.plural && group.counter === undefined
  const where = sink.where()
  const placed = where.epoch !== undefined || where.step !== undefined
  let [metrics, strong, main] = [0, false, false]
  for (const { key, name, integer } of group.values) {
    if (key.role !== 'metric' || !(located || key.strong || !integer)) continue
    // FOCAL_LOSS_ALPHA: a constant of a printed configuration.
    if (!located && CONSTANT.test(name)) return 'none'
    metrics++
    if (key.strong) strong = true
    if (key.signed && key.meaning?.metric !== 'loss-part') main = true
  }
  // A main metric with a sign before its number needs no second; parts of losses without a place may be settings.
  if (metrics > 0 && located) return strong || group.words <= 4 ? 'sure' : 'family'
  if (metrics > 0) return main || (placed && strong) ? 'sure' : 'family'
  if (group.values.length > 0) return standingOfSettings(group, located && !plural, placed)
  if (!located || plural || group.counter !== undefined) return 'none'
  return group.words <= 6 ? 'place' : 'none'
}

/** Settings and unknown names are curves where a place stands beside them, or where they are printed again. */
function standingOfSettings(group: Group, located: boolean, placed: boolean): 'sure' | 'family' | 'none' {
  if (located && group.values.some((value) => value.key.role === 'setting'))
    return group.counter === undefined ? 'sure' : 'none'
  if (located && group.counter === undefined) return group.words <= 3 ? 'family' : 'none'
  return placed && group.words <= 1 && group.values.every((value) => /^[\w./-]+$/.test(value.name)) ? 'family' : 'none'
}

/** The first of a family, told when the second has come, lies where the run was when it was printed. */
function tellLate(first: Waiting, sink: TextSink): void {
  const { group, place } = first
  for (const value of group.values) {
    const step = group.step ?? place.step
    sink.point(value.name, value.value, {
      epoch: group.epoch ?? place.epoch,
      step,
      split: value.split ?? place.split,
      exact: true,
    })
  }
}

function place(group: Group, sink: TextSink, line: Line): boolean {
  if (group.epoch !== undefined) sink.epoch(group.epoch, group.epochOf)
  if (group.step !== undefined) sink.step(group.step, group.stepOf)
  sink.split(group.split ?? (line.text.length <= 80 ? headerSplit(line.text) : undefined))
  return true
}

function tell(group: Group, sink: TextSink, meters: ReturnType<typeof openMeters>): void {
  if (group.epoch !== undefined) sink.epoch(group.epoch, group.epochOf)
  if (meters.take(group, sink.where().epoch)) return
  if (isEvaluation(group, sink)) {
    for (const { name, value } of group.values) sink.event({ kind: 'evaluation', text: `${name} ${value}`, value })
    return
  }
  const counts = group.counter !== undefined && group.epoch === undefined && group.step === undefined
  const epochs =
    counts &&
    group.counterOf !== undefined &&
    group.values.some((value) => value.split === 'val' || value.key.meaning?.split === 'val')
  const step = counts && !epochs ? group.counter : group.step
  const epoch = epochs ? group.counter : group.epoch
  for (const value of group.values) {
    sink.point(value.name, value.value, {
      epoch,
      step,
      of: group.stepOf ?? (counts ? group.counterOf : undefined),
      split: value.split,
    })
  }
  if (group.step !== undefined && group.values.length > 0) sink.step(group.step, group.stepOf)
}

/** Behind the bars of Keras, what is printed without a place and a split is the result of `evaluate()`. */
function isEvaluation(group: Group, sink: TextSink): boolean {
  if (!sink.where().bars || isLocated(group) || group.counter !== undefined) return false
  return group.values.every((value) => value.split === undefined && value.key.meaning?.split === undefined)
}

function header(line: Line, sink: TextSink): boolean {
  if (line.text.length > 80) return false
  const split = headerSplit(line.text)
  if (split === undefined) return false
  sink.split(split)
  return true
}

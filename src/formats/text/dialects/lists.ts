// Histories that are printed whole, as a named list of numbers: `train_losses = [0.5, 0.4]`, `{'loss': [...], 'acc': [...]}`.

import { directionOf, meaningOf } from '../../../record/lexicon.ts'
import type { DialectReader, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'lists', title: 'Printed histories', turn: 22, open })

/** Fewer values may be the parts of one loss. */
const FEWEST = 3
const MOST_LISTS = 50
const LONGEST_NAME = 60
/** A name before the list, in quotes or bare, and what stands between them. */
const NAMED = /(?:^|[\s{,(.])['"]?([A-Za-z][\w ./-]{0,59}?)['"]?\s{0,3}[:=]?\s{0,3}$/
/** What numpy and PyTorch write around a number. */
const WRAPPED =
  /^(?:np\.float\d\d|numpy\.float\d\d|float|tensor)\((.{1,60}?)(?:, (?:dtype|device|grad_fn)=[^)]{1,60})?\)$/

function open(sink: TextSink): DialectReader {
  return {
    line({ text, marks }) {
      if ((marks & MARK.bracket) === 0 || (marks & MARK.comma) === 0 || !text.includes('[')) return false
      const lists = listsIn(text)
      if (lists.length === 0) return false
      // behind a log they only say again what was logged
      const { epoch, step } = sink.where()
      if (epoch !== undefined || step !== undefined) return true
      for (const { name, values } of lists)
        for (const [index, value] of values.entries()) sink.point(name, value, { epoch: index + 1, axis: 'epoch' })
      return true
    },
  }
}

interface List {
  readonly name: string
  readonly values: readonly number[]
}

/** The lists of a line that are called like losses or scores; one number that is none and it is another list. */
function listsIn(text: string): List[] {
  const lists: List[] = []
  let end = 0
  for (
    let at = text.indexOf('[');
    at >= 0 && lists.length < MOST_LISTS;
    at = text.indexOf('[', Math.max(at + 1, end))
  ) {
    const close = text.indexOf(']', at)
    if (close < 0) break
    const name = NAMED.exec(text.slice(Math.max(end, at - LONGEST_NAME - 8), at))?.[1]?.trim()
    end = close
    if (name === undefined || !isCurve(name)) continue
    const values = numbersIn(text.slice(at + 1, close))
    if (values !== undefined && values.length >= FEWEST) lists.push({ name, values })
  }
  return lists
}

function isCurve(name: string): boolean {
  const { metric, known } = meaningOf(name)
  return known && directionOf(metric) !== 'none'
}

function numbersIn(text: string): number[] | undefined {
  const values: number[] = []
  for (const cell of text.replace(/,\s*$/, '').split(/,(?! (?:dtype|device|grad_fn)=)/)) {
    const value = numberOf(WRAPPED.exec(cell.trim())?.[1] ?? cell)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

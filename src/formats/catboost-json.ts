// CatBoost's catboost_training.json: the error on the learning and the test sets at each iteration.

import type { Emit } from '../record/entry.ts'
import { fact } from '../record/fact.ts'
import type { Split } from '../record/series.ts'
import { fieldNumber } from './fields.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { type JsonScalar, jsonTokens } from './wire/json.ts'

export default defineFormat({
  name: 'catboost-json',
  title: 'CatBoost catboost_training.json',
  recognises: (head) =>
    /^\s*\{/.test(head.text) && /"(?:learn|test)_metrics"/.test(head.text) && /"iteration/.test(head.text),
  open,
})

interface Row {
  iteration: number | undefined
  readonly learn: number[]
  readonly test: number[]
}

/** The file is unterminated while the training runs; each iteration counts as soon as its object closes. */
function open(emit: Emit, head: Head): Reader {
  const frames: { kind: string; key: string }[] = []
  const names: Record<'learn' | 'test', string[]> = { learn: [], test: [] }
  let key = ''
  let row: Row = fresh()

  const place = (): string => frames.flatMap((frame) => (frame.key === '' ? [] : [frame.key])).join('/')
  const value = (held: JsonScalar): void => {
    const at = frames.at(-1)?.kind === 'array' ? place() : `${place()}/${key}`
    const number = fieldNumber(held)
    if (at === 'iterations/iteration') row.iteration = number
    else if (at === 'iterations/learn') row.learn.push(number ?? Number.NaN)
    else if (at === 'iterations/test') row.test.push(number ?? Number.NaN)
    else if (at === 'meta/learn_metrics/name') names.learn.push(String(held))
    else if (at === 'meta/test_metrics/name') names.test.push(String(held))
    else if (at === 'meta/iteration_count' && number !== undefined) {
      emit({ kind: 'fact', fact: fact('epochs', number, `iteration_count: ${number}`, head.name, 'file') })
    }
  }
  const tokens = jsonTokens({
    key(name) {
      key = name
    },
    value,
    open(kind) {
      frames.push({ kind, key: frames.at(-1)?.kind === 'object' ? key : '' })
    },
    close(kind) {
      if (kind === 'object' && frames.at(-2)?.key === 'iterations') {
        emitRow(emit, row, names)
        row = fresh()
      }
      frames.pop()
    },
  })
  emit({ kind: 'fact', fact: fact('framework', 'catboost', 'catboost_training.json', head.name, 'file') })
  return { push: tokens.push, end: tokens.end }
}

function fresh(): Row {
  return { iteration: undefined, learn: [], test: [] }
}

/** The test set is the one that CatBoost stops by: a validation set. With several, each counts by its number. */
function emitRow(emit: Emit, row: Row, names: Readonly<Record<'learn' | 'test', readonly string[]>>): void {
  const sides: readonly ['learn' | 'test', Split][] = [
    ['learn', 'train'],
    ['test', 'val'],
  ]
  for (const [side, split] of sides) {
    const own = names[side].length > 0 ? names[side] : names.learn
    for (const [index, value] of row[side].entries()) {
      const name = own[index % Math.max(1, own.length)] ?? 'loss'
      const round = Math.floor(index / Math.max(1, own.length))
      const step = row.iteration
      emit({ kind: 'point', name: round === 0 ? name : `test_${round}/${name}`, value, step, split, axis: 'step' })
    }
  }
}

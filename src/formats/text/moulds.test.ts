// Lines of a known layout are read as if they had been read slowly: the same entries, whatever their digits.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../record/entry.ts'
import { emptyFigure, readFigure } from './figures.ts'
import { openKeys } from './keys.ts'
import { openLineCutter } from './lines.ts'
import { codesOf, type Moulds, openMoulds } from './moulds.ts'
import { openPipeline } from './pipeline.ts'
import { openScanner } from './scan.ts'
import { readShape, shapeOf } from './shapes.ts'
import { fragments, overwritten, withoutControls } from './terminal.ts'

/** Layouts with `0` where any digit may stand. */
const LAYOUTS = [
  'Train Epoch: 0 [000/600 (00%)]\tLoss: 0.000000',
  '2025-11-21 10:00:12,123 - INFO - epoch 0, step 00: loss=0.0000, acc=0.00, lr=0.00e-00',
  'Epoch: [0][00/99]\tTime 0.401 (0.418)\tLoss 0.0000 (0.0000)\tPrec@1 00.000 (00.000)',
  'iter 00: loss 0.0000, time 000.00ms, mfu 00.00%',
  "{'loss': 0.0000, 'grad_norm': 0.0000, 'learning_rate': 0.000e-00, 'epoch': 0.00}",
  ' 00/90 [==>...] - ETA: 0s - loss: 0.0000 - accuracy: 0.0000',
  ' 00/90 [=====>] - ETA: 0s - loss: 0.0000 - accuracy: 0.0000',
  'Epoch 0/9',
  '90/90 [======] - 0s 00ms/step - loss: 0.0000 - val_loss: 0.0000',
  'val top1 0.00 top5 0.00 at step 000',
  'val top2 0.00 top7 0.00 at step 000',
  'worker 0 processed shard 000-of-100 in 0.00 s',
  'Saved checkpoint 000, loss=0.0000.',
  '| epoch 0 | 00/ 99 batches | ms/batch 0.00 | loss 0.00 | ppl 00.00',
  'loss: -0.000 acc: -.000 n: 0,000 (0.00)',
  'step 0 loss 0.000000000000000000 12:00:00 acc 0.0',
  'lr 0.0, loss 0.000 [0000/9000]',
  'epoch,loss,acc',
  '0,0.000,0.000',
  'Test set: loss 0.000',
  '# 00 loss 0.00',
  '',
]
const line = fc
  .tuple(fc.constantFrom(...LAYOUTS), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }))
  .map(([layout, digits]) => {
    let i = 0
    return layout.replace(/0/g, () => String(digits[i++ % digits.length]))
  })
const run = fc.array(fc.tuple(line, fc.integer({ min: 1, max: 4 })), { maxLength: 25 })

/** Remembers nothing, so that every line is read slowly. */
const NOTHING: Moulds = { of: () => undefined, wants: () => false, keep: () => undefined }

function entriesOf(text: string, moulds: Moulds): Entry[] {
  const entries: Entry[] = []
  const pipeline = openPipeline((entry) => entries.push(entry), moulds)
  const cutter = openLineCutter(pipeline.line)
  cutter.push(text)
  cutter.end()
  pipeline.end()
  return entries
}

describe('lines of a known layout', () => {
  it('give the entries that they give when each is read slowly', () => {
    fc.assert(
      fc.property(run, (lines) => {
        const all = lines.flatMap(([text, times]) => Array<string>(times).fill(text))
        const text = all.join('\n')
        expect(entriesOf(text, openMoulds())).toEqual(entriesOf(text, NOTHING))
      }),
      { numRuns: 300 },
    )
  })

  it('give the same entries within bars as on lines of their own, where they are overwritten', () => {
    fc.assert(
      fc.property(run, (lines) => {
        const text = lines.map(([text]) => text).join('\r')
        expect(entriesOf(text, openMoulds())).toEqual(entriesOf(text, NOTHING))
      }),
      { numRuns: 200 },
    )
  })

  it('fit often: that is what they are for', () => {
    const moulds = openMoulds()
    let fitted = 0
    const of = (text: string) => {
      const mould = moulds.of(text)
      if (mould !== undefined) fitted++
      return mould
    }
    const counting: Moulds = { ...moulds, of }
    entriesOf(Array.from({ length: 100 }, (_, i) => `step ${100 + i}: loss=0.${500 + i}`).join('\n'), counting)
    expect(fitted).toBe(99)
  })

  it('fit their mould whatever their numbers, but not with other words', () => {
    const text = 'top5 0.25 at step 100'
    const moulds = openMoulds()
    const { scan, trace } = openScanner()
    scan(text)
    const codes = codesOf(text, 0, trace(text))
    moulds.keep({ codes, prefix: 0, marks: 0, reader: 0, trace: undefined, sentence: false })
    expect(moulds.of('top5 0.75 at step 299')).toBeDefined()
    expect(moulds.of('top1 0.25 at step 100')).toBeUndefined()
    expect(moulds.of('top5 0.25 at step 1000')).toBeUndefined()
    expect(moulds.of('top5 0.2x at step 100')).toBeUndefined()
  })
})

describe('shapes', () => {
  const number = fc
    .tuple(
      fc.constantFrom(
        '0',
        '00.0',
        '.00',
        '0e-0',
        '0.0E+00',
        '0000000000000000000.0',
        '0,000',
        '00/00',
        '0.0 (0.0)',
        '0 / 0',
      ),
      fc.constantFrom('', '%', 'ms', ' (-0.00)', ' (00%)', ',', '.', ', 0', ']/[000]', ' %', 'e', '/0.5'),
      fc.constantFrom('', '-', '(', '[', 'a-'),
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    )
    .map(([body, tail, before, digits]) => {
      const fill = () => `${before}${body}${tail}`.replace(/0/g, () => String(digits.next().value))
      return { first: fill(), second: fill(), at: before.length }
    })
  it('are read as figures are', () => {
    const key = openKeys().of('', false)
    fc.assert(
      fc.property(number, ({ first, second, at }) => {
        const [quick, slow] = [emptyFigure(key), emptyFigure(key)]
        readShape(second, shapeOf(first, at, key), quick)
        slow.start = at
        readFigure(second, slow)
        expect(quick).toEqual(slow)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('overwritten', () => {
  it('answers what fragments answers', () => {
    const sign = fc.constantFrom(
      'a',
      '1',
      ' ',
      '\t',
      '\r',
      '\b',
      '\b\b',
      '\x00',
      '━',
      '\u200b',
      '\x1b[A',
      '\u2028',
      '=',
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.join('')
        const quick = overwritten(text)
        if (quick !== undefined) expect(quick.map(withoutControls)).toEqual(fragments(text))
      }),
      { numRuns: 1000 },
    )
  })
})

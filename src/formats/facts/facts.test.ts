// The finder never throws, never outgrows its bounds, and says where each fact stands.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../record/entry.ts'
import { factFinder } from './facts.ts'
import { factReaders } from './readers/index.ts'

function read(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  const finder = factFinder((entry) => entries.push(entry))
  lines.forEach((line, index) => {
    finder.line(line, index + 1)
  })
  finder.end()
  return entries
}

const PIECES = [
  'learning rate',
  'lr=',
  '学习率',
  'скорость обучения',
  '0.001',
  '1e-3',
  'batch',
  '32',
  '/',
  'Adam(',
  ')',
  'loss',
  'Dense(10, ',
  'softmax',
  'train',
  'val',
  '19,200',
  'not',
  '没有',
  'не',
  'classes',
  '类',
  '[',
  '-1',
  ',',
  '。',
  '. ',
  '?',
  '(None, 3)',
  'Total params: ',
  '____________________________',
  'Layer (type)  Output Shape  Param #',
  ' (Dense) ',
  '\u001b[31m',
  '\u0000',
  'NaN',
  'Answer:',
  '│',
  '├─',
  ': 1-1',
  '%',
  '255',
  'epochs',
  '\ud800',
  '"',
  "'",
  '\t',
  '，',
  '：',
] as const

describe('any text', () => {
  it('is read without a throw, and each quote and line is sound', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        for (const entry of read(lines)) {
          if (entry.kind !== 'fact') continue
          expect(entry.fact.quote.length).toBeLessThanOrEqual(120)
          expect(entry.fact.quote).not.toMatch(/[\u0000-\u001f]/)
          const number = Number(/^line (\d+)$/.exec(entry.fact.where)?.[1])
          expect(number).toBeGreaterThanOrEqual(1)
          expect(number).toBeLessThanOrEqual(lines.length)
          if (typeof entry.fact.value === 'number') expect(Number.isFinite(entry.fact.value)).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is read in bounded time, however long its lines are', () => {
    const long = [
      'lr of of '.repeat(4_000),
      '1'.repeat(50_000),
      'Dense('.repeat(9_000),
      '学习率为'.repeat(9_000),
      `x${' '.repeat(60_000)}y`,
      '(None, '.repeat(9_000),
      '│ a '.repeat(9_000),
    ]
    const from = performance.now()
    read(long)
    expect(performance.now() - from).toBeLessThan(15_000)
  })

  it('gives no more facts than a reader can use', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `batch_size=${i + 1}`)
    expect(read(lines).length).toBeLessThanOrEqual(520)
  })
})

describe('quotes', () => {
  it('are the words as they stood, full-width letters included', () => {
    const facts = read(['数据如下：', '学习率：0.001，批大小：32']).flatMap((entry) =>
      entry.kind === 'fact' ? [entry.fact] : [],
    )
    expect(facts).toContainEqual({
      name: 'learning_rate',
      value: 0.001,
      quote: '学习率：0.001',
      where: 'line 2',
      from: 'text',
    })
    expect(facts).toContainEqual({ name: 'batch_size', value: 32, quote: '批大小：32', where: 'line 2', from: 'text' })
  })

  it('of an option are the line that declares it', () => {
    const line = "parser.add_argument('--lr', type=float, default=0.02, help='step (default: 0.1)')"
    expect(read([line])).toEqual([
      { kind: 'fact', fact: { name: 'learning_rate', value: 0.02, quote: line, where: 'line 1', from: 'text' } },
    ])
  })

  it('name the line on which a wrapped sentence begins', () => {
    const lines = [
      'We trained the network on the data of last winter without any change to the',
      'code. The batch size is 48.',
    ]
    expect(read(lines)).toContainEqual(
      expect.objectContaining({ fact: expect.objectContaining({ name: 'batch_size', where: 'line 2' }) }),
    )
  })
})

describe('readers', () => {
  it('find nothing without a cue that they could not have found with it', () => {
    const texts = [
      'Adam, lr 0.001, batch 32, 10 classes',
      '学习率0.1,损失是交叉熵',
      'лосс не падает, дропаут 0.5',
      "model.add(Dense(10, activation='softmax'))",
    ]
    for (const reader of factReaders)
      for (const text of texts) {
        const found = reader.read({ text, number: 1 })
        if (found.length > 0 && reader.cues)
          expect(
            reader.cues.some((cue) => text.toLowerCase().includes(cue)),
            `${reader.name}: ${text}`,
          ).toBe(true)
      }
  })
})

// The pieces of the line pipeline, each by itself.

import { describe, expect, it } from 'vitest'
import { told } from '../../../test/unit/told.ts'
import { openLineCutter } from './lines.ts'
import { flatObjects } from './literals.ts'
import { found, numberOf, readNumber } from './numbers.ts'
import { bare } from './prefix.ts'
import { openScanner } from './scan.ts'
import { fragments } from './terminal.ts'
import { barIn } from './tqdm.ts'
import { openUnroller } from './unroll.ts'
import { narrow } from './width.ts'

describe('bare', () => {
  const lines: readonly (readonly [string, string, number | undefined])[] = [
    ['2019-08-07 02:59:37,013 - __main__ - INFO - [epoch]: 199', '[epoch]: 199', undefined],
    ['2018-02-12 19:10:12,867:INFO: batch step: 5 loss: 0.8', 'batch step: 5 loss: 0.8', undefined],
    ['I0912 11:41:51.976096 139735407601536 model_lib.py:652] Step 100', 'Step 100', undefined],
    ['INFO:tensorflow:Step 100', 'Step 100', undefined],
    ['[11/01 20:14:15 d2.utils.events]: eta: 5:41', 'eta: 5:41', undefined],
    [
      '[2023-04-18 01:46:52,554] [INFO] [loss_scaler.py:188:update_scale] [deepspeed] OVERFLOW!',
      'OVERFLOW!',
      undefined,
    ],
    ['[08:16:59] [STDERR] steps:  77%', 'steps:  77%', undefined],
    ['solver.cpp:397]     Test net output #0', 'Test net output #0', undefined],
    ['mmdet - INFO - Epoch [3][750/1749]', 'Epoch [3][750/1749]', undefined],
    ['[rank1]: step 10', 'step 10', 1],
    ['[default0]:step 10', 'step 10', 0],
    ['RANK: 3 | Loss: 2', 'Loss: 2', 3],
    ['> iter 2920: loss 3.9883', 'iter 2920: loss 3.9883', undefined],
    ['# 703/703 [====] - 1s', '703/703 [====] - 1s', undefined],
    ['Epoch 3 loss 0.5', 'Epoch 3 loss 0.5', undefined],
    ['[1,  2000] loss: 2.2', '[1,  2000] loss: 2.2', undefined],
    ['[0]\ttrain-rmse:0.5', '[0]\ttrain-rmse:0.5', undefined],
    ['100/100 - 2s - loss: 1', '100/100 - 2s - loss: 1', undefined],
  ]
  it.each(lines)('%s', (line, text, rank) => {
    expect(bare(line)).toMatchObject({ text, rank })
  })
})

describe('numbers', () => {
  it.each([
    ['0.1', 0.1],
    ['1e-07', 1e-7],
    ['9.649992967150629e-06', 9.649992967150629e-6],
    ['112495697920.000000', 112495697920],
    ['6639084410529692778496.000000', 6.639084410529693e21],
    ['1,234,567.5', 1234567.5],
    ['-55.0254', -55.0254],
    ['85%', 85],
    ['-nan', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
    ['nanms', undefined],
    ['12s', undefined],
    ['', undefined],
  ])('reads %s', (text, value) => {
    expect(numberOf(text)).toEqual(value)
  })

  it('reads what JavaScript reads, to the last bit', () => {
    for (let i = 0; i < 20_000; i++) {
      const value = Math.abs(Math.tan(i * 1.7)) * 10 ** ((i % 60) - 30)
      for (const text of [String(value), value.toFixed(i % 12), value.toExponential(i % 17)]) {
        expect(readNumber(text, 0, false)).toBe(true)
        expect(found.value).toBe(Number(text))
      }
    }
  })
})

describe('scan', () => {
  const { scan } = openScanner()
  const pairs = (text: string) => {
    const { figures, count } = scan(text)
    return figures.slice(0, count).map(({ key, value }) => `${key.role}:${key.name}=${value}`)
  }
  it.each([
    ['Epoch 3/10, train loss: 0.5', ['epoch:=3', 'metric:train loss=0.5']],
    ['eta: 5:20:11  lr: 0.1  time: 3.8s', ['setting:lr=0.1', 'ignore:time=3.8']],
    ['2018-10-16 top5 acc 0.9', ['metric:top5 acc=0.9']],
    ['170.00 samples/sec Train-Accuracy=0.5', ['counter:=170', 'metric:Train-Accuracy=0.5']],
    ['number of nan iterations: 0', ['ignore:=0']],
    ['loss nan acc -inf', ['metric:loss=NaN', 'metric:acc=-Infinity']],
    ['words/batch 838 s/step 3', ['ignore:=838', 'ignore:=3']],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
    expect(pairs(text), 'and again, guessed').toEqual(expected)
  })

  it('guesses nothing but what it would have found', () => {
    const lines = [
      'step 1 loss 0.5',
      'step 2 loss-5 0.5',
      'step 3 loss 0:5 acc 1',
      'step 4 loss -0.5',
      'step 5 lossy 0.5',
      'step 6',
    ]
    const alone = lines.map((line) => {
      const fresh = openScanner().scan
      const { figures, count } = fresh(line)
      return figures.slice(0, count).map(({ key, value }) => `${key.role}:${key.name}=${value}`)
    })
    for (let round = 0; round < 3; round++) expect(lines.map(pairs)).toEqual(alone)
  })
})

describe('terminal', () => {
  it('gives the fragments that a return or backspaces overwrote', () => {
    expect(fragments('10%\r20%\r30%')).toEqual(['10%', '20%', '30%'])
    expect(fragments('loss: 1\b\b\b\b\b\b\bloss: 2')).toEqual(['loss: 1', 'loss: 2'])
  })
  it('takes out colours, links and control characters', () => {
    expect(fragments('\x1b[31mloss\x1b[0m: \x1b]8;;http://x\x07link\x1b]8;;\x07 1')).toEqual(['loss: link 1'])
    expect(fragments('lo\x00ss\u202e 1')).toEqual(['loss 1'])
  })
  it('narrows full-width signs', () => {
    expect(narrow('损失：０.５，准确率')).toBe('损失:0.5,准确率')
  })
})

describe('lines', () => {
  it('holds no more than a mebibyte of a line', () => {
    const lines: number[] = []
    const cutter = openLineCutter((text) => lines.push(text.length))
    for (let i = 0; i < 40; i++) cutter.push('x'.repeat(100_000))
    cutter.push('\nshort\n')
    cutter.end()
    expect(lines[0]).toBe((1 << 20) + 1)
    expect(lines.slice(1)).toEqual([0, 5])
  })
  it('says so in a note and reads on', () => {
    const read = told(`${'x'.repeat(3 << 20)}\nEpoch 1 loss: 0.5\n`)
    expect(read.entries.filter((entry) => entry.kind === 'note').length).toBe(1)
    expect(read.series.get('loss -')?.length).toBe(1)
  })
  it('reads a bar of days that never ends its line', () => {
    const bars = Array.from({ length: 30_000 }, (_, i) => `${i}/30000 [00:10<00:30, 5.00it/s, loss=0.5]`).join('\r')
    expect(told(bars).series.get('loss -')?.length).toBe(30_000)
  })
})

describe('objects and bars', () => {
  it('reads JSON, Python, bare NaN, numbers as strings and nested objects', () => {
    expect(
      flatObjects(
        `x {"a": NaN, 'b': '1.5', "c": {"d": -Infinity}, "e": [0.1], "f": [1, 2], "g": null} {'h': tensor(0.5)}`,
      ),
    ).toEqual([
      [
        ['a', Number.NaN],
        ['b', 1.5],
        ['c/d', Number.NEGATIVE_INFINITY],
        ['e', 0.1],
        ['g', 'null'],
      ],
      [['h', 0.5]],
    ])
  })
  it('finds the bar of tqdm', () => {
    expect(barIn('Epoch 1:  12%|█▏   | 50/500 [00:10<01:30,  5.00it/s, loss=0.3]')).toMatchObject({
      before: 'Epoch 1',
      done: 50,
      of: 500,
      postfix: 'loss=0.3',
    })
    expect(barIn('[1, 2000] loss: 0.3')).toBeUndefined()
  })
})

describe('unroll', () => {
  it('lays the epochs end to end, by their printed length or by the stride', () => {
    const { step } = openUnroller()
    expect([1, 51, 99].map((at) => step(undefined, 1, at, 100))).toEqual([1, 51, 99])
    expect([1, 51].map((at) => step(undefined, 2, at, 100))).toEqual([101, 151])
    const plain = openUnroller()
    expect([0, 500, 1000].map((at) => plain.step(undefined, 0, at, undefined))).toEqual([0, 500, 1000])
    expect(plain.step(undefined, 1, 0, undefined)).toBe(1500)
  })
  it('leaves steps that run through as they are', () => {
    const { step } = openUnroller()
    expect([step(undefined, 1, 100, 9000), step(undefined, 2, 200, 9000)]).toEqual([100, 200])
  })
})

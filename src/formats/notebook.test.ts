// Notebooks: their outputs in the order of execution, their tables, their code's settings, and what is no curve in them.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Entry } from '../record/entry.ts'
import { bytesOf, entriesOf, headFor, holdsContract, pointsOf, tolerant } from './contract.fixture.ts'
import { ReadError } from './format.ts'
import notebook from './notebook.ts'

type Part = Readonly<Record<string, unknown>>

const stream = (text: string, name = 'stdout'): Part => ({ output_type: 'stream', name, text })
const shown = (html: string, plain = '<IPython.core.display.HTML object>'): Part => ({
  ...{ output_type: 'display_data', metadata: {} },
  data: { 'image/png': 'iVBORw0KGgo=', 'text/html': html, 'text/plain': plain },
})
const result = (plain: string): Part => ({ output_type: 'execute_result', data: { 'text/plain': plain } })
const failed = (ename: string, evalue: string): Part => ({
  output_type: 'error',
  ename,
  evalue,
  traceback: ['\u001b[0m'],
})
const code = (count: number | null, source: string, ...outputs: readonly Part[]): Part => ({
  ...{ cell_type: 'code', execution_count: count, metadata: {} },
  ...{ source, outputs },
})
const saved = (...cells: readonly Part[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 })
const read = (text: string): Entry[] => entriesOf(notebook, bytesOf(text), 'a.ipynb')
const points = (text: string) => pointsOf(read(text))
const facts = (text: string) =>
  read(text).flatMap((entry) => (entry.kind === 'fact' ? [[entry.fact.name, entry.fact.value, entry.fact.where]] : []))

/** A table as the Hugging Face trainer and pandas write it. */
const table = (names: readonly string[], ...rows: readonly (readonly unknown[])[]) =>
  `<table border="1" class="dataframe"><thead><tr style="text-align: left;">${names
    .map((name) => `<th>${name}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</tbody></table><p>`

const LOG = 'epoch 1 loss 2.3\nepoch 2 loss 1.9\nepoch 3 loss 1.5\n'

const OLD = JSON.stringify({
  ...{ metadata: {}, nbformat: 3, nbformat_minor: 0 },
  worksheets: [
    {
      cells: [
        { cell_type: 'heading', source: ['Title'], level: 1 },
        {
          ...{ cell_type: 'code', prompt_number: 1, input: ['lr = 0.1\n', 'train(lr)'] },
          outputs: [
            { output_type: 'stream', stream: 'stdout', text: ['epoch 1 loss 2.3\n', 'epoch 2 loss 1.9\n'] },
            { output_type: 'pyerr', ename: 'KeyboardInterrupt', evalue: '', traceback: [] },
          ],
        },
      ],
    },
  ],
})

const made = (name: string) => readFileSync(new URL(`../../corpus/notebooks/${name}.ipynb`, import.meta.url))

holdsContract(notebook, {
  'own.ipynb': bytesOf(
    saved(
      code(1, 'optimizer = SGD(lr=0.1)', stream(LOG)),
      code(2, '', shown(table(['Epoch', 'Training Loss'], [1, 0.5], [2, 0.4])), failed('E', 'x')),
    ),
  ),
  'old.ipynb': bytesOf(OLD),
  'loop.ipynb': made('loop'),
  'trainer.ipynb': made('trainer'),
})

describe('what is printed', () => {
  it('joins the pieces of a stream, over other streams between', () => {
    const pieces = [stream('epoch 1 lo'), stream('warning\n', 'stderr'), stream('ss 2.3\nepoch 2 loss 1.9\n')]
    expect(points(saved(code(1, '', ...pieces)))).toEqual(['loss epoch 1 2.3', 'loss epoch 2 1.9'])
  })

  it('is the same as a list of lines and as one text', () => {
    const lines = LOG.split(/(?<=\n)/)
    const listed = saved({ ...code(1, ''), outputs: [{ output_type: 'stream', name: 'stdout', text: lines }] })
    expect(points(listed)).toEqual(points(saved(code(1, '', stream(LOG)))))
    expect(points(listed)).toHaveLength(3)
  })

  it('is told in the order of execution; a cell without a number stays behind the one above it', () => {
    const cells = [
      code(7, '', stream('epoch 1 loss 9\nepoch 2 loss 8\n')),
      code(null, '', stream('epoch 3 loss 7\nepoch 4 loss 6\n')),
      code(2, '', stream(LOG)),
    ]
    expect(points(saved(...cells)).map((one) => one.split(' ').at(-1))).toEqual([
      '2.3',
      '1.9',
      '1.5',
      '9',
      '8',
      '7',
      '6',
    ])
  })

  it('of the bars of Keras 3 is one value an epoch, and the history below it counts once', () => {
    const told = points(made('keras').toString())
    expect(told.filter((one) => one.startsWith('val_loss'))).toHaveLength(8)
    expect(told.filter((one) => one.startsWith('loss')).at(-1)).toBe('loss epoch 8 0.2361')
  })

  it('of a list is called as the cell calls it, and counts once', () => {
    const values = '[2.0,\n 1.5,\n 1.0]'
    const curve = code(2, 'm.fit(x, y)\nm.loss_curve_', result(values))
    const again = code(3, "pd.Series(m.loss_curve_)\nh.history['loss']", result(values))
    expect(points(saved(curve, again))).toEqual([
      'loss_curve_ epoch 1 2',
      'loss_curve_ epoch 2 1.5',
      'loss_curve_ epoch 3 1',
    ])
    expect(points(saved(code(1, '', stream(LOG)), code(2, 'h', result("{'loss': [2.3, 1.9, 1.5]}"))))).toHaveLength(3)
  })

  it('by cells that only evaluate is no curve', () => {
    const cells = [
      code(1, '', stream(LOG)),
      code(2, '', stream('counts (real, fake): [139, 46]\nacc=0.83 macro_f1=0.79\n')),
      code(3, '', result("{'test_loss': 0.7, 'test_accuracy': 0.8}")),
      code(4, '', result("{'test_loss': 0.9}")),
    ]
    expect(points(saved(...cells)).slice(3)).toEqual(['test_loss 0.7', 'test_accuracy 0.8'])
  })
})

describe('tables', () => {
  it('of the trainer have the steps or epochs that they name, and blanks where there was no log', () => {
    const html = `[870/870 00:56, Epoch 3/3]${table(['Step', 'Training Loss', 'Validation Loss'], [500, 'No log', 0.9], [1000, 0.8, 0.7])}`
    expect(points(saved(code(1, '', shown(html))))).toEqual([
      'Validation Loss step 500 0.9',
      'Training Loss step 1000 0.8',
      'Validation Loss step 1000 0.7',
    ])
    expect(facts(saved(code(5, '', shown(html))))).toEqual([
      ['epochs', 3, 'Out [5]'],
      ['steps_per_epoch', 290, 'Out [5]'],
      ['framework', 'hf-trainer', 'Out [5]'],
    ])
  })

  it('of two trainings are two runs', () => {
    const html = table(
      ['epoch', 'train_loss', 'valid_loss', 'accuracy', 'time'],
      [0, 1, 2, 0.5, '00:01'],
      [1, 0.5, 1, 0.6, '00:01'],
    )
    const other = html.replaceAll('0.5', '0.7')
    const told = read(saved(code(1, '', shown(html), shown(other))))
    expect(told.filter((entry) => entry.kind === 'run')).toHaveLength(1)
    expect(pointsOf(told)).toHaveLength(12)
    expect(pointsOf(told)[2]).toBe('val:accuracy epoch 0 0.5')
  })

  it('of pandas count epochs by their index; NaN at the end of a full column is a value, between numbers it is none', () => {
    const html = table(['', 'loss', 'val_loss'], [0, 2, 1], [1, 'NaN', 'NaN'], [2, 'NaN', 3])
    expect(points(saved(code(1, '', shown(html))))).toEqual([
      'loss epoch 0 2',
      'val_loss epoch 0 1',
      'loss epoch 1 NaN',
      'loss epoch 2 NaN',
      'val_loss epoch 2 3',
    ])
  })

  it('of data and of results are none', () => {
    const data = table(['', 'age', 'loss'], [0, 31, 1.5], [1, 40, 2.5])
    const results = table(['model', 'loss', 'accuracy'], ['cnn', 0.3, 0.9], ['mlp', 0.4, 0.8])
    const both = code(
      1,
      '',
      shown(data, '   age  loss\n0   31   1.5'),
      shown(results, 'model loss accuracy\ncnn 0.3 0.9'),
    )
    expect(points(saved(both, code(2, '', stream(LOG))))).toHaveLength(3)
  })

  it('with markup in their names tell the name without it', () => {
    const html = table(['epoch', 'loss<script>alert(1)</script>', 'val&#95;loss'], [1, 2, 3], [2, 1, 2])
    expect(points(saved(code(1, '', shown(html))))[1]).toBe('val_loss epoch 1 3')
    expect(JSON.stringify(read(saved(code(1, '', shown(html)))))).not.toContain('<script>')
  })
})

describe('code', () => {
  const source =
    'from sklearn.datasets import load_digits\nimport torch\n!pip install tensorflow\nopt = torch.optim.Adam(p, lr=3e-4)'

  it('states settings in cells that were run, and each cell speaks for the run behind it', () => {
    const told = facts(saved(code(3, source, stream(LOG)), code(4, 'epochs = 9', stream(LOG)), code(null, 'lr = 9')))
    expect(told).toEqual([
      ['learning_rate', 3e-4, 'In [3]'],
      ['optimizer', 'adam', 'In [3]'],
      ['epochs', 9, 'In [4]'],
      ['framework', 'pytorch', 'In [3]'],
    ])
  })

  it('of a shell, of comments and of text cells states nothing', () => {
    const text = { cell_type: 'markdown', metadata: {}, source: 'We use Adam with a learning rate of 0.5.' }
    expect(facts(saved(text, code(1, '%%bash\nlr=0.5', stream(LOG)), code(2, '# lr = 0.5')))).toEqual([])
  })
})

describe('a failed cell', () => {
  const events = (...cells: readonly Part[]) =>
    read(saved(...cells)).flatMap((entry) => (entry.kind === 'event' ? [[entry.event.kind, entry.event.text]] : []))

  it('that trained tells its error, one that did not train only that memory ran out', () => {
    expect(
      events(code(1, '', failed('NameError', 'x')), code(2, '', stream(LOG), failed('KeyboardInterrupt', ''))),
    ).toEqual([['aborted', 'KeyboardInterrupt: ']])
    expect(events(code(1, '', stream(LOG)), code(2, '', failed('OutOfMemoryError', 'CUDA out of memory')))).toEqual([
      ['out-of-memory', 'OutOfMemoryError: CUDA out of memory'],
    ])
  })
})

describe('a notebook without a curve', () => {
  const refusal = (text: string) => {
    try {
      read(text)
    } catch (error) {
      return error instanceof ReadError ? [error.id, error.values] : error
    }
    return undefined
  }

  it('says what to do', () => {
    expect(refusal(saved(code(null, 'fit()')))).toEqual(['error.notebook-not-run', {}])
    expect(refusal(saved())).toEqual(['error.notebook-not-run', {}])
    expect(refusal(saved(code(1, 'fit()', stream('done\n'))))).toEqual(['error.notebook-no-curve', {}])
    expect(refusal(saved(code(1, 'fit()', failed('NameError', "name 'fit'\u001b[0m"))))).toEqual([
      'error.notebook-failed',
      { line: "NameError: name 'fit' [0m" },
    ])
  })

  it('is not one that was cut: of it is told what it has', () => {
    const whole = saved(code(1, '', stream(LOG), stream(LOG)), code(2, '', stream(LOG)))
    const told = read(whole.slice(0, whole.indexOf(LOG.slice(0, 5)) + 80))
    expect(told.at(-1)).toMatchObject({ kind: 'note', note: { id: 'note.torn' } })
  })

  it('is not one that is damaged behind its curve', () => {
    const text = `${saved(code(1, '', stream(LOG))).slice(0, -2)}}}}}`
    const entries: Entry[] = []
    const reader = notebook.open((entry) => entries.push(entry), headFor(bytesOf(text), 'a.ipynb'))
    reader.push(bytesOf(text))
    expect(() => reader.end()).toThrow(ReadError)
    expect(pointsOf(entries)).toHaveLength(3)
  })
})

test('is known by its cells or its version, not by its name', () => {
  const knows = (text: string, name = 'x') => notebook.recognises(headFor(bytesOf(text), name))
  expect(knows(`{"cells": [{"cell_type": "code", "source": "${'x'.repeat(70_000)}"}]}`)).toBe(true)
  expect(knows('{"nbformat": 4, "metadata": {}')).toBe(true)
  expect(knows(OLD)).toBe(true)
  expect(knows('{"loss": [1, 2]}', 'a.ipynb')).toBe(false)
  expect(knows('[{"cell_type": "code"}]')).toBe(false)
  expect(knows('the "nbformat": 4')).toBe(false)
})

test('any JSON inside a notebook is read without a throw, and in time', () => {
  const cell = fc.record({
    cell_type: fc.constantFrom('code', 'markdown', 3, null),
    execution_count: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
    source: fc.oneof(fc.string(), fc.array(fc.string())),
    outputs: fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.string().map((text) => shown(`<table><tr><th>epoch${text}<td>`)),
      ),
    ),
  })
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, fc.jsonValue()), { maxLength: 6 }), (cells) => {
      tolerant(() => read(saved(...(cells as Part[]))))
    }),
    { numRuns: 200 },
  )
  const deep = saved(code(1, '', stream(LOG))).replace('"metadata":{}', `"metadata":${'{"a":'.repeat(200)}1`)
  tolerant(() => read(deep))
  const hostile = ['<table><tr><th', '<td>', '<table', '&#', '<'].map((part) => part.repeat(40_000))
  for (const html of hostile) tolerant(() => read(saved(code(1, '', shown(html)))))
})

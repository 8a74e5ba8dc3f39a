// The recorder in a real Jupyter kernel: reports below the cells that trained, and everything else as without it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { built, NOTEBOOK, notebook, suite } from '../components.ts'
import { ROOT } from '../sources.ts'

interface Output {
  readonly output_type: string
  readonly name?: string
  readonly text?: string
  readonly ename?: string
  readonly data?: Readonly<Record<string, string>>
}
type Cell = string | { readonly source: string; readonly interrupt: string }

const folder = mkdtempSync(join(tmpdir(), 'whyloss-notebook-'))
const main = join(ROOT, 'dist/cli/main.js')
let made = 0

/** What the cells put out in a kernel of their own, and where it ran. */
function run(cells: readonly Cell[], env: Readonly<Record<string, string>> = {}) {
  const cwd = join(folder, String(made++))
  mkdirSync(cwd)
  const { WHYLOSS_OUT: _, ...rest } = process.env
  const done = spawnSync(NOTEBOOK, [join(ROOT, 'recorder/tests/cells.py')], {
    ...{ input: JSON.stringify(cells), encoding: 'utf8', cwd, timeout: 200_000, maxBuffer: 64 << 20 },
    env: {
      ...rest,
      ...{ OMP_NUM_THREADS: '1', PYTHONPATH: join(ROOT, 'recorder'), WHYLOSS_COMMAND: `${process.execPath} ${main}` },
      ...env,
    },
  })
  if (done.status !== 0) throw new Error(done.stderr.slice(-2000))
  return { cells: JSON.parse(done.stdout) as Output[][], cwd }
}

const reports = (outputs: readonly Output[] = []) =>
  outputs.flatMap(({ data }) => (data?.['text/html']?.startsWith('<div class="whyloss"') ? [data] : []))
const others = (outputs: readonly Output[] = []) =>
  outputs.filter(({ data }) => !data?.['text/html']?.startsWith('<div class="whyloss"'))
/** Pieces of a stream come as the kernel's clock has it; what they say together is the same. */
function joined(outputs: readonly Output[]) {
  const said = (name: string) => outputs.map((one) => (one.name === name ? one.text : '')).join('')
  return [said('stdout'), said('stderr'), others(outputs).filter((one) => one.name === undefined)]
}
const errors = (outputs: readonly Output[] = []) =>
  outputs
    .filter(({ name }) => name === 'stderr')
    .map(({ text }) => text)
    .join('')

const LOAD = '%load_ext whyloss'
const DATA = `import hashlib, torch, sys
from torch import nn
torch.manual_seed(1)
own = torch.Generator().manual_seed(0)
x = torch.randn(256, 12, generator=own)
y = (x[:, 0] > 0).long() + 2 * (x[:, 1] > 0).long()`
const MODEL = (rate: number) => `model = nn.Sequential(nn.Linear(12, 24), nn.ReLU(), nn.Dropout(0.2), nn.Linear(24, 4))
optimizer = torch.optim.SGD(model.parameters(), lr=${rate})
loss_fn = nn.CrossEntropyLoss()`
const FIT = `def train(epochs):
    for epoch in range(epochs):
        for at in range(0, 256, 32):
            optimizer.zero_grad()
            loss = loss_fn(model(x[at:at + 32]), y[at:at + 32])
            loss.backward()
            optimizer.step()
        print(f"epoch {epoch + 1}: {loss.item():.6f}")
        print("note", file=sys.stderr)`
const HASH = `print(hashlib.sha1(b"".join(one.detach().numpy().tobytes() for one in model.parameters())).hexdigest(), torch.initial_seed(), hashlib.sha1(torch.get_rng_state().numpy().tobytes()).hexdigest())`

suite('the recorder in a notebook', [notebook, built], () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe('that loads it after torch, its model and its optimizer', () => {
    const body = [DATA, MODEL(50), FIT, 'train(6)', 'train(2)', '1 + 1', HASH] as const
    const plain = run([...body.slice(0, 3), 'pass', ...body.slice(3)])
    const watched = run([...body.slice(0, 3), LOAD, ...body.slice(3)])
    const seen = [...watched.cells.slice(0, 3), ...watched.cells.slice(4)]

    test('changes no bit of the weights, of the random state and of the outputs', () => {
      expect(plain.cells.at(-1)?.[0]?.text).toMatch(/^[0-9a-f]{40} 1 [0-9a-f]{40}\n$/)
      expect(watched.cells.map(joined)).toEqual(plain.cells.map(joined))
      expect(watched.cells[3]).toEqual([])
    })

    test('reports below the cells that trained, and below no other', () => {
      expect(seen.map((one) => reports(one).length)).toEqual([0, 0, 0, 1, 1, 0, 0])
      const [report] = reports(seen[3])
      expect(report!['text/plain']).toContain('The learning rate is too high')
      expect(report!['text/html']).toContain('The learning rate is too high')
      expect(report!['text/html']).toContain('<svg')
      expect(report!['text/html']).toMatch(/<iframe [^>]*srcdoc="/)
    })

    test('goes on with the run where the training goes on', () => {
      const rows = readdirSync(join(watched.cwd, '.whyloss'))
        .filter((name) => name !== '.gitignore')
        .flatMap((name) => readdirSync(join(watched.cwd, '.whyloss', name)).map((one) => join(name, one)))
      expect(rows).toHaveLength(1)
      const text = readFileSync(join(watched.cwd, '.whyloss', rows[0]!), 'utf8')
      const kinds = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(kinds.filter((row) => row.k === 'run' || row.k === 'silent')).toEqual([])
      expect(kinds.filter((row) => row.k === 'cost').map((row) => row.steps)).toContain(64)
    })
  })

  test('its magics report, stop, go on and watch one cell; loading it twice is once', () => {
    const { cells } = run([
      ...[LOAD, '%whyloss', DATA, MODEL(0.1), FIT, '%whyloss off', 'train(2)', '%whyloss on', 'train(2)'],
      ...[
        '%whyloss',
        '%reload_ext whyloss',
        'train(2)',
        '%whyloss off',
        '%%whyloss\ntrain(2)',
        'train(2)',
        '%whyloss ru',
      ],
      ...['%whyloss', '%whyloss what', '%unload_ext whyloss', 'train(2)', '%whyloss', LOAD, 'train(2)'],
    ])
    const shown = cells.map((one) => reports(one).length)
    expect(shown).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1])
    expect(errors(cells[1])).toContain('nothing was recorded yet')
    expect(reports(cells[16])[0]!['text/html']).toContain('lang="ru"')
    expect(errors(cells[17])).toContain('%whyloss takes nothing')
    expect(errors(cells[20])).toContain('not found')
  })

  test('a new model is a new run, and a cell that trains two is told of both', () => {
    const both = `${MODEL(0.1)}\ntrain(3)\n${MODEL(50)}\ntrain(3)`
    const { cells } = run([LOAD, DATA, FIT, `${MODEL(0.1)}\ntrain(3)`, both, '%whyloss all'])
    expect(reports(cells[3])[0]!['text/plain']).toContain('notebook')
    expect(reports(cells[4])[0]!['text/plain']).toMatch(/^2 runs/)
    expect(reports(cells[5])[0]!['text/plain']).toMatch(/^3 runs/)
  })

  test('whyloss.watch is enough', () => {
    const { cells } = run([
      DATA,
      MODEL(0.1),
      FIT,
      'import whyloss\nfolder = whyloss.watch(model, optimizer)',
      'train(3)',
    ])
    expect(cells.map((one) => reports(one).length)).toEqual([0, 0, 0, 0, 1])
  })

  test('a training that is interrupted, or fails, is told of; the kernel goes on', () => {
    const endless = { source: 'print("started", flush=True)\ntrain(100000)', interrupt: 'epoch 3' }
    const { cells } = run([LOAD, DATA, MODEL(0.1), FIT, endless, 'train(2)\n1 / 0', '1 + 1'])
    expect(cells[4]!.find((one) => one.output_type === 'error')?.ename).toBe('KeyboardInterrupt')
    expect(reports(cells[4])).toHaveLength(1)
    expect(cells[5]!.find((one) => one.output_type === 'error')?.ename).toBe('ZeroDivisionError')
    expect(reports(cells[5])).toHaveLength(1)
    expect(cells[6]![0]!.data!['text/plain']).toBe('2')
  })

  test('without the command, or with one that hangs or fails, one line says so and the record is written', () => {
    const body = [LOAD, DATA, MODEL(0.1), FIT, 'train(2)', 'train(2)']
    const none = run(body, { WHYLOSS_COMMAND: '', PATH: '/nowhere' })
    expect(errors(none.cells[4])).toMatch(/^(?:note\n)+whyloss: the report needs the whyloss command: npm install/)
    expect(errors(none.cells[5])).toBe('note\nnote\n')
    const hangs = run(body.slice(0, 5), { WHYLOSS_COMMAND: '/bin/sh -c "sleep 60"', WHYLOSS_PATIENCE: '0.5' })
    expect(errors(hangs.cells[4])).toContain('no report within 0.5 s')
    const fails = run(body.slice(0, 5), { WHYLOSS_COMMAND: '/bin/false' })
    expect(errors(fails.cells[4])).toContain('ended with 1')
    for (const { cwd } of [none, hangs, fails]) expect(existsSync(join(cwd, '.whyloss'))).toBe(true)
  })
})

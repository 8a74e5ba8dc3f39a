// Trainers under the recorder, in real trainings: nothing changes, every step and evaluation is told once, their logs join.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { factOf, type RunRecord } from '../../src/record/run.ts'
import { newest, suite, TORCH2, TRAINERS, torch, trainers } from '../components.ts'
import { ROOT } from '../sources.ts'

const RECORDER = join(ROOT, 'recorder')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-trainers-'))
let made = 0
const fresh = () => join(folder, String(made++))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Given {
  /** where the recorder writes; absent where it is not injected */
  readonly out?: string
  /** Python's path beside what is injected */
  readonly path?: readonly string[]
}

function python(command: string, args: readonly string[], { out, path = [] }: Given = {}) {
  const { WHYLOSS_OUT: _, PYTHONPATH: __, ...rest } = process.env
  const places = [...(out === undefined ? [] : [join(RECORDER, 'inject')]), ...path].join(delimiter)
  const env = { ...rest, OMP_NUM_THREADS: '1', PYTHONWARNINGS: 'ignore', HF_HUB_OFFLINE: '1', PYTHONPATH: places }
  const all = out === undefined ? env : { ...env, WHYLOSS_OUT: out }
  return spawnSync(command, args, { encoding: 'utf8', env: all, timeout: 300_000, cwd: folder })
}

const script = (name: string) => join(RECORDER, 'tests', name)
const marksIn = (printed: string) => printed.split('\n').filter((line) => /^\w+ [0-9a-f]{16}$/.test(line))

/** The runs of one training that was watched. */
async function watched(command: string, args: readonly string[]): Promise<RunRecord[]> {
  const out = fresh()
  const done = python(command, args, { out })
  expect(done.stderr).not.toContain('whyloss')
  expect(marksIn(done.stdout)).toHaveLength(1)
  return (await gather([out])).records
}

function curve({ series }: RunRecord, metric: string, split: string) {
  const found = series.filter((one) => one.metric === metric && one.split === split && one.layer === undefined)
  return found.map(({ step, epoch, value }) => ({ step: [...step], epoch: [...epoch], value: [...value] }))
}
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at) => at + first)

function factsOf(run: RunRecord, ...names: readonly (keyof import('../../src/record/fact.ts').FactValues)[]) {
  return Object.fromEntries(names.map((name) => [name, factOf(run, name)]))
}

/** The same whatever the version. */
function trained(command: string, packages: readonly string[]) {
  const transformers = (name: string) => [script('trained_by_transformers.py'), fresh(), name]
  const lightning = (name: string) => [script('trained_by_lightning.py'), fresh(), packages[0]!, name]
  const accelerate = (name: string) => [script('trained_by_accelerate.py'), name]

  describe('changes nothing', () => {
    test.each([
      ['transformers', ['trained_by_transformers.py', 'FOLDER'], 12],
      ...packages.map((name) => [name, ['trained_by_lightning.py', 'FOLDER', name], 12] as const),
      ['accelerate', ['trained_by_accelerate.py'], 4],
    ] as const)('of the final weights and the random state: %s', (_, [program, ...rest], count) => {
      const at = fresh()
      const args = [script(program!), ...rest.map((one) => (one === 'FOLDER' ? at : one))]
      const plain = marksIn(python(command, args).stdout)
      rmSync(at, { recursive: true, force: true })
      const out = fresh()
      const other = python(command, args, { out })
      expect(plain).toHaveLength(count)
      expect(marksIn(other.stdout)).toEqual(plain)
      expect(other.stderr).not.toContain('whyloss:')
      expect(readFileSync(join(out, readdirSync(out)[0]!), 'utf8')).not.toContain('"k":"silent"')
    })
  })

  describe('Hugging Face', () => {
    test('each step once, each evaluation at its step and epoch, the settings as facts', async () => {
      const [run, ...rest] = await watched(command, transformers('plain'))
      expect(rest).toEqual([])
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      expect(factsOf(run!, 'learning_rate', 'epochs', 'batch_size', 'schedule', 'task', 'model', 'shuffled')).toEqual({
        learning_rate: 0.002,
        epochs: 3,
        batch_size: 32,
        schedule: 'linear',
        task: 'classification',
        model: 'bert',
        shuffled: true,
      })
    })

    test('a loss that is divided by the batches of an accumulation is told undivided', async () => {
      const [run] = await watched(command, transformers('accumulated'))
      const [train] = curve(run!, 'loss', 'train')
      for (const value of train!.value) expect(value).toBeCloseTo(Math.log(10), 1)
      expect(curve(run!, 'penalty', 'train')).toEqual([])
      expect(factsOf(run!, 'batch_size', 'steps_per_epoch')).toEqual({ batch_size: 128, steps_per_epoch: 3 })
    })

    test('tokens are the parts of the loss of a language model, examples those of its data', async () => {
      const [run] = await watched(command, transformers('gpt2'))
      const [train, val] = [curve(run!, 'loss', 'train')[0]!, curve(run!, 'loss', 'val')[0]!]
      expect(train.value[0]!).toBeCloseTo(Math.log(128), 0)
      expect(val).toMatchObject({ step: [6, 12], epoch: [2, 3] })
      for (const value of val.value) expect(Math.abs(value - train.value.at(-1)!)).toBeLessThan(0.5)
      expect(factsOf(run!, 'task', 'examples_val', 'warmup_steps', 'learning_rate')).toEqual({
        task: 'language-model',
        examples_val: 40,
        warmup_steps: 4,
        learning_rate: 0.002,
      })
    })

    test('label smoothing that it writes out is seen as the loss that it is, in evaluation too', async () => {
      const [run] = await watched(command, transformers('smoothed'))
      expect(run!.tables.lossCalls!.map(({ split, settings }) => [split, settings])).toEqual([
        ['train', ['label_smoothing=0.1']],
        ['val', ['label_smoothing=0.1']],
      ])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30] }])
    })

    test('a training that is resumed is a run of its own that goes on counting', async () => {
      const runs = await watched(command, transformers('resumed'))
      expect(runs.map((run) => curve(run, 'loss', 'train')[0]!.step)).toEqual([upTo(10), upTo(20, 11)])
      expect(curve(runs[1]!, 'loss', 'val')).toMatchObject([{ step: [20], epoch: [2] }])
      expect(runs[1]!.events.filter(({ kind }) => kind === 'resume')).toMatchObject([{ step: 10, value: 1 }])
    })

    test('a frozen body that was pretrained is known as such', async () => {
      const [run] = await watched(command, transformers('frozen'))
      expect(factOf(run!, 'pretrained')).toBe(true)
    })

    test('its own log is joined, not doubled', async () => {
      const [out, at] = [fresh(), fresh()]
      python(command, [script('trained_by_transformers.py'), at, 'early'], { out })
      const { records } = await gather([out, at])
      expect(records.map(({ sources }) => sources.map(({ format }) => format))).toEqual([['recorder', 'trainer-state']])
      expect(curve(records[0]!, 'loss', 'val')).toMatchObject([{ step: [10, 20] }])
      expect(curve(records[0]!, 'loss', 'train')).toMatchObject([{ step: upTo(20) }])
    })
  })

  describe('Lightning', () => {
    test('each step once, no evaluation before the first of them', async () => {
      const [run, ...rest] = await watched(command, lightning('fitted'))
      expect(rest).toEqual([])
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      expect(curve(run!, 'gradient-norm', 'train')[0]!.step[0]).toBe(1)
    })

    test('the loss undivided, clipping, the batch of a step', async () => {
      const [run] = await watched(command, lightning('accumulated'))
      for (const value of curve(run!, 'loss', 'train')[0]!.value) expect(value).toBeGreaterThan(2)
      expect(factsOf(run!, 'batch_size', 'epochs')).toEqual({ batch_size: 128, epochs: 3 })
      const [clipped] = await watched(command, lightning('clipped'))
      expect(factOf(clipped!, 'gradient_clip')).toBe(0.5)
    })

    test('two optimizers that are stepped by hand', async () => {
      const [run] = await watched(command, lightning('manual'))
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(run!.tables.optimizers).toHaveLength(2)
    })

    test('a test set is told as such, and each call of fit is a run', async () => {
      const [run] = await watched(command, lightning('tested'))
      expect(curve(run!, 'loss', 'test').map(({ step }) => step)).toEqual([[30]])
      const runs = await watched(command, lightning('twice'))
      expect(runs.map((one) => curve(one, 'loss', 'train')[0]!.step)).toEqual([upTo(30), upTo(20)])
    })

    test('a search for a rate is no part of the training', async () => {
      const runs = await watched(command, lightning('searched'))
      expect(runs.map((one) => curve(one, 'loss', 'train')[0]!.step)).toEqual([upTo(20)])
      expect(curve(runs[0]!, 'loss', 'val')).toMatchObject([{ epoch: [1, 2] }])
    })

    test('its own log is joined: one run, and what is logged alone is there once', async () => {
      const [out, at] = [fresh(), fresh()]
      python(command, [script('trained_by_lightning.py'), at, packages[0]!, 'logged'], { out })
      const { records } = await gather([out, at])
      expect(records.map(({ sources }) => sources.map(({ format }) => format))).toEqual([['recorder', 'csv']])
      const own = records[0]!.series.filter(({ name }) => name === 'val_top3')
      expect(own.map(({ value }) => value.length)).toEqual([3])
      expect(curve(records[0]!, 'loss', 'val')).toHaveLength(1)
    })
  })

  describe('Accelerate', () => {
    test('each step once, the loss undivided', async () => {
      const [run] = await watched(command, accelerate('plain'))
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      const [other] = await watched(command, accelerate('accumulated'))
      for (const value of curve(other!, 'loss', 'train')[0]!.value) expect(value).toBeGreaterThan(2)
    })
  })

  describe('by the callbacks under their ecosystems names', () => {
    const kinds = [
      ['transformers', ''],
      ...packages.flatMap((name) => [
        ['lightning', name],
        ['logger', name],
      ]),
      ['accelerate', ''],
    ]
    test.each(kinds)('%s %s: alone and beside what is injected one record, each value once', async (kind, name) => {
      const given = [script('integrated.py'), kind!, fresh(), ...(name ? [name] : [])]
      const alone = fresh()
      const { WHYLOSS_OUT: _, ...rest } = process.env
      const env = { ...rest, OMP_NUM_THREADS: '1', PYTHONWARNINGS: 'ignore', PYTHONPATH: RECORDER, WHYLOSS_OUT: alone }
      const one = spawnSync(command, given, { encoding: 'utf8', env, cwd: folder, timeout: 300_000 })
      expect(marksIn(one.stdout)).toHaveLength(1)
      const both = fresh()
      const other = python(command, given, { out: both, path: [RECORDER] })
      expect(marksIn(other.stdout)).toEqual(marksIn(one.stdout))
      for (const out of [alone, both]) {
        const { records } = await gather([out])
        expect(records.map((run) => curve(run, 'loss', 'train').map(({ step }) => step))).toEqual([[upTo(30)]])
        expect(curve(records[0]!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      }
    })
  })
}

suite('the oldest trainers', [torch, trainers], () => {
  trained(TRAINERS, ['pytorch_lightning'])

  test('a tracker for an accelerate that takes none: one line, and the training goes on', () => {
    const older = join(TRAINERS, '../../older')
    if (!existsSync(older)) return
    const code = 'from whyloss.integration.accelerate import WhylossTracker; print(WhylossTracker("x").run_name)'
    const { stdout, stderr, status } = python(TRAINERS, ['-c', code], { path: [older, RECORDER] })
    expect([status, stdout]).toEqual([0, 'x\n'])
    expect(stderr).toBe(
      'whyloss: this version of accelerate takes no trackers; `whyloss run` watches it all the same.\n',
    )
  })
})

suite('the newest trainers', [newest], () => {
  trained(TORCH2, ['lightning', 'pytorch_lightning'])
})

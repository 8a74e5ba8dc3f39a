// Trainers under the recorder, in real trainings: nothing changes, every step and evaluation is told once, their logs join.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { factOf, type RunRecord } from '../../src/record/run.ts'
import { suite, TORCH2, TRAINERS, torch, torch2, trainers } from '../components.ts'
import { ROOT } from '../sources.ts'

const RECORDER = join(ROOT, 'recorder')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-trainers-'))
let made = 0
const fresh = () => join(folder, String(made++))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Given {
  /** where the recorder writes; absent where it is not injected */
  readonly out?: string
  /** where it writes if the program itself starts it */
  readonly own?: string
  /** Python's path beside what is injected */
  readonly path?: readonly string[]
}

function python(command: string, args: readonly string[], { out, own = out, path = [] }: Given = {}) {
  const { WHYLOSS_OUT: _, PYTHONPATH: __, ...rest } = process.env
  const places = [...(out === undefined ? [] : [join(RECORDER, 'inject')]), ...path].join(delimiter)
  const env = { ...rest, OMP_NUM_THREADS: '1', PYTHONWARNINGS: 'ignore', HF_HUB_OFFLINE: '1', PYTHONPATH: places }
  const all = own === undefined ? env : { ...env, WHYLOSS_OUT: own }
  return spawnSync(command, args, { encoding: 'utf8', env: all, timeout: 300_000, cwd: folder })
}

const script = (name: string) => join(RECORDER, 'tests', name)
const marksIn = (printed: string) => printed.split('\n').filter((line) => /^\w+ [0-9a-f]{16}$/.test(line))

/** What each training of a program leaves as runs, in their order: one where it is not listed. */
const RUNS: Readonly<Record<string, number>> = {
  'transformers resumed': 2,
  'lightning twice': 2,
  'lightning resumed': 3,
}

interface Seen {
  readonly plain: readonly string[]
  readonly marks: readonly string[]
  readonly stderr: string
  /** the runs of a training, by its name */
  of(name: string): RunRecord[]
}

/** All trainings of a program, without the recorder and with it, in one process each; their own logs are read too. */
async function trainings(command: string, trainer: string, packages: readonly string[] = []): Promise<Seen> {
  const [out, at] = [fresh(), fresh()]
  const args = [script(`trained_by_${trainer}.py`), ...(trainer === 'accelerate' ? [] : [at]), ...packages]
  const plain = marksIn(python(command, args).stdout)
  rmSync(at, { recursive: true, force: true })
  const done = python(command, args, { out })
  const { records } = await gather([out, ...(existsSync(at) ? [at] : [])])
  const runs = new Map<string, RunRecord[]>()
  let first = 0
  for (const mark of marksIn(done.stdout)) {
    const name = mark.split(' ')[0]!
    const count = RUNS[`${trainer} ${name}`] ?? 1
    runs.set(name, records.slice(first, first + count))
    first += count
  }
  expect(records).toHaveLength(first)
  return { plain, marks: marksIn(done.stdout), stderr: done.stderr, of: (name) => runs.get(name)! }
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
  describe('Hugging Face', () => {
    let seen: Seen
    beforeAll(async () => {
      seen = await trainings(command, 'transformers')
    }, 600_000)

    test('nothing changes: the final weights, the random state', () => unchanged(seen, 12))

    test('each step once, each evaluation at its step and epoch, the settings as facts', () => {
      const [run] = seen.of('plain')
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

    test('a loss that is divided by the batches of an accumulation is told undivided', () => {
      const [run] = seen.of('accumulated')
      for (const value of curve(run!, 'loss', 'train')[0]!.value) expect(value).toBeCloseTo(Math.log(10), 1)
      expect(curve(run!, 'penalty', 'train')).toEqual([])
      // an epoch of the oldest ends within an accumulation
      const [val] = curve(run!, 'loss', 'val')
      expect(val!.epoch).toEqual([1, 2, 3])
      expect([2, 3].map((each) => [each, 2 * each, 3 * each])).toContainEqual(val!.step)
      expect(factsOf(run!, 'batch_size', 'steps_per_epoch')).toEqual({ batch_size: 128, steps_per_epoch: 3 })
    })

    test('tokens are the parts of the loss of a language model, examples those of its data', () => {
      const [run] = seen.of('gpt2')
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

    test('label smoothing that it writes out is seen as the loss that it is, in evaluation too', () => {
      const [run] = seen.of('smoothed')
      expect(run!.tables.lossCalls!.map(({ split, settings }) => [split, settings])).toEqual([
        ['train', ['label_smoothing=0.1']],
        ['val', ['label_smoothing=0.1']],
      ])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30] }])
    })

    test('mixed precision, a frozen body that was pretrained', () => {
      expect(factOf(seen.of('bfloat16')[0]!, 'precision')).toBe('mixed')
      expect(factOf(seen.of('frozen')[0]!, 'pretrained')).toBe(true)
      expect(factOf(seen.of('plain')[0]!, 'pretrained')).toBeUndefined()
    })

    test('a training that is resumed is a run of its own that goes on counting', () => {
      const runs = seen.of('resumed')
      expect(runs.map((run) => curve(run, 'loss', 'train')[0]!.step)).toEqual([upTo(10), upTo(20, 11)])
      expect(curve(runs[1]!, 'loss', 'val')).toMatchObject([{ step: [20], epoch: [2] }])
      expect(runs[1]!.events.filter(({ kind }) => kind === 'resume')).toMatchObject([{ step: 10, value: 1 }])
    })

    test('its own log is joined, not doubled', () => {
      const runs = [...seen.of('early'), ...seen.of('resumed')]
      expect(runs.map(formatsOf)).toEqual([['recorder', 'trainer-state'], ['recorder'], ['recorder', 'trainer-state']])
      expect(curve(runs[0]!, 'loss', 'val')).toMatchObject([{ step: [10, 20] }])
      expect(curve(runs[0]!, 'loss', 'train')).toMatchObject([{ step: upTo(20) }])
    })
  })

  describe.each(packages)('Lightning as %s', (name) => {
    let seen: Seen
    beforeAll(async () => {
      seen = await trainings(command, 'lightning', [name])
    }, 600_000)

    test('nothing changes: the final weights, the random state', () => unchanged(seen, 12))

    test('each step once, with its gradients, and no evaluation before the first of them', () => {
      const [run] = seen.of('fitted')
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      expect(curve(run!, 'gradient-norm', 'train')[0]!.step[0]).toBe(1)
      // the step is tried on a copy, though Lightning calls backward within it and may never call the module itself
      for (const one of [run!, ...seen.of('inner')]) expect(curve(one, 'step-change', 'train')).toHaveLength(1)
    })

    test('the loss undivided, clipping, the batch of a step', () => {
      const [run] = seen.of('accumulated')
      for (const value of curve(run!, 'loss', 'train')[0]!.value) expect(value).toBeGreaterThan(2)
      expect(factsOf(run!, 'batch_size', 'epochs')).toEqual({ batch_size: 128, epochs: 3 })
      expect(factOf(seen.of('clipped')[0]!, 'gradient_clip')).toBe(0.5)
    })

    test('two optimizers that are stepped by hand', () => {
      const [run] = seen.of('manual')
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(run!.tables.optimizers).toHaveLength(2)
    })

    test('a test set is told as such, and each call of fit is a run', () => {
      expect(curve(seen.of('tested')[0]!, 'loss', 'test').map(({ step }) => step)).toEqual([[30]])
      const steps = (name: string) => seen.of(name).map((one) => curve(one, 'loss', 'train')[0]!.step)
      expect(steps('twice')).toEqual([upTo(30), upTo(20)])
      // Lightning 1.0 itself counts one step too many where it resumes
      const from = steps('resumed')[2]![0]!
      expect([21, 22]).toContain(from)
      expect(steps('resumed')).toEqual([upTo(30), upTo(20), upTo(from + 19, from)])
    })

    test('a search for a rate is no part of the training', () => {
      const [run] = seen.of('searched')
      expect(curve(run!, 'loss', 'train')[0]!.step).toEqual(upTo(20))
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ epoch: [1, 2] }])
    })

    test('its own log is joined: one run, and what is logged alone is there once', () => {
      const [run] = seen.of('logged')
      expect(formatsOf(run!)).toEqual(['recorder', 'csv'])
      expect(run!.series.filter(({ name }) => name === 'val_top3').map(({ value }) => value.length)).toEqual([3])
      expect(curve(run!, 'loss', 'val')).toHaveLength(1)
    })
  })

  describe('Accelerate', () => {
    let seen: Seen
    beforeAll(async () => {
      seen = await trainings(command, 'accelerate')
    }, 600_000)

    test('nothing changes: the final weights, the random state', () => unchanged(seen, 4))

    test('each step once, the loss undivided', () => {
      const [run] = seen.of('plain')
      expect(curve(run!, 'loss', 'train').map(({ step }) => step)).toEqual([upTo(30)])
      expect(curve(run!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
      for (const value of curve(seen.of('accumulated')[0]!, 'loss', 'train')[0]!.value) expect(value).toBeGreaterThan(2)
    })
  })

  describe("by the callbacks under their ecosystems' names", () => {
    const kinds = ['transformers', 'lightning', 'logger', 'accelerate']
    test.each(kinds)(
      '%s: alone and beside what is injected one record, each value once',
      async (kind) => {
        const given = [script('integrated.py'), kind, fresh(), packages[0]!]
        const alone = fresh()
        const one = python(command, given, { path: [RECORDER], own: alone })
        expect(marksIn(one.stdout)).toHaveLength(1)
        const both = fresh()
        expect(marksIn(python(command, given, { out: both, path: [RECORDER] }).stdout)).toEqual(marksIn(one.stdout))
        for (const out of [alone, both]) {
          const { records } = await gather([out])
          expect(records.map((run) => curve(run, 'loss', 'train').map(({ step }) => step))).toEqual([[upTo(30)]])
          expect(curve(records[0]!, 'loss', 'val')).toMatchObject([{ step: [10, 20, 30], epoch: [1, 2, 3] }])
        }
      },
      300_000,
    )
  })
}

function unchanged({ plain, marks, stderr }: Seen, count: number): void {
  expect(plain).toHaveLength(count)
  expect(marks).toEqual(plain)
  expect(stderr).not.toContain('whyloss:')
}

function formatsOf({ sources }: RunRecord): string[] {
  return sources.map(({ format }) => format)
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

suite('the newest trainers', [torch2], () => {
  trained(TORCH2, ['lightning', 'pytorch_lightning'])
})

// Trainings in TensorFlow.js watched live: nothing of them changes, by both doors, and the record holds what they showed.

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { factOf, type RunRecord } from '../../src/record/run.ts'
import { built, suite } from '../components.ts'
import { ROOT } from '../sources.ts'
import { workshop } from '../watched.ts'

const here = workshop('tfjs')
symlinkSync(join(ROOT, 'node_modules'), join(here.folder, 'node_modules'))
copyFileSync(join(ROOT, 'recorder/tfjs/tests/ailing.mjs'), join(here.folder, 'ailing.mjs'))
const OUT = join(here.folder, 'out')
const REGISTER = join(ROOT, 'dist/tfjs/register.cjs')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(OUT, { recursive: true, force: true }))

interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

function node(words: readonly string[], env: Record<string, string> = {}): Ended {
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: here.folder,
    env: { ...here.env, ...env },
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

/** Under the recorder that `whyloss run` puts before a program. */
const watched = (words: readonly string[], env: Record<string, string> = {}) =>
  node(words, { NODE_OPTIONS: `--require "${REGISTER}"`, WHYLOSS_OUT: OUT, ...env })
const called = (words: readonly string[]) =>
  node(words, { CALLBACK: join(ROOT, 'dist/tfjs/index.js'), WHYLOSS_OUT: OUT })

function rows(): readonly Readonly<Record<string, unknown>>[] {
  const files = readdirSync(OUT)
  expect(files).toHaveLength(1)
  const text = readFileSync(join(OUT, files[0]!), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function records(): Promise<readonly RunRecord[]> {
  const { records, refused } = await gather([OUT])
  expect(refused).toEqual([])
  expect(records.flatMap(({ notes }) => notes.map(({ id }) => id)).filter((id) => id !== 'note.recorder-slow')).toEqual(
    [],
  )
  return records
}

const steps = (record: RunRecord, metric: string, split = 'train') =>
  record.series.find((one) => one.metric === metric && one.split === split && one.layer === undefined)?.value.length ??
  0

suite('TensorFlow.js', [built], () => {
  describe('a watched training is the training that it was', () => {
    const kinds = [
      'fit',
      'fit momentum',
      'fit l2',
      'fit nan',
      'dataset',
      'short',
      'batch',
      'twice',
      'two',
      'raw',
      'torn',
      'raise',
      'leave',
    ]
    it.each(kinds)('%s: output, weights, random numbers, tensors, errors and exit code', (kind) => {
      const words = ['ailing.mjs', ...kind.split(' ')]
      const alone = node(words)
      expect(alone.stdout !== '' || alone.status !== 0).toBe(true)
      expect(watched(words)).toEqual(alone)
      expect(existsSync(OUT)).toBe(kind !== 'raw' && kind !== 'torn')
      if (kind !== 'batch') expect(called(words)).toEqual(alone)
    })

    it('is left by the signals that leave it', async () => {
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
        const env = { NODE_OPTIONS: `--require "${REGISTER}"`, WHYLOSS_OUT: OUT }
        const { child, end, pid } = here.start([process.execPath, 'ailing.mjs', 'wait'], { env })
        await pid()
        child.kill(signal)
        expect((await end).signal).toBe(signal)
        expect(steps((await records())[0]!, 'loss')).toBe(36)
        rmSync(OUT, { recursive: true })
      }
    })
  })

  describe('the record', () => {
    it('holds curves, facts, tables and looks of a fit', async () => {
      watched(['ailing.mjs', 'fit', 'l2'])
      const [record] = await records()
      expect(record!.name).toBe('ailing.mjs fit l2')
      const counts = ['loss', 'accuracy'].map((metric) => [steps(record!, metric), steps(record!, metric, 'val')])
      expect(counts).toEqual([
        [27, 3],
        [27, 3],
      ])
      for (const metric of 'gradient-norm weight-norm update-ratio step-change step-foretold penalty'.split(' '))
        expect([metric, steps(record!, metric) > 0]).toEqual([metric, true])
      const layers = record!.series.filter(({ metric }) => metric === 'dead-share').map(({ layer }) => layer)
      expect(layers).toEqual(['batch_normalization_BatchNormalization1'])
      const names = 'framework optimizer loss_function from_logits output_activation classes task dropout batch_norm'
      expect(names.split(' ').map((name) => factOf(record!, name as never))).toEqual([
        'tensorflow-js',
        'adam',
        'cross-entropy',
        false,
        'softmax',
        3,
        'classification',
        0.3,
        true,
      ])
      expect([factOf(record!, 'batch_size'), factOf(record!, 'epochs'), factOf(record!, 'shuffled')]).toEqual([
        16,
        3,
        true,
      ])
      expect([factOf(record!, 'examples_train'), factOf(record!, 'examples_val')]).toEqual([144, 48])
      const { tables } = record!
      expect(tables.layers!.map(({ kind }) => kind)).toEqual([
        'Dense',
        'BatchNormalization',
        'Activation',
        'Dropout',
        'Dense',
        'Dense',
      ])
      expect(tables.initialWeights!.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual([
        [6, 12],
        [12, 8],
        [8, 3],
      ])
      expect(tables.optimizers![0]).toMatchObject({ kind: 'adam', learningRate: 0.01, leftOut: 0, frozen: 0 })
      expect(tables.lossCalls![0]).toMatchObject({ loss: 'cross-entropy', takesLogits: false, inputFrom: 'softmax' })
      expect(tables.order![0]).toMatchObject({ classes: 3, shuffles: true, repeated: 0 })
      for (const name of ['inputs', 'targets', 'outputs'] as const) expect(tables[name]!.length).toBeGreaterThan(2)
    })

    it('holds the losses that the program itself was told', async () => {
      const { stdout } = watched(['ailing.mjs', 'batch'])
      const [record] = await records()
      const loss = record!.series.find(({ metric, axis }) => metric === 'loss' && axis === 'step')!
      const told = [...stdout.matchAll(/step (\d+) loss (\S+)/g)]
      expect(told).toHaveLength(3)
      for (const [, step, value] of told)
        expect(loss.value[loss.step.indexOf(Number(step))]!).toBeCloseTo(Number(value), 5)
    })

    it('holds the gradients that moved the weights: plain steps are the rate times them', async () => {
      watched(['ailing.mjs', 'plain'])
      const looks = rows().filter(({ k }) => k === 'look') as { whole: Record<string, number> }[]
      expect(looks.length).toBeGreaterThan(3)
      for (const { whole } of looks) {
        const step = whole['update-ratio']! * whole['weight-norm']!
        // of matrices alone, and these are small enough to be looked at whole; biases hold the rest of the gradient
        expect(step).toBeLessThanOrEqual(0.05 * whole['gradient-norm']! * 1.001)
        expect(step).toBeGreaterThan(0.05 * whole['gradient-norm']! * 0.5)
      }
    })

    it('holds one run for each model, and one for a model that is fitted twice', async () => {
      watched(['ailing.mjs', 'two'])
      const two = await records()
      expect(two.map((record) => steps(record, 'loss'))).toEqual([36, 36])
      rmSync(OUT, { recursive: true })
      watched(['ailing.mjs', 'twice'])
      expect((await records()).map((record) => steps(record, 'loss'))).toEqual([60])
    })

    it('tells of a loss that is NaN, with the batch in which it came', async () => {
      watched(['ailing.mjs', 'fit', 'nan'])
      const [record] = await records()
      const event = record!.events.find(({ kind }) => kind === 'non-finite')!
      const loss = record!.series.find(({ metric, axis }) => metric === 'loss' && axis === 'step')!
      expect(event.step).toBe(loss.step[loss.value.findIndex(Number.isNaN)])
      expect(record!.tables.inputs!.find(({ step }) => step === event.step)!.nonFinite).toBeGreaterThan(0)
    })

    it.each([
      ['fit', 'exit'],
      ['raise', 'exception'],
      ['leave', 'exit'],
    ])('%s: says how the process ended, and what it cost', (kind, why) => {
      watched(['ailing.mjs', kind])
      const all = rows()
      expect(all.at(-1)).toMatchObject({ k: 'end', why })
      const cost = all.find(({ k }) => k === 'cost') as { seconds: number; spent: number; sampled: number }
      expect(cost.sampled).toBeGreaterThan(2)
      expect(cost.spent).toBeGreaterThan(0)
      const text = all.filter(({ k, stream }) => k === 'text' && stream === 'stdout').map((row) => row.text)
      expect(text.join('')).toContain('epoch 3 loss')
    })
  })

  describe('the doors', () => {
    const load = 'const { LayersModel } = tf; console.log(typeof LayersModel.prototype.fit)'
    const train = `
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
      model.fit(core.ones([8, 2]), core.zeros([8, 1]), { epochs: 2, verbose: 0, callbacks }).then(() => console.log('done'))`
    const cjs = `require('@tensorflow/tfjs-backend-cpu'); const core = require('@tensorflow/tfjs-core'); const tf = require('@tensorflow/tfjs-layers');`
    const esm = `import '@tensorflow/tfjs-backend-cpu'; import * as core from '@tensorflow/tfjs-core'; import * as tf from '@tensorflow/tfjs-layers';`
    const none = 'const callbacks = undefined;'
    const index = join(ROOT, 'dist/tfjs/index')

    it.each([
      ['a CommonJS module', 'a.cjs', cjs + none + train],
      ['an ES module', 'a.mjs', esm + none + train],
    ])('%s is watched without a word', (_, name, text) => {
      here.file(name, text)
      expect(watched([name]).stdout).toBe('done\n')
      expect(rows().filter(({ k }) => k === 'look').length).toBeGreaterThan(0)
    })

    it('a module in TypeScript that tsx runs is watched, and tsx is not', () => {
      here.file('a.ts', `${esm + none}const kind: string = 'typed'\n${train}`)
      const { stdout } = watched([join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'a.ts'])
      expect(stdout).toBe('done\n')
      expect(rows()[0]).toMatchObject({ k: 'start', framework: 'tensorflow-js' })
    })

    it.each([
      ['import', 'b.mjs', `import { WhylossCallback } from '${index}.js'; ${esm}`],
      ['require', 'b.cjs', `const { WhylossCallback } = require('${index}.cjs'); ${cjs}`],
    ])('the callback is there by %s', (_, name, head) => {
      here.file(name, `${head} const callbacks = [new WhylossCallback({ out: '${OUT}' })];${train}`)
      const { stdout, stderr } = node([name])
      expect([stdout, stderr.includes('whyloss')]).toEqual(['done\n', false])
      expect(rows().at(-1)).toMatchObject({ k: 'end', why: 'exit' })
    })

    it('a training by both doors is recorded once', () => {
      here.file(
        'c.mjs',
        `import { WhylossCallback } from '${index}.js'; ${esm} const callbacks = new WhylossCallback();${train}`,
      )
      expect(watched(['c.mjs']).stdout).toBe('done\n')
      expect(rows().filter(({ k }) => k === 'start')).toHaveLength(1)
    })

    it('where TensorFlow.js is not to be found one line says so, and the program goes on', () => {
      here.file('d.mjs', `import { WhylossCallback } from '${index}.js'; new WhylossCallback(); console.log('on')`)
      const { stdout, stderr, status } = node(['d.mjs'])
      expect([stdout, status]).toEqual(['on\n', 0])
      expect(stderr).toMatch(/^whyloss: not recording \(TensorFlow\.js was not found.*\); the training goes on\.\n$/)
    })

    it('a release that trains in another way is left alone, with one line', () => {
      here.file(
        'e.mjs',
        `import { WhylossCallback } from '${index}.js'
        class LayersModel { fit() { console.log('fits') } }
        new WhylossCallback({ tf: { LayersModel } }); new LayersModel().fit()`,
      )
      const { stdout, stderr } = node(['e.mjs'])
      expect(stdout).toBe('fits\n')
      expect(stderr).toMatch(/^whyloss: not recording \(Error: this release of TensorFlow\.js .*\n$/)
    })

    it('a folder that cannot be written ends the recording, with one line, not the training', () => {
      here.file('blocked', 'a file')
      const alone = node(['ailing.mjs', 'fit'])
      const blocked = watched(['ailing.mjs', 'fit'], { WHYLOSS_OUT: join(here.folder, 'blocked/out') })
      expect([blocked.stdout, blocked.status]).toEqual([alone.stdout, alone.status])
      expect(blocked.stderr.match(/whyloss: /g)).toHaveLength(1)
    })

    it('processes that do not train leave nothing', () => {
      here.file('plain.mjs', `${esm} ${load}`)
      expect(watched(['plain.mjs']).stdout).toBe('function\n')
      expect(watched(['-e', 'console.log("epoch 1 loss 0.5")']).stdout).toBe('epoch 1 loss 0.5\n')
      expect(existsSync(OUT)).toBe(false)
    })
  })

  describe('whyloss run', () => {
    it.each([
      ['node', (name: string) => ['node', 'ailing.mjs', name]],
      ['npm run', (name: string) => ['npm', 'run', '--silent', name]],
    ])('%s: the record counts, not what was printed', async (_, words) => {
      here.file('package.json', JSON.stringify({ private: true, scripts: { fit: 'node ailing.mjs fit' } }))
      const alone = node(['ailing.mjs', 'fit'])
      const { stdout, code } = await here.call(['run', '--json', '--', ...words('fit')]).end
      expect([stdout.startsWith(alone.stdout), code]).toEqual([true, 0])
      const folder = here.records().at(-1)!
      const { runs } = JSON.parse(readFileSync(join(folder, 'examination.json'), 'utf8'))
      expect(runs.map((run: { sources: { format: string }[] }) => run.sources.map(({ format }) => format))).toEqual([
        ['recorder'],
      ])
    })

    it('JavaScript without TensorFlow.js is read from what it prints', async () => {
      here.file(
        'prints.mjs',
        'for (let e = 1; e <= 6; e++) console.log("epoch", e, "loss", 2 / e, "val_loss", 2.1 / e)',
      )
      await here.call(['run', '--', 'node', 'prints.mjs']).end
      const { runs } = JSON.parse(readFileSync(join(here.records().at(-1)!, 'examination.json'), 'utf8'))
      expect(runs.map((run: { sources: { format: string }[] }) => run.sources.map(({ format }) => format))).toEqual([
        ['text'],
      ])
    })
  })
})

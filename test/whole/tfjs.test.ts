// Trainings in TensorFlow.js watched live: nothing of them changes, and the record holds what they showed.

import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { factOf, type RunRecord } from '../../src/record/run.ts'
import { built, suite } from '../components.ts'
import { REGISTER, tfjsWorkshop } from '../tfjs.ts'

const { here, out: OUT, node, watched, called, rows, records } = tfjsWorkshop('tfjs')
afterAll(() => rmSync(here.folder, { recursive: true, force: true }))
beforeEach(() => rmSync(OUT, { recursive: true, force: true }))

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
})

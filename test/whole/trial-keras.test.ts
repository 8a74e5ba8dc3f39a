// Changes that a trial makes inside a training with Keras, compared with the same change made by hand in its code.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { jax, KERAS, KERAS2, keras, keras2, suite } from '../components.ts'
import { ROOT } from '../sources.ts'

const PROGRAM = join(ROOT, 'recorder/tests/keras_trials.py')
const MINUTES = 60_000

interface Trained {
  readonly name: string
  readonly weights: readonly number[]
  readonly told: Readonly<Record<string, number>>
}

interface Said {
  readonly applied: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly refused: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** name of a training in the program -> what its trial changes */
const CHANGES: Readonly<Record<string, object>> = {
  rate: { learning_rate: 'x0.1' },
  cosine: { schedule: 'cosine' },
  clip: { gradient_clip: 0.1 },
  optimizer: { optimizer: 'sgd' },
  decay: { weight_decay: 'x0.1' },
  dropout: { dropout: 'x0.5' },
  batches: { batch_size: 'x2', epochs: 'x2' },
  initializer: { initializer: 'he' },
  hidden: { hidden_activation: 'tanh' },
  paired: { output_loss: 'both' },
  classes: { output_loss: 'both' },
  linear: { output_activation: 'linear' },
  huber: { loss: 'huber' },
  inputs: { standardize_inputs: true },
  targets: { standardize_targets: true },
  norm: { batch_norm_momentum: 0.5 },
  frozen: { batch_norm: 'frozen' },
  parameters: { all_parameters: true },
  weighted: { class_weights: 'balanced' },
  shuffled: { shuffle: true },
  by_batches: { learning_rate: 'x0.1' },
  twice: { standardize_targets: true, dropout: 'x0.5' },
}

/** losses that a trial leaves in other units or parts than the twin by hand does */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  decay: ['loss', 'val_loss'], // what is evaluated keeps the penalty of the program
  huber: ['loss', 'val_loss'],
}

function environment(backend: string): NodeJS.ProcessEnv {
  return { ...process.env, KERAS_BACKEND: backend, OMP_NUM_THREADS: '1', TF_ENABLE_ONEDNN_OPTS: '0', PYTHONPATH: '' }
}

function lines(text: string): Trained[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Trained)
}

function byHand(python: string, backend: string, names: readonly string[], how = '--by-hand'): Map<string, Trained> {
  const made = spawnSync(python, [PROGRAM, how, ...names], { env: environment(backend), encoding: 'utf8' })
  expect(made.status, made.stderr).toBe(0)
  return new Map(lines(made.stdout).map((one) => [one.name, one]))
}

function trial(python: string, backend: string, name: string, changes: object, program = PROGRAM): [Trained, Said] {
  const folder = mkdtempSync(join(tmpdir(), 'whyloss-trial-'))
  writeFileSync(join(folder, 'spec.json'), JSON.stringify({ trial: 'a1', seed: 0, changes }))
  const inject = ['recorder/inject', 'recorder/inject-trial'].map((path) => join(ROOT, path)).join(':')
  const more = { PYTHONPATH: inject, WHYLOSS_OUT: folder, WHYLOSS_TRIAL: join(folder, 'spec.json') }
  const made = spawnSync(python, [program, name], { env: { ...environment(backend), ...more }, encoding: 'utf8' })
  expect(made.status, made.stderr).toBe(0)
  const said = readdirSync(folder).filter((file) => file.startsWith('trial-'))
  expect(said).toHaveLength(1)
  return [lines(made.stdout)[0]!, JSON.parse(readFileSync(join(folder, said[0]!), 'utf8')) as Said]
}

/** how far the farthest number is from its twin, of numbers above 1 as a share */
function distance(found: readonly number[], wanted: readonly number[]): number {
  expect(found).toHaveLength(wanted.length)
  return Math.max(0, ...found.map((one, at) => Math.abs(one - wanted[at]!) / Math.max(1, Math.abs(wanted[at]!))))
}

function compared(python: string, backend: string, names: readonly string[]): void {
  let hand: Map<string, Trained>
  let unchanged: Map<string, Trained>
  beforeAll(() => {
    hand = byHand(python, backend, names)
    unchanged = byHand(python, backend, names, '--unchanged')
  }, 5 * MINUTES)

  test.each(names)(
    '%s',
    (name) => {
      const [made, said] = trial(python, backend, name, CHANGES[name]!)
      expect(said.refused).toEqual({})
      expect(Object.keys(said.applied).sort()).toEqual(Object.keys(CHANGES[name]!).sort())
      const twin = hand.get(name)!
      expect(distance(made.weights, twin.weights)).toBeLessThan(1e-4)
      expect(distance(unchanged.get(name)!.weights, twin.weights)).toBeGreaterThan(1e-3)
      for (const key of Object.keys(twin.told).filter((one) => !OTHERWISE[name]?.includes(one)))
        expect(distance([made.told[key]!], [twin.told[key]!]), key).toBeLessThan(1e-4)
    },
    3 * MINUTES,
  )
}

suite('a trial of Keras 3 on TensorFlow does what its twin by hand does', [keras], () => {
  compared(KERAS, 'tensorflow', Object.keys(CHANGES))
})

suite('a trial of Keras 3 on TensorFlow', [keras], () => {
  test(
    'without changes and with the program’s own seed is the program, digit for digit',
    () => {
      const [made] = trial(KERAS, 'tensorflow', 'plain', {})
      expect(made.weights).toEqual(byHand(KERAS, 'tensorflow', ['plain']).get('plain')!.weights)
    },
    3 * MINUTES,
  )

  test(
    'says of everything that cannot be done here why, and trains on',
    () => {
      const changes = {
        momentum: 0.9,
        weight_decay: 'x0.1',
        batch_norm: 'frozen',
        zero_grad: true,
        shuffle: true,
        impute: true,
        output_loss: 'paired',
        penalties: 'unmeasured',
        all_parameters: true,
        precision: 'float32',
        train_mode: true,
      }
      const [made, said] = trial(KERAS, 'tensorflow', 'plain', changes)
      const why = Object.fromEntries(Object.entries(said.refused).map(([name, { why }]) => [name, why]))
      expect(said.applied).toEqual({})
      expect(why).toEqual({
        momentum: 'unsupported',
        weight_decay: 'no-layer',
        batch_norm: 'no-layer',
        zero_grad: 'unsupported',
        shuffle: 'same',
        impute: 'same',
        output_loss: 'same',
        penalties: 'same',
        all_parameters: 'same',
        precision: 'same',
        train_mode: 'same',
      })
      expect(made.weights).toEqual(byHand(KERAS, 'tensorflow', ['plain']).get('plain')!.weights)
    },
    3 * MINUTES,
  )

  test(
    'measures a control by the loss that fits, and trains it as it is',
    () => {
      const own = byHand(KERAS, 'tensorflow', ['paired'], '--unchanged').get('paired')!
      const mended = byHand(KERAS, 'tensorflow', ['paired']).get('paired')!
      const [control] = trial(KERAS, 'tensorflow', 'paired', { output_loss: 'measured' })
      expect(control.weights).toEqual(own.weights)
      expect(control.told.loss).toBe(own.told.loss)
      expect(control.told.val_loss).not.toBeCloseTo(own.told.val_loss!, 2)
      const [trained] = trial(KERAS, 'tensorflow', 'paired', { output_loss: 'paired' })
      expect(distance(trained.weights, mended.weights)).toBeLessThan(1e-4)
      expect(trained.told.val_loss).not.toBeCloseTo(mended.told.val_loss!, 2)
    },
    5 * MINUTES,
  )

  test(
    'compares arms of other decay without their penalties',
    () => {
      const own = byHand(KERAS, 'tensorflow', ['decay'], '--unchanged').get('decay')!
      const [control] = trial(KERAS, 'tensorflow', 'decay', { penalties: 'unmeasured' })
      expect(control.weights).toEqual(own.weights)
      expect(control.told.loss).toBe(own.told.loss)
      expect(control.told.val_loss).toBeLessThan(own.told.val_loss!)
    },
    3 * MINUTES,
  )

  test(
    'changes the optimizer of a loop written by hand, and refuses what is of fit',
    () => {
      const changes = { learning_rate: 'x0.1', gradient_clip: 0.2, epochs: 'x3', dropout: 0.3 }
      const [made, said] = trial(KERAS, 'tensorflow', 'by_loop', changes)
      expect(said.applied).toMatchObject({ learning_rate: { from: 0.1 }, gradient_clip: { to: 0.2 } })
      expect(said.refused).toEqual({ epochs: { why: 'no-loader' }, dropout: { why: 'no-loader' } })
      const twin = byHand(KERAS, 'tensorflow', ['by_loop']).get('by_loop')!
      expect(distance(made.weights, twin.weights)).toBeLessThan(1e-4)
    },
    3 * MINUTES,
  )

  test(
    'makes several changes together',
    () => {
      const changes = {
        initializer: 'he',
        learning_rate: 'x0.5',
        dropout: 0.2,
        standardize_inputs: true,
        input_noise: 0.1,
      }
      const [made, said] = trial(KERAS, 'tensorflow', 'inputs', changes)
      expect(Object.keys(said.applied).sort()).toEqual(Object.keys(changes).sort())
      expect(made.told.val_loss).toBeLessThan(1)
    },
    3 * MINUTES,
  )

  test(
    'refuses what needs the data of a training that is handed its batches one by one',
    () => {
      const [, said] = trial(KERAS, 'tensorflow', 'by_batches', { epochs: 'x3', standardize_inputs: true })
      expect(said.applied).toEqual({})
      expect(said.refused).toEqual({ epochs: { why: 'no-loader' }, standardize_inputs: { why: 'no-loader' } })
    },
    3 * MINUTES,
  )
})

const SOME = [
  'rate',
  'clip',
  'optimizer',
  'dropout',
  'paired',
  'classes',
  'targets',
  'inputs',
  'huber',
  'parameters',
  'twice',
]

suite('a trial of Keras 3 on JAX does what its twin by hand does', [keras, jax], () => {
  compared(KERAS, 'jax', SOME)
})

suite('a trial of Keras 2 does what its twin by hand does', [keras2], () => {
  compared(KERAS2, 'tensorflow', [...SOME, 'decay', 'initializer', 'frozen'])
})

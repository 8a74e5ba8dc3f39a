// The changes of a trial in real PyTorch trainings: each leaves the weights that its slow twin, changed by hand, leaves.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { suite, TORCH, torch } from '../components.ts'
import { ROOT } from '../sources.ts'

const RECORDER = join(ROOT, 'recorder')
const folder = mkdtempSync(join(tmpdir(), 'whyloss-trial-'))
let made = 0

interface Said {
  readonly applied: Record<string, Record<string, unknown>>
  readonly refused: Record<string, { why: string }>
}

interface Left {
  readonly mark: string
  readonly weights: readonly number[]
  readonly held: number
}

interface Spec {
  readonly changes: Record<string, unknown>
  readonly steps?: number
  readonly seed?: number
}

function python(program: string, args: readonly string[], spec?: Spec) {
  const { WHYLOSS_OUT: _, PYTHONPATH: __, WHYLOSS_TRIAL: ___, ...rest } = process.env
  const out = join(folder, String(made++))
  const given = `${out}.json`
  if (spec) writeFileSync(given, JSON.stringify({ trial: 'a1', seed: 0, ...spec }))
  const path = [join(RECORDER, 'inject'), join(RECORDER, 'inject-trial')].join(delimiter)
  const ours = spec ? { PYTHONPATH: path, WHYLOSS_OUT: out, WHYLOSS_TRIAL: given } : {}
  const env = { ...rest, OMP_NUM_THREADS: '1', ...ours }
  const run = spawnSync(TORCH, [join(RECORDER, 'tests', program), ...args], {
    encoding: 'utf8',
    env,
    timeout: 300_000,
  })
  const file = spec && readdirSync(out).find((name) => name.startsWith('trial-'))
  const said: Said = file ? JSON.parse(readFileSync(join(out, file), 'utf8')) : { applied: {}, refused: {} }
  return { ...run, said }
}

function training(name: string, spec?: Spec) {
  const { stdout, stderr, said } = python('trial_trainings.py', spec ? [name] : [name, 'hand'], spec)
  expect(stderr).toBe('')
  return { left: JSON.parse(stdout) as Left, said }
}

/** The largest difference of two lists of numbers. */
const apart = (a: Left, b: Left) =>
  Math.max(...a.weights.map((value, at) => Math.abs(value - b.weights[at]!)), Math.abs(a.held - b.held))

const EXACT: [string, Spec][] = [
  ['rate', { changes: { learning_rate: 'x0.1' } }],
  ['warmup', { changes: { warmup_steps: '25%' }, steps: 48 }],
  ['cosine', { changes: { schedule: 'cosine' }, steps: 48 }],
  ['ranged', { changes: { range_test: { from: 1e-5, to: 0.1, steps: 40 } } }],
  ['clipped', { changes: { gradient_clip: 0.1 } }],
  ['with_lbfgs', { changes: { gradient_clip: 0.05 } }],
  ['momentum', { changes: { momentum: 0.5 } }],
  ['decayed', { changes: { weight_decay: 'x0.1' } }],
  ['to_sgd', { changes: { optimizer: 'sgd', learning_rate: 'x0.1' } }],
  ['not_cleared', { changes: { zero_grad: true } }],
  ['cleared_late', { changes: { zero_grad: true } }],
  ['redrawn', { changes: { initializer: 'he' } }],
  ['redrawn_slowly', { changes: { initializer: 'he', learning_rate: 'x0.1' } }],
  ['hidden', { changes: { hidden_activation: 'relu' } }],
  ['bent_output', { changes: { output_activation: 'linear' } }],
  ['softmax_of_one', { changes: { output_loss: 'paired' } }],
  ['broadcast', { changes: { output_loss: 'paired' } }],
  ['inputs', { changes: { standardize_inputs: true } }],
  ['holes', { changes: { impute: true } }],
  ['larger', { changes: { batch_size: 'x4' } }],
  ['accumulated', { changes: { batch_size: 128 } }],
  ['longer', { changes: { epochs: 'x3' } }],
  ['shuffled', { changes: { shuffle: true } }],
  ['dropped', { changes: { dropout: 0.2 } }],
  ['dropped_anew', { changes: { dropout: 0.3 } }],
  ['norm_momentum', { changes: { batch_norm_momentum: 0.1 } }],
  ['norm_frozen', { changes: { batch_norm: 'frozen' } }],
  ['in_eval', { changes: { train_mode: true } }],
  ['weighed', { changes: { class_weights: 'balanced' } }],
  ['robust', { changes: { loss: 'huber' } }],
  ['head_only', { changes: { all_parameters: true } }],
  ['frozen_body', { changes: { all_parameters: true } }],
  ['half', { changes: { precision: 'float32' } }],
  ['one_batch', { changes: { overfit_one_batch: true } }],
]

const CLOSE: [string, Spec, number][] = [
  ['rate_number', { changes: { learning_rate: 0.005 } }, 1e-6],
  ['scheduled', { changes: { learning_rate: 'x0.1' } }, 1e-6],
  ['other_optimizer', { changes: { optimizer: 'adam' } }, 1e-5],
  ['softmax_twice', { changes: { output_loss: 'paired' } }, 1e-4],
  ['targets', { changes: { standardize_targets: true } }, 2e-3],
  ['absolute_targets', { changes: { standardize_targets: true } }, 2e-3],
]

suite('the changes of a trial in PyTorch', [torch], () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('without changes and with seed 0 nothing is another: weights, random state, text', () => {
    const plain = python('trainings.py', [])
    const trial = python('trainings.py', [], { changes: {} })
    expect(plain.stdout.split('\n').length).toBeGreaterThan(15)
    expect([trial.status, trial.stdout, trial.stderr]).toEqual([0, plain.stdout, plain.stderr])
  })

  test('another seed is another run, the same one each time', () => {
    const marks = [0, 1, 1, 2].map((seed) => training('rate', { changes: {}, seed }).left.mark)
    expect(new Set(marks).size).toBe(3)
    expect(marks[1]).toBe(marks[2])
  })

  describe('leave the weights of a twin changed by hand, to the bit', () => {
    test.each(EXACT)('%s %j', (name, spec) => {
      const hand = training(name)
      const trial = training(name, spec)
      expect(trial.said.refused).toEqual({})
      expect(Object.keys(trial.said.applied).sort()).toEqual(Object.keys(spec.changes).sort())
      expect(apart(trial.left, hand.left)).toBe(0)
    })
  })

  describe('leave them within rounding where the order of arithmetic differs', () => {
    test.each(CLOSE)('%s %j', (name, spec, most) => {
      const hand = training(name)
      const trial = training(name, spec)
      expect(trial.said.refused).toEqual({})
      expect(apart(trial.left, hand.left)).toBeLessThan(most)
    })
  })

  test('targets of a loss that is written out are standardised too', () => {
    const hand = training('targets_by_hand').left.held
    const trial = training('targets_by_hand', {
      changes: { standardize_targets: true },
    })
    expect(trial.said.applied).toHaveProperty('standardize_targets')
    expect(trial.left.held).toBeLessThan(2 * hand + 1)
  })

  test('everything at once composes', () => {
    const changes = {
      initializer: 'he',
      learning_rate: 'x0.5',
      gradient_clip: 1,
      standardize_inputs: true,
    }
    const { said } = training('hidden', {
      changes: { ...changes, hidden_activation: 'gelu', optimizer: 'adam' },
    })
    expect(said.refused).toEqual({})
    expect(Object.keys(said.applied).length).toBe(6)
  })

  describe('say why where they cannot be made', () => {
    test.each([
      ['no_step', { all_parameters: true }, 'no-optimizer'],
      ['no_step', { learning_rate: 'x0.1' }, 'no-optimizer'],
      ['from_file', { initializer: 'he' }, 'loaded'],
      ['by_hand_loss', { class_weights: 'balanced' }, 'no-loss'],
      ['by_hand_loss', { output_loss: 'paired' }, 'no-loss'],
      ['rate', { shuffle: true }, 'no-loader'],
      ['rate', { epochs: 'x3' }, 'no-loader'],
      ['rate', { batch_size: 'x0.5' }, 'no-loader'],
      ['rate', { batch_norm_momentum: 0.1 }, 'no-layer'],
      ['rate', { dropout: 'x0.5' }, 'no-layer'],
      ['rate', { hidden_activation: 'relu' }, 'same'],
      ['rate', { output_loss: 'paired' }, 'same'],
      ['rate', { zero_grad: true }, 'same'],
      ['rate', { all_parameters: true }, 'same'],
      ['rate', { impute: true }, 'same'],
      ['rate', { train_mode: true }, 'same'],
      ['rate', { precision: 'float32' }, 'same'],
      ['rate', { standardize_targets: true }, 'unsupported'],
      ['rate', { schedule: 'cosine' }, 'unsupported'],
      ['larger', { shuffle: true }, 'same'],
      ['tokens', { standardize_inputs: true }, 'unknown-data'],
    ])('%s %j: %s', (name, changes, why) => {
      const { said } = training(name, { changes })
      expect(said.applied).toEqual({})
      expect(Object.values(said.refused).map((one) => one.why)).toEqual([why])
    })
  })
})

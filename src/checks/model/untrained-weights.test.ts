import { expect, it } from 'vitest'
import { drawn, kernel, vector } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './untrained-weights.ts'

const two = (one: (layer: string) => ReturnType<typeof kernel>, ...more: ReturnType<typeof kernel>[]) =>
  run().table('weights', one('fc1'), one('fc2'), ...more)
/** Of 32 inputs and 64 outputs. */
const BOUNDS = {
  PyTorch: Math.sqrt(1 / 32),
  Glorot: Math.sqrt(6 / 96),
  He: Math.sqrt(6 / 32),
  LeCun: Math.sqrt(3 / 32),
}
function unshaped(layer: string) {
  const { uniformDistance: _, ...row } = drawn(layer, BOUNDS.He)
  return row
}
const normal = (layer: string) => kernel(layer, { spread: Math.sqrt(2 / 32), normalDistance: 0.012 })
const untouched = two((layer) => drawn(layer, BOUNDS.Glorot))

examines(check, {
  ill: {
    'as Keras draws, with biases of 0': {
      run: two((layer) => drawn(layer, BOUNDS.Glorot), vector('fc1', 'bias', { min: 0, max: 0, zero: 1 })),
      finds: 'weights-as-drawn',
      pointsTo: ['weights-not-updated'],
    },
    'as PyTorch draws': {
      run: two((layer) => drawn(layer, BOUNDS.PyTorch), vector('fc1', 'bias')),
      finds: 'weights-as-drawn',
      pointsTo: ['weights-not-updated', 'learning-rate-too-low'],
    },
    'as He draws from a normal distribution, with biases of 0': {
      run: two(normal, vector('fc1', 'bias', { min: 0, max: 0, zero: 1 })),
      finds: 'weights-as-drawn',
      pointsTo: ['weights-not-updated'],
    },
    'a third layer that is too small to tell': {
      run: two((layer) => drawn(layer, BOUNDS.He), kernel('out', { count: 128 })),
      finds: 'weights-as-drawn',
    },
  },
  well: {
    'a bell of that spread whose biases have moved': two(normal, vector('fc1', 'bias')),
    'trained weights': two(kernel),
    'one layer that was frozen': two((layer) => (layer === 'fc1' ? drawn(layer, BOUNDS.He) : kernel(layer))),
    'bounds as drawn, filled otherwise': two((layer) => drawn(layer, BOUNDS.He, { uniformDistance: 0.2 })),
    'a shape that was not taken': two(unshaped),
    'weights that passed the bound': two((layer) => drawn(layer, 1.05 * BOUNDS.Glorot)),
    'weights well within it': two((layer) => drawn(layer, 0.9 * BOUNDS.Glorot)),
  },
  outside: {
    'one large layer': { run: run().table('weights', drawn('fc1', BOUNDS.He)), because: 'few-layers' },
    'small layers': { run: two((layer) => drawn(layer, BOUNDS.He, { count: 499 })), because: 'few-layers' },
    'weights that are not finite': { run: two((layer) => kernel(layer, { nonFinite: 0.1 })), because: 'few-layers' },
    'no tensor that could be read': { run: run().table('weights'), because: 'few-layers' },
    'nobody opened the model': { run: learns(), because: 'weights' },
  },
})

it.each(Object.entries(BOUNDS))('untrained-weights knows the bound of %s', (initializer, bound) => {
  const answer = check.ask(two((layer) => drawn(layer, bound)).record)
  expect(answer.state === 'found' && answer.findings[0]!.values).toMatchObject({ initializer, layers: 2, of: 2 })
})

it('untrained-weights is surer where the biases are at 0 too', () => {
  const weight = (zero: number) => {
    const { tables, ...record } = untouched.record
    const answer = check.ask({ ...record, tables: { weights: [...tables.weights!, vector('fc1', 'bias', { zero })] } })
    return answer.state === 'found' ? answer.findings[0]!.points['weights-not-updated']! : 0
  }
  expect(weight(1)).toBeGreaterThan(weight(0))
  expect(weight(0)).toBeGreaterThan(0)
})

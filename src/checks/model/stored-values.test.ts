import { kernel, stored, vector } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './stored-values.ts'

const holds = (...weights: ReturnType<typeof kernel>[]) => run().table('weights', ...weights)

examines(check, {
  ill: {
    'one NaN among a thousand weights': {
      run: holds(kernel('fc1'), kernel('fc2', { nonFinite: 0.001 })),
      finds: 'stored-not-finite',
      pointsTo: ['numeric-overflow', 'learning-rate-too-high', 'exploding-gradients'],
    },
    'a tensor without a finite value, of which no bounds are known': {
      run: holds(kernel('fc1', { nonFinite: 1, min: 0, max: 0, spread: 0 })),
      finds: 'stored-not-finite',
    },
    'a variance that is Inf': {
      run: holds(kernel('fc1'), vector('bn', 'variance', { nonFinite: 0.5 })),
      finds: 'stored-not-finite',
    },
    'weights that grew without bound': {
      run: holds(kernel('fc1', { max: 2e4 })),
      finds: 'stored-huge',
      pointsTo: ['exploding-gradients', 'learning-rate-too-high'],
    },
    'the same below 0': { run: holds(kernel('fc1', { min: -2e4 })), finds: 'stored-huge' },
  },
  well: {
    'weights of a trained network': holds(kernel('fc1'), vector('fc1', 'bias'), kernel('fc2')),
    'just below the limit': holds(kernel('fc1', { max: 9_999 })),
    'a large running mean is no weight': holds(kernel('fc1'), vector('bn', 'mean', { max: 1e5 })),
    'no tensor that could be read': holds(),
  },
  outside: { 'layers alone, of a file without weights': { run: stored(), because: 'weights' } },
})

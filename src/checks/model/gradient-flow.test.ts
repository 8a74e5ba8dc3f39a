import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns, linear, sampled, stuck } from '../watched.fixture.ts'
import check from './gradient-flow.ts'

const norms = (built: RunBuilder, ...sizes: readonly number[]) =>
  sizes.reduce(
    (one, size, i) =>
      one.curve(`grad_norm/fc${i + 1}`, Array(10).fill(size), {
        metric: 'gradient-norm',
        layer: `fc${i + 1}`,
        axis: 'step',
        at: sampled(10),
      }),
    built,
  )

examines(check, {
  ill: {
    'a thousandth of a thousandth in the first layer': {
      run: norms(stuck(), 1e-6, 1e-4, 1e-2, 1).fact('hidden_activations', ['sigmoid']),
      finds: 'gradients-vanish',
      pointsTo: ['vanishing-gradients', 'wrong-hidden-activation'],
    },
    'ten times as much in each earlier layer': {
      run: norms(stuck(), 1000, 100, 10, 1),
      finds: 'gradients-explode',
      pointsTo: ['exploding-gradients', 'poor-initialization'],
    },
  },
  well: {
    'level norms': norms(stuck(), 0.5, 0.8, 1, 1.2),
    'vanishing, and the loss falls': norms(learns(), 1e-6, 1e-4, 1e-2, 1),
    'tiny everywhere, as at convergence': norms(learns(), 1e-6, 1e-6, 1e-6),
    'a tiny norm of BatchNorm between level weights': norms(stuck(), 0.5, 1e-6, 0.8, 1).layers(
      linear('fc1', 10, 10),
      { name: 'fc2', kind: 'BatchNorm1d', parameters: 20 },
      linear('fc3', 10, 10),
      linear('fc4', 10, 10),
    ),
  },
  outside: {
    'two layers': { run: norms(stuck(), 1e-6, 1), because: 'few-layers' },
    'a norm of the whole in a log': {
      run: run().curve('grad_norm', Array(20).fill(1), { axis: 'step' }),
      because: 'optimizers',
    },
    'nobody watched': { run: stuck(), because: 'gradientNorm' },
  },
})

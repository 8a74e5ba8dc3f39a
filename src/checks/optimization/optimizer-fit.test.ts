import { examines, run } from '../run.fixture.ts'
import { learns, optimizer, sampled, stuck } from '../watched.fixture.ts'
import check from './optimizer-fit.ts'

const sgd = (built = stuck()) => built.table('optimizers', optimizer({ kind: 'sgd', momentum: 0 }))
const norms = (built: ReturnType<typeof stuck>, ...sizes: readonly number[]) =>
  sizes.reduce(
    (one, size, i) =>
      one.curve(`grad_norm/fc${i}`, Array(5).fill(size), {
        metric: 'gradient-norm',
        layer: `fc${i}`,
        axis: 'step',
        at: sampled(5),
      }),
    built,
  )
const attention = { name: 'block', kind: 'MultiheadAttention', parameters: 4096 }

examines(check, {
  ill: {
    'gradients ten thousand times apart': {
      run: norms(sgd(), 1e-4, 1),
      finds: 'sgd-on-uneven-gradients',
      pointsTo: ['wrong-optimizer'],
    },
    'attention under SGD': { run: sgd().layers(attention), finds: 'sgd-on-sparse-gradients' },
  },
  well: {
    Adam: stuck(),
    'SGD on level gradients': norms(sgd(), 0.5, 1),
    'SGD on attention, and the loss falls': sgd(learns()).layers(attention),
  },
  outside: {
    'a GAN': { run: stuck().table('optimizers', optimizer(), optimizer({ id: 1 })), because: 'several-optimizers' },
    'nobody watched': { run: run().curve('loss', [1, 1]), because: 'optimizers' },
  },
})

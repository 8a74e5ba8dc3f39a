import { curve, examines } from '../run.fixture.ts'
import { initial, learns, stuck, watched } from '../watched.fixture.ts'
import check from './initial-weights.ts'

const last = initial({ layer: 'out', fanIn: 50, fanOut: 10, spread: 0.1 })
const zero = { spread: 0, zero: 1, symmetric: true, bias: 0 }

examines(check, {
  ill: {
    'every layer at zero': {
      run: learns().table('initialWeights', initial(zero), initial({ ...zero, layer: 'fc2' }), initial(zero)),
      finds: 'weights-alike',
      pointsTo: ['poor-initialization'],
    },
    'one hidden layer constant, and nothing is learnt': {
      run: stuck().table('initialWeights', initial({ symmetric: true, spread: 0 }), last),
      finds: 'weights-alike',
    },
    'a normal of spread 1': {
      run: stuck().table('initialWeights', initial({ spread: 1 }), last),
      finds: 'weights-wide',
      pointsTo: ['poor-initialization'],
    },
    'a wide start, far above guessing, that is made up later': {
      run: watched(0.2)
        .curve('train_loss', curve(300, 60, 0.2), { axis: 'step' })
        .table('initialWeights', initial({ spread: 1 }), last),
      finds: 'weights-wide',
    },
    'a thousandth of the usual': {
      run: stuck().table('initialWeights', initial({ spread: 1e-4 }), last),
      finds: 'weights-narrow',
    },
    'a bias of -50': { run: stuck().table('initialWeights', initial({ bias: 50 }), last), finds: 'bias-far-from-zero' },
  },
  well: {
    He: stuck().table('initialWeights', initial(), last),
    'PyTorch’s default': stuck().table('initialWeights', initial({ spread: 0.058 }), last),
    'a last layer of zeros': stuck().table('initialWeights', initial(), initial({ ...zero, layer: 'out' })),
    'a wide spread that few weights give by chance': stuck().table(
      'initialWeights',
      initial({ fanIn: 2, fanOut: 2, spread: 3 }),
      last,
    ),
    'wide, and the loss falls from where it should': learns().table('initialWeights', initial({ spread: 1 }), last),
    'an embedding': stuck().table('initialWeights', initial({ kind: 'Embedding', spread: 1 }), initial(), last),
  },
  outside: {
    'a pretrained model': {
      run: stuck()
        .fact('pretrained', true)
        .table('initialWeights', initial({ spread: 1 }), last),
      because: 'weights-loaded',
    },
    'only an embedding': {
      run: stuck().table('initialWeights', initial({ kind: 'Embedding' })),
      because: 'few-layers',
    },
    'nobody watched': { run: stuck(), because: 'initialWeights' },
  },
})

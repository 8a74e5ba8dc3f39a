import { examines } from '../run.fixture.ts'
import { learns, linear, stuck } from '../watched.fixture.ts'
import check from './norm-of-batches.ts'

const norm = (momentum: number) => ({ name: 'bn1', kind: 'BatchNorm2d', parameters: 32, trainable: true, momentum })

examines(check, {
  ill: {
    'batches of two': {
      run: learns()
        .layers(linear('a', 8, 8), norm(0.1))
        .fact('batch_size', 2),
      finds: 'norm-of-few-examples',
      pointsTo: ['batch-norm-statistics'],
    },
    'statistics that never leave where they began': {
      run: learns()
        .layers(linear('a', 8, 8), norm(0.001))
        .fact('batch_size', 32),
      finds: 'norm-momentum',
      pointsTo: ['batch-norm-statistics'],
    },
    'statistics of the last batch alone': {
      run: learns()
        .layers(linear('a', 8, 8), norm(1))
        .fact('batch_size', 32),
      finds: 'norm-momentum',
    },
  },
  well: {
    'the usual momentum and batch': learns()
      .layers(linear('a', 8, 8), norm(0.1))
      .fact('batch_size', 32),
    'a momentum that a source does not tell': learns().layers({ name: 'bn', kind: 'BatchNorm1d', parameters: 16 }),
  },
  outside: {
    'no BatchNorm': { run: stuck().layers(linear('a', 8, 8)), because: 'no-batch-norm' },
    'nobody watched': { run: stuck(), because: 'layers' },
  },
})

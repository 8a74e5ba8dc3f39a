import { examines } from '../run.fixture.ts'
import { optimizer, regression, stuck, tensor } from '../watched.fixture.ts'
import check from './target-order.ts'

/** Batches of 32 targets with these means and a spread of 1. */
const batches = (...means: readonly number[]) =>
  means.map((mean, i) =>
    tensor({ step: i + 1, name: 'target', shape: [32], mean, spread: 1, min: mean - 3, max: mean + 3 }),
  )

const mixed = [0.1, -0.15, 0.05, 0.2, -0.1, 0]

examines(check, {
  ill: {
    'batches that climb': {
      run: regression(1, 0.8).table('targets', ...batches(-1.5, -1, -0.5, 0.2, 0.8, 1.6)),
      finds: 'targets-in-order',
      pointsTo: ['unshuffled-data'],
    },
  },
  well: { 'batches that were mixed': regression(1, 0.8).table('targets', ...batches(...mixed)) },
  outside: {
    'three batches': { run: regression(1, 0.8).table('targets', ...batches(-2, 0, 2)), because: 'few-batches' },
    'class numbers': { run: stuck().table('targets', ...batches(...mixed)), because: 'no-regression' },
    'networks that play against each other': {
      run: regression(1, 0.8)
        .table('targets', ...batches(...mixed))
        .table('optimizers', optimizer(), optimizer({ id: 1 })),
      because: 'several-optimizers',
    },
    'nobody watched': { run: regression(1, 0.8), because: 'targets' },
  },
})

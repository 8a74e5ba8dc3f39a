import { examines, run } from '../run.fixture.ts'
import { labels, learns, stuck, tensor } from '../watched.fixture.ts'
import check from './input-values.ts'

const nan = tensor({ step: 3, nonFinite: 0.02 })

examines(check, {
  ill: {
    'NaN in the inputs, and the loss is NaN': {
      run: run().curve('loss', [2.3, Number.NaN, Number.NaN], { axis: 'step' }).table('inputs', tensor(), nan),
      finds: 'inputs-not-finite',
      pointsTo: ['missing-values'],
    },
    'NaN in the inputs that comes out again, though the loss is cut off and stays finite': {
      run: learns()
        .table('inputs', nan)
        .table('outputs', tensor({ nonFinite: 1 })),
      finds: 'inputs-not-finite',
      pointsTo: ['missing-values'],
    },
    'NaN in the inputs, and the loss is finite and stuck': {
      run: stuck().table('inputs', tensor(), nan),
      finds: 'inputs-not-finite',
      pointsTo: ['missing-values'],
    },
    'Inf in the targets': {
      run: learns()
        .table('inputs', tensor())
        .table('targets', tensor({ name: 'target', nonFinite: 0.1 })),
      finds: 'inputs-not-finite',
    },
    '-999 among standardised values': {
      run: stuck().table('inputs', tensor({ min: -999, mean: -4, spread: 60 })),
      finds: 'inputs-sentinel',
      pointsTo: ['missing-values'],
    },
  },
  well: {
    'clean first batches of a loss that is lost later': run()
      .curve('loss', [2.3, 2.1, Number.NaN], { axis: 'step' })
      .event({ kind: 'non-finite', text: 'loss', step: 3 })
      .table('inputs', tensor()),
    'clean batches': stuck().table('inputs', tensor(), tensor({ step: 2 })),
    'a range that merely ends there': stuck().table('inputs', tensor({ min: -999, mean: -500, spread: 300 })),
  },
  outside: { 'nobody watched': { run: stuck().table('targets', labels()), because: 'inputs' } },
})

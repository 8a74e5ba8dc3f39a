// The lists of the check `repeated-losses`.

import { epochsOf, examines, run } from '../run.fixture.ts'
import check from './repeated-losses.ts'

const batch = [0.97, 1.37, 1.24, 0.96, 1.04]
const step = { axis: 'step', epochs: epochsOf(2, 5) } as const

examines(check, {
  ill: {
    'the same five batch losses in two epochs': {
      run: run().curve('loss', [...batch, ...batch], step),
      finds: 'repeated-losses',
      pointsTo: ['weights-not-updated'],
    },
    'the third epoch has only begun': {
      run: run().curve('loss', [...batch, ...batch, ...batch.slice(0, 2)], {
        axis: 'step',
        epochs: epochsOf(3, 5).slice(0, 12),
      }),
      finds: 'repeated-losses',
      pointsTo: ['weights-not-updated'],
    },
  },
  well: {
    'the second epoch is lower': run().curve('loss', [...batch, ...batch.map((one) => one * 0.9)], step),
    'one value of five comes back by chance': run().curve('loss', [...batch, 0.97, 1.21, 1.1, 0.9, 0.99], step),
    'a constant loss is another question': run().curve('loss', Array(10).fill(0.5), step),
  },
  outside: {
    'a value an epoch': { run: run().curve('loss', [...batch, ...batch]), because: 'no-epochs-and-steps' },
    'one epoch': {
      run: run().curve('loss', [...batch, ...batch], { axis: 'step', epochs: epochsOf(1, 10) }),
      because: 'no-epochs-and-steps',
    },
  },
})

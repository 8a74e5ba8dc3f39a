// The two lists of the check `repeated-losses`.

import { examines, run } from '../run.fixture.ts'
import check from './repeated-losses.ts'

const batch = [0.97, 1.37, 1.24, 0.96, 1.04]
const epochs = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]

examines(check, {
  ill: {
    'the same five batch losses in two epochs': {
      run: run().curve('loss', [...batch, ...batch], { axis: 'step', epochs }),
      finds: 'repeated-losses',
      pointsTo: ['weights-not-updated'],
    },
  },
  well: {
    'the second epoch is lower': run().curve('loss', [...batch, ...batch.map((one) => one * 0.9)], { axis: 'step', epochs }),
    'a constant loss is another question': run().curve('loss', Array(10).fill(0.5), { axis: 'step', epochs }),
  },
})

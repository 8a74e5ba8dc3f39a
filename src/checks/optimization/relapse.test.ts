// The two lists of the check `relapse`.

import { examines, run } from '../run.fixture.ts'
import check from './relapse.ts'

const learnt = [2.34, 2.21, 2.07, 1.75, 1.6, 1.54, 1.43]

examines(check, {
  ill: {
    'back to the start after epoch 7': {
      run: run().curve('loss', [...learnt, 1.72, 2.42, 2.16, 2.03, 1.98, 1.93]),
      finds: 'relapse',
      pointsTo: ['learning-rate-too-high'],
    },
  },
  well: {
    'goes on falling': run().curve('loss', [...learnt, 1.3, 1.2, 1.1, 1.02]),
    'a single spike': run().curve('loss', [...learnt, 2.4, 1.4, 1.3, 1.2, 1.15]),
    'a loss near 0 that triples': run()
      .curve('loss', [2.3, 1.1, 0.4, 0.1, 0.02, 0.01, 0.03, 0.03, 0.03])
      .fact('classes', 10),
  },
  outside: {
    'two values': { run: run().curve('loss', [2, 1]), because: 'few-values' },
  },
})

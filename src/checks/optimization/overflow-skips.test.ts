// The lists of the check `overflow-skips`.

import { examines, type RunBuilder, run } from '../run.fixture.ts'
import check from './overflow-skips.ts'

/** As Apex and DeepSpeed print them: each skip halves the scale. */
function skips(count: number, from: number): RunBuilder {
  let one = run().curve('loss', [2.1, 2, 1.9])
  for (let i = 1; i <= count; i += 1)
    one = one.event({
      kind: 'scale-skip',
      text: `Gradient overflow. Skipping step, loss scaler 0 reducing loss scale to ${from / 2 ** i}`,
      step: i,
      value: from / 2 ** i,
    })
  return one
}

examines(check, {
  ill: {
    'the scale goes down to 1': {
      run: skips(16, 65_536),
      finds: 'scale-at-floor',
      pointsTo: ['numeric-overflow', 'exploding-gradients', 'learning-rate-too-high'],
    },
    'a dozen skips from a high scale': {
      run: skips(12, 2 ** 32),
      finds: 'overflow-skips',
      pointsTo: ['numeric-overflow'],
    },
  },
  well: {
    'three skips while the scale is sought': skips(3, 65_536),
    'one skip': skips(1, 65_536),
  },
  outside: {
    'a resume is no skip': {
      run: run().event({ kind: 'resume', text: 'Resuming from checkpoint-500', step: 500 }),
      because: 'no-loss-scaling',
    },
    'no events': { run: run().curve('loss', [1]), because: 'events' },
  },
})

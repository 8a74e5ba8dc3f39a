// The lists of the check `spikes`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './spikes.ts'

const step = { axis: 'step' } as const
const falls = curve(80, 2.3, 0.5, { noise: 0.04, seed: 251 })
const level = curve(120, 2.3, 0.5, { tau: 5, noise: 0.04, seed: 252 })
const withSpikes = (values: readonly number[], ...at: readonly number[]) =>
  values.map((one, i) => (at.includes(i) ? one * 18 : one))

examines(check, {
  ill: {
    'one batch of a hundred and twenty, eighteen times as high': {
      run: run().curve('loss', withSpikes(level, 92), step),
      finds: 'spikes',
      pointsTo: ['outliers', 'exploding-gradients', 'learning-rate-too-high'],
    },
    'eight of them': {
      run: run().curve('loss', withSpikes(level, 51, 58, 66, 73, 81, 90, 99, 110), step),
      finds: 'spikes',
      pointsTo: ['exploding-gradients', 'outliers'],
    },
    'one batch eighteen times as high while the loss is still falling': {
      run: run().curve('loss', withSpikes(falls, 52), step),
      finds: 'spikes',
      pointsTo: ['outliers', 'exploding-gradients'],
    },
  },
  well: {
    'batch noise': run().curve('loss', straight(200, 0.9, 0.9, { noise: 0.12, seed: 253 }), step),
    falls: run().curve('loss', falls, step),
    'one value far below the others': run().curve(
      'loss',
      falls.map((one, i) => (i === 60 ? one / 20 : one)),
      step,
    ),
  },
  outside: { 'twelve values': { run: run().curve('loss', falls.slice(0, 12), step), because: 'few-values' } },
})

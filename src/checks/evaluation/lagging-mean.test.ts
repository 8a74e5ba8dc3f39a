// The lists of the check `lagging-mean`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './lagging-mean.ts'

const train = curve(13, 1.9, 0.2, { tau: 5 })
const ahead = train.slice(1).map((one, i) => one * (1 + (i % 2 === 0 ? 0.004 : -0.004)))
const losses = (one: readonly number[], other: readonly number[]) => run().curve('loss', one).curve('val_loss', other)

examines(check, {
  ill: {
    'validation of each epoch is training of the next': {
      run: losses(train.slice(0, 12), ahead),
      finds: 'lagging-mean',
      pointsTo: ['evaluation-asymmetry'],
    },
    'as long as it learns; in the end validation stays behind': {
      run: losses([...train.slice(0, 12), 0.31, 0.29], [...ahead, 0.4, 0.41]),
      finds: 'lagging-mean',
      pointsTo: ['evaluation-asymmetry'],
    },
  },
  well: {
    'a fifth below by dropout, at no fixed lag': losses(
      train,
      train.map((one) => one * 0.62),
    ),
    'above training': losses(
      train,
      train.map((one) => one * 1.2),
    ),
    'both level: neighbours are equal whatever the lag': losses(curve(12, 0.4, 0.4), curve(12, 0.4, 0.4)),
    'both level, validation one per cent below': losses(curve(12, 0.4, 0.4), curve(12, 0.395, 0.395)),
  },
  outside: {
    'three epochs': { run: losses([3, 2, 1], [2, 1, 0.5]), because: 'few-values' },
    'no validation': { run: run().curve('loss', train), because: 'no-held-out-loss' },
  },
})

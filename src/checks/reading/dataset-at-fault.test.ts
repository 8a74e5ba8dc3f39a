// The lists of the check `dataset-at-fault`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './dataset-at-fault.ts'

const still = straight(15, 0.912, 0.912, { noise: 0.003, seed: 31 })
const losses = (train: readonly number[], val: readonly number[]) => run().curve('loss', train).curve('val_loss', val)

examines(check, {
  ill: {
    'validation falls by half while training stands still': {
      run: losses(still, curve(15, 0.95, 0.45, { noise: 0.01, seed: 32 })),
      finds: 'reading/dataset-at-fault',
      pointsTo: ['data-leakage', 'distribution-shift', 'easy-validation-set'],
    },
    'a steady fall by a quarter': {
      run: losses(still, straight(15, 0.9, 0.66, { noise: 0.008, seed: 33 })),
      finds: 'reading/dataset-at-fault',
      pointsTo: ['data-leakage', 'label-noise'],
    },
  },
  well: {
    'both fall': losses(curve(15, 0.9, 0.3), curve(15, 0.95, 0.4)),
    'both stand still': losses(still, straight(15, 0.93, 0.93, { noise: 0.005, seed: 34 })),
    'validation shakes without a trend': losses(still, straight(15, 0.9, 0.9, { noise: 0.15, seed: 35 })),
    'training rises while validation falls': losses(straight(15, 0.5, 0.8), straight(15, 0.9, 0.6)),
  },
  outside: {
    'three epochs': { run: losses([0.9, 0.9, 0.9], [0.9, 0.7, 0.5]), because: 'few-values' },
    'no validation': { run: run().curve('loss', still), because: 'loss' },
  },
})

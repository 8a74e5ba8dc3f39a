// The lists of the check `label-ceiling`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './label-ceiling.ts'

const ceiling = curve(30, 0.35, 0.823, { tau: 2.5, noise: 0.004, seed: 121 })

examines(check, {
  ill: {
    'training levels off at 82 %, validation with it': {
      run: run()
        .curve('accuracy', ceiling)
        .curve('val_accuracy', curve(30, 0.34, 0.81, { tau: 2.5 })),
      finds: 'label-ceiling',
      pointsTo: ['label-noise', 'conflicting-labels', 'model-too-small'],
    },
    'with strong dropout the ceiling may be its own': {
      run: run().curve('accuracy', ceiling).fact('dropout', 0.6),
      finds: 'label-ceiling',
      pointsTo: ['too-much-regularization', 'label-noise'],
    },
  },
  well: {
    'reaches 99.5 %': run().curve('accuracy', curve(30, 0.35, 0.995, { tau: 2.5 })),
    'still rising': run().curve('accuracy', straight(30, 0.3, 0.86, { noise: 0.005, seed: 122 })),
    'at chance: nothing was learnt that could level off': run()
      .curve('accuracy', straight(30, 0.5, 0.505, { noise: 0.01, seed: 123 }))
      .fact('classes', 2),
  },
  outside: {
    'five epochs': { run: run().curve('accuracy', [0.6, 0.8, 0.8, 0.8, 0.8]), because: 'few-values' },
    'validation alone': { run: run().curve('val_accuracy', ceiling), because: 'few-values' },
  },
})

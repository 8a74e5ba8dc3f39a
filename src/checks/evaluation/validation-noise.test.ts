// The lists of the check `validation-noise`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './validation-noise.ts'

const accuracy = (noise: number, seed: number) => run().curve('val_accuracy', straight(25, 0.84, 0.85, { noise, seed }))

examines(check, {
  ill: {
    'five points up and down, on fifty examples': {
      run: accuracy(0.055, 341).fact('examples_val', 50),
      finds: 'validation-noise',
      pointsTo: ['validation-set-too-small'],
    },
    'three points on a hundred and twenty': {
      run: accuracy(0.035, 342).fact('examples_val', 120),
      finds: 'validation-noise',
      pointsTo: ['validation-set-too-small'],
    },
  },
  well: {
    'ten thousand examples do not shake like that': accuracy(0.055, 343).fact('examples_val', 10_000),
    'fifty examples, and it hardly shakes': accuracy(0.003, 344).fact('examples_val', 50),
    'more than fifty examples explain': accuracy(0.3, 345).fact('examples_val', 50),
  },
  outside: {
    'the number of examples is not known': { run: accuracy(0.05, 346), because: 'examplesValFact' },
    'training alone': {
      run: run()
        .curve('accuracy', curve(20, 0.2, 0.9))
        .fact('examples_val', 50),
      because: 'no-held-out-metric',
    },
    'three epochs': { run: run().curve('val_acc', [0.7, 0.8, 0.7]).fact('examples_val', 50), because: 'few-values' },
  },
})

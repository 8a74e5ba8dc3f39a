// The lists of the check `majority-guessing`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './majority-guessing.ts'

examines(check, {
  ill: {
    'stands at 83.33 %, to the last digit': {
      run: run()
        .curve('val_accuracy', Array(10).fill(0.8333))
        .curve('loss', curve(10, 0.9, 0.61)),
      finds: 'majority-guessing',
      pointsTo: ['collapsed-output', 'class-imbalance', 'learning-rate-too-high'],
    },
    'and the loss is the entropy of that share': {
      run: run()
        .curve('val_accuracy', Array(10).fill(0.8333))
        .curve('loss', curve(10, 0.6, 0.4506, { tau: 1 })),
      finds: 'majority-guessing-entropy',
      pointsTo: ['class-imbalance', 'collapsed-output'],
    },
    'the share of the largest class is known': {
      run: run().curve('accuracy', [0.88, 0.902, 0.903, 0.903]).fact('majority_share', 0.903),
      finds: 'majority-guessing-stated',
      pointsTo: ['class-imbalance', 'collapsed-output'],
    },
    'stands at one of ten balanced classes': {
      run: run().curve('accuracy', Array(6).fill(0.1)).fact('classes', 10),
      finds: 'majority-guessing',
      pointsTo: ['collapsed-output', 'dead-units'],
    },
    'in per cent': {
      run: run().curve('val_acc', [67.4, 71.93, 71.93, 71.93, 71.93, 71.93]),
      finds: 'majority-guessing',
      pointsTo: ['collapsed-output', 'class-imbalance'],
    },
  },
  well: {
    'gets better': run().curve('val_accuracy', curve(10, 0.5, 0.9, { noise: 0.01, seed: 311 })),
    'every answer is right': run().curve('val_accuracy', [0.98, 1, 1, 1, 1, 1]),
    'well above the largest class': run()
      .curve('val_accuracy', curve(10, 0.7, 0.93))
      .fact('majority_share', 0.7),
    'two equal values at the end': run().curve('val_accuracy', [0.7, 0.78, 0.84, 0.86, 0.87, 0.87]),
    'converged on fifty examples, where accuracy moves in steps of 2 %': run()
      .curve('loss', curve(14, 1.1, 0.06, { tau: 3 }))
      .curve('accuracy', curve(14, 0.6, 0.985, { tau: 3 }))
      .curve('val_accuracy', [0.62, 0.8, 0.88, 0.92, 0.94, ...Array(9).fill(0.96)])
      .fact('examples_val', 50),
    'the same, where training accuracy is not logged': run()
      .curve('loss', curve(14, 1.1, 0.06, { tau: 3 }))
      .curve('val_accuracy', [0.62, 0.8, 0.88, 0.92, 0.94, ...Array(9).fill(0.96)])
      .fact('examples_val', 50),
    'validation repeats itself while training is nine points better': run()
      .curve('accuracy', curve(10, 0.8, 0.99))
      .curve('val_accuracy', [0.84, 0.88, ...Array(8).fill(0.9)]),
  },
  outside: { 'no accuracy': { run: run().curve('loss', [1]), because: 'accuracy' } },
})

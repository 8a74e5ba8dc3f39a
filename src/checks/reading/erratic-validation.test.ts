// The lists of the check `erratic-validation`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './erratic-validation.ts'

const smooth = curve(20, 1.8, 0.2, { noise: 0.01, seed: 51 })
const wild = [2.1, 7.9, 1.2, 15.3, 0.8, 4.4, 0.6, 22.7, 1.9, 0.7, 9.8, 0.5, 3.3, 0.9, 12.1, 0.6, 2.8, 31.0, 0.7, 5.2]

examines(check, {
  ill: {
    'validation jumps tenfold beside a smooth training loss': {
      run: run().curve('loss', smooth).curve('val_loss', wild),
      finds: 'erratic-validation',
      pointsTo: ['batch-norm-statistics', 'validation-set-too-small', 'learning-rate-too-high'],
    },
    'and the model has batch normalisation': {
      run: run().curve('loss', smooth).curve('val_loss', wild).layers({ name: 'bn1', kind: 'BatchNorm2d' }),
      finds: 'erratic-validation',
      pointsTo: ['batch-norm-statistics'],
    },
    'and its accuracy moves as thirty examples move it': {
      run: run()
        .curve('loss', smooth)
        .curve('val_loss', wild)
        .curve('val_accuracy', straight(20, 0.7, 0.72, { noise: 0.1, seed: 52 }))
        .curve('accuracy', curve(20, 0.4, 0.95))
        .fact('examples_val', 30),
      finds: 'erratic-validation',
      pointsTo: ['validation-set-too-small'],
    },
  },
  well: {
    'a little rougher than training': run()
      .curve('loss', smooth)
      .curve('val_loss', curve(20, 1.9, 0.35, { noise: 0.05, seed: 53 })),
    'both jump: the training itself is rough': run()
      .curve('loss', wild)
      .curve(
        'val_loss',
        wild.map((one) => one * 1.1),
      ),
    'smooth overfitting': run()
      .curve('loss', smooth)
      .curve('val_loss', [...curve(8, 1.9, 0.6, { tau: 2 }), ...straight(12, 0.62, 1.9)]),
    'jumps tenfold, where the loss is next to nothing': run()
      .curve('loss', curve(24, 1.8, 0.0005, { tau: 1 }))
      .curve(
        'val_loss',
        curve(24, 1.8, 0.002, { tau: 1 }).map((one, i) => one * (i % 3 === 0 ? 8 : 1)),
      ),
    'a tenth up and down': run()
      .curve('loss', curve(30, 1.8, 0.4, { noise: 0.008, seed: 511 }))
      .curve('val_loss', curve(30, 1.8, 0.5, { noise: 0.12, seed: 512 })),
  },
  outside: {
    'three evaluations': {
      run: run().curve('loss', [1, 0.9, 0.8]).curve('val_loss', [1, 9, 1]),
      because: 'few-values',
    },
    'no validation': { run: run().curve('loss', smooth), because: 'loss' },
  },
})

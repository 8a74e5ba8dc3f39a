// The lists of the check `perfect-metric`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './perfect-metric.ts'

examines(check, {
  ill: {
    'one of the five best, of five classes': {
      run: run()
        .curve('loss', curve(8, 1.6, 1.1))
        .curve('top5_acc', Array(8).fill(1)),
      finds: 'top-k-always-one',
      pointsTo: ['wrong-metric'],
    },
    'accuracy 0 beside a squared error': {
      run: run()
        .curve('loss', curve(10, 41, 6))
        .curve('accuracy', Array(10).fill(0))
        .fact('loss_function', 'mse'),
      finds: 'accuracy-in-regression',
      pointsTo: ['wrong-metric'],
    },
    'nine tenths right from the start: binary accuracy of one-hot targets': {
      run: run()
        .curve('loss', curve(6, 0.33, 0.3))
        .curve('binary_accuracy', [0.9, 0.9, 0.901, 0.901, 0.902, 0.902])
        .fact('loss_function', 'binary-cross-entropy')
        .fact('classes', 10),
      finds: 'binary-accuracy-one-hot',
      pointsTo: ['wrong-metric'],
    },
    'a cross-entropy of 0.05 leaves at most 7 % wrong, yet 60 % are': {
      run: run()
        .curve('loss', curve(10, 0.6, 0.05))
        .curve('accuracy', curve(10, 0.31, 0.4))
        .fact('loss_function', 'cross-entropy'),
      finds: 'accuracy-below-floor',
      pointsTo: ['wrong-metric'],
    },
  },
  well: {
    'top-5 of a thousand': run()
      .curve('loss', curve(8, 6.9, 2.1))
      .curve('top5_acc', curve(8, 0.01, 0.78)),
    'everything is right, and the loss is near 0': run()
      .curve('loss', curve(10, 0.7, 0.001))
      .curve('accuracy', curve(10, 0.6, 1)),
    'a sure loss and a poor accuracy go together': run()
      .curve('loss', curve(10, 2.3, 1.6))
      .curve('accuracy', curve(10, 0.1, 0.41))
      .fact('loss_function', 'cross-entropy'),
    'batches of one example: most cost nothing, and the few wrong ones much': run()
      .curve(
        'loss',
        Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 2.5 : 0.03)),
        { axis: 'step' },
      )
      .curve('accuracy', curve(10, 0.6, 0.75))
      .fact('loss_function', 'cross-entropy'),
    'two classes, nine tenths right from the start': run()
      .curve('loss', curve(6, 0.33, 0.3))
      .curve('accuracy', curve(6, 0.9, 0.91))
      .fact('loss_function', 'binary-cross-entropy'),
    'training loss is overfitted: it says nothing about the validation accuracy': run()
      .curve('loss', curve(30, 1.1, 0.02))
      .curve('val_loss', curve(30, 1.1, 1.9))
      .curve('val_accuracy', curve(30, 0.4, 0.71))
      .curve('accuracy', curve(30, 0.4, 0.995))
      .fact('loss_function', 'cross-entropy'),
    'a cross-entropy of 0.2 leaves up to 29 % wrong, and a third are': run()
      .curve('loss', curve(10, 0.6, 0.2))
      .curve('accuracy', curve(10, 0.4, 0.66))
      .fact('loss_function', 'cross-entropy'),
  },
  outside: { 'no accuracy': { run: run().curve('loss', [1, 0.5]), because: 'no-accuracy' } },
})

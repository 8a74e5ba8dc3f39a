// The lists of the check `stated-size`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './stated-size.ts'

const apart = run()
  .curve('accuracy', curve(15, 0.5, 0.99))
  .curve('val_accuracy', curve(15, 0.5, 0.79))
const together = run()
  .curve('accuracy', curve(15, 0.5, 0.93))
  .curve('val_accuracy', curve(15, 0.5, 0.91))

examines(check, {
  ill: {
    'four hundred examples and a gap of twenty points': {
      run: apart.fact('examples_train', 400),
      finds: 'few-examples',
      pointsTo: ['too-little-data', 'overfitting'],
    },
    'eleven million parameters on twenty thousand examples, and a gap': {
      run: apart.fact('examples_train', 20_000).fact('parameters', 11_000_000),
      finds: 'many-parameters',
      pointsTo: ['model-too-large', 'overfitting'],
    },
    'the losses alone are apart': {
      run: run()
        .curve('loss', curve(15, 1.1, 0.05))
        .curve('val_loss', curve(15, 1.2, 0.7))
        .fact('examples_train', 300),
      finds: 'few-examples',
      pointsTo: ['too-little-data'],
    },
  },
  well: {
    'four hundred examples without a gap': together.fact('examples_train', 400),
    'a gap on sixty thousand examples with a small model': apart
      .fact('examples_train', 60_000)
      .fact('parameters', 120_000),
    'a large model without a gap': together.fact('examples_train', 20_000).fact('parameters', 11_000_000),
    'few examples, nothing held out': run()
      .curve('loss', curve(15, 1.1, 0.05))
      .fact('examples_train', 300),
  },
  outside: { 'the number of examples is not known': { run: apart, because: 'examplesTrainFact' } },
})

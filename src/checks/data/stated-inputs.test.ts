// The lists of the check `stated-inputs`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './stated-inputs.ts'

const flat = straight(10, 2.31, 2.3, { noise: 0.002, seed: 131 })

examines(check, {
  ill: {
    'raw pixels, and the loss does not move': {
      run: run().curve('loss', flat).fact('input_range', [0, 255]),
      finds: 'raw-inputs',
      pointsTo: ['unscaled-inputs'],
    },
    'said not to be scaled, and the loss rises': {
      run: run()
        .curve('loss', straight(10, 40, 900))
        .fact('inputs_normalized', false),
      finds: 'raw-inputs',
      pointsTo: ['unscaled-inputs'],
    },
  },
  well: {
    'raw pixels, and it learns all the same': run()
      .curve('loss', curve(10, 2.3, 0.1))
      .curve('val_accuracy', curve(10, 0.6, 0.97))
      .fact('input_range', [0, 255]),
    'scaled, and the loss does not move': run().curve('loss', flat).fact('inputs_normalized', true),
    'between 0 and 1': run().curve('loss', flat).fact('input_range', [0, 1]),
    'stated as 0 to 255 and as scaled': run()
      .curve('loss', flat)
      .fact('input_range', [0, 255])
      .fact('inputs_normalized', true),
    'grey values from 0 to 16': run().curve('loss', flat).fact('input_range', [0, 16]),
  },
  outside: { 'nothing is said of the inputs': { run: run().curve('loss', flat), because: 'inputsNormalizedFact' } },
})

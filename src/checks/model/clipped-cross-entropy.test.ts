// The lists of the check `clipped-cross-entropy`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './clipped-cross-entropy.ts'

examines(check, {
  ill: {
    'stands at -ln 1e-7': {
      run: run().curve('loss', [16.1181, 16.1181, 16.1181, 16.1181]),
      finds: 'clipped-cross-entropy',
      pointsTo: ['saturated-output', 'learning-rate-too-high'],
    },
    'stands at 0.75 times -ln 1e-7, and a quarter is right': {
      run: run().curve('loss', [1.3986, 12.0874, 12.0886, 12.0886]).curve('accuracy', [0.3102, 0.2501, 0.25, 0.25]),
      finds: 'clipped-times-error',
      pointsTo: ['saturated-output', 'learning-rate-too-high'],
    },
    'halved by two outputs, one unit': {
      run: run()
        .curve('loss', Array(5).fill(7.7125))
        .fact('output_units', 1)
        .fact('loss_function', 'binary-cross-entropy'),
      finds: 'clipped-cross-entropy',
      pointsTo: ['saturated-output', 'output-loss-mismatch'],
    },
    'a hundred, where PyTorch cuts': {
      run: run().curve('loss', [0.69, 100, 100, 100]).fact('loss_function', 'binary-cross-entropy'),
      finds: 'clipped-cross-entropy',
      pointsTo: ['saturated-output'],
    },
    'the smallest float of Caffe': {
      run: run().curve('loss', Array(6).fill(87.3365), { axis: 'step' }),
      finds: 'clipped-cross-entropy',
      pointsTo: ['saturated-output'],
    },
    'halved by two outputs, one unit, where the loss is not named': {
      run: run().curve('loss', Array(5).fill(7.7125)).fact('output_units', 1),
      finds: 'clipped-cross-entropy',
      pointsTo: ['saturated-output'],
    },
  },
  well: {
    'an ordinary cross-entropy': run()
      .curve('loss', curve(12, 2.4, 0.6))
      .curve('accuracy', curve(12, 0.2, 0.8)),
    'near a constant, but not at it': run().curve('loss', [15.61, 15.58, 15.66, 15.6]),
    'a hundred and three': run().curve('loss', [140, 121, 103.2, 100.4]).fact('loss_function', 'cross-entropy'),
    'a language model falls through 7.71 on its way': run()
      .curve('loss', [10.82, 9.74, 8.93, 8.31, 7.7131, 7.28, 6.94, 6.71, 6.52], { axis: 'step' })
      .fact('task', 'language-model'),
  },
  outside: {
    'a squared error may be 16.118': {
      run: run().curve('loss', [16.1181, 16.1181]).fact('loss_function', 'mse'),
      because: 'regression',
    },
  },
})

// The lists of the check `stated-pairing`.

import { modelFile } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './stated-pairing.ts'

const ends = (activation: string, loss: string) =>
  run().fact('output_activation', activation).fact('loss_function', loss)

examines(check, {
  ill: {
    'a Keras file of logits, whose loss takes probabilities': {
      run: ends('linear', 'binary-cross-entropy')
        .fact('output_units', 1)
        .fact('from_logits', false)
        .table('modelFile', modelFile({ format: 'keras' })),
      finds: 'logits-as-probabilities',
      pointsTo: ['output-loss-mismatch'],
    },
    'softmax over one unit': {
      run: ends('softmax', 'binary-cross-entropy').fact('output_units', 1),
      finds: 'softmax-over-one-unit',
      pointsTo: ['output-loss-mismatch', 'wrong-output-activation'],
    },
    'one sigmoid unit for seven classes': {
      run: ends('sigmoid', 'binary-cross-entropy').fact('output_units', 1).fact('classes', 7),
      finds: 'one-unit-many-classes',
      pointsTo: ['output-loss-mismatch', 'wrong-loss'],
    },
    'a cross-entropy of ReLU outputs': {
      run: ends('relu', 'cross-entropy').fact('output_units', 4),
      finds: 'no-probability',
      pointsTo: ['wrong-output-activation', 'output-loss-mismatch'],
    },
    'Keras takes probabilities unless told otherwise': {
      run: ends('linear', 'cross-entropy').fact('framework', 'keras').fact('output_units', 10),
      finds: 'logits-as-probabilities',
      pointsTo: ['output-loss-mismatch'],
    },
    'softmax, then a loss of logits': {
      run: ends('softmax', 'cross-entropy').fact('from_logits', true).fact('output_units', 10),
      finds: 'probabilities-as-logits',
      pointsTo: ['output-loss-mismatch'],
    },
    'a squared error on softmax': {
      run: ends('softmax', 'mse').fact('output_units', 3),
      finds: 'squared-error-on-classes',
      pointsTo: ['wrong-loss'],
    },
    'sigmoid cannot reach 40': {
      run: ends('sigmoid', 'mse').fact('output_units', 1).fact('target_range', [0, 40]),
      finds: 'targets-out-of-reach',
      pointsTo: ['wrong-output-activation'],
    },
    'ReLU on targets of unknown sign': {
      run: ends('relu', 'mse').fact('output_units', 1),
      finds: 'relu-at-the-output',
      pointsTo: ['wrong-output-activation', 'dead-units'],
    },
  },
  well: {
    'an ONNX file of logits, whose loss nobody stored': ends('linear', 'binary-cross-entropy')
      .fact('output_units', 1)
      .table('modelFile', modelFile({ format: 'onnx' })),
    'softmax with a cross-entropy of ten': ends('softmax', 'cross-entropy')
      .fact('output_units', 10)
      .fact('classes', 10),
    'one sigmoid unit for two classes': ends('sigmoid', 'binary-cross-entropy')
      .fact('output_units', 1)
      .fact('classes', 2),
    'logits, said to be logits': ends('linear', 'cross-entropy').fact('from_logits', true).fact('output_units', 10),
    'PyTorch takes logits': ends('linear', 'cross-entropy').fact('framework', 'pytorch').fact('output_units', 10),
    'linear with a squared error': ends('linear', 'mse').fact('output_units', 1).fact('target_range', [-300, 90]),
    'tanh reaches all of [-1, 1]': ends('tanh', 'mse').fact('target_range', [-1, 1]),
  },
  outside: { 'nothing is said of the last layer': { run: run(), because: 'outputActivationFact' } },
})

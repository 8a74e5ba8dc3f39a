import { examines } from '../run.fixture.ts'
import { linear, lossCall, regression, squared, stuck } from '../watched.fixture.ts'
import check from './output-pairing.ts'

const calls = (...list: Parameters<typeof lossCall>[0][]) => stuck().table('lossCalls', ...list.map(lossCall))
const mismatch = ['output-loss-mismatch']
const bce = { loss: 'binary-cross-entropy', inputShape: [32, 1], targetShape: [32, 1] }

examines(check, {
  ill: {
    'softmax into cross-entropy': { run: calls({ inputFrom: 'softmax' }), finds: 'pairing-twice', pointsTo: mismatch },
    'sigmoid into a loss on logits': {
      run: calls({ ...bce, takesLogits: true, inputFrom: 'sigmoid' }),
      finds: 'pairing-twice',
      pointsTo: mismatch,
    },
    'probabilities into nll': {
      run: calls({ loss: 'nll', takesLogits: false, inputFrom: 'softmax' }),
      finds: 'pairing-no-logarithm',
      pointsTo: mismatch,
    },
    'logits into a loss on probabilities': {
      run: calls({ ...bce, takesLogits: false, inputFrom: 'linear' }),
      finds: 'pairing-no-probability',
      pointsTo: mismatch,
    },
    'logits into a cross-entropy on probabilities, as in Keras': {
      run: calls({ takesLogits: false, inputFrom: 'linear' }),
      finds: 'pairing-no-probability',
      pointsTo: mismatch,
    },
    'ReLU into a cross-entropy on probabilities': {
      run: calls({ takesLogits: false, inputFrom: 'relu' }),
      finds: 'pairing-no-probability',
      pointsTo: mismatch,
    },
    'a softmax layer behind a layer with softmax': {
      run: calls({ takesLogits: false, inputFrom: 'softmax' }).table(
        'layers',
        { ...linear('dense', 64, 10), activation: 'softmax' },
        { name: 'softmax', kind: 'Softmax', activation: 'softmax' },
      ),
      finds: 'pairing-stacked',
      pointsTo: mismatch,
    },
    'ReLU before cross-entropy': {
      run: calls({ inputFrom: 'relu' }),
      finds: 'pairing-bounded',
      pointsTo: ['wrong-output-activation'],
    },
    'cross-entropy on one unit': { run: calls({ inputShape: [32, 1] }), finds: 'pairing-one-unit', pointsTo: mismatch },
    'a column against a row': {
      run: regression(1, 0.99).table('lossCalls', squared({ targetShape: [32] })),
      finds: 'pairing-broadcast',
      pointsTo: mismatch,
    },
  },
  well: {
    'logits into cross-entropy': calls({}),
    'log-softmax into cross-entropy is harmless': calls({ inputFrom: 'log-softmax' }),
    'softmax into a cross-entropy on probabilities': calls({ takesLogits: false, inputFrom: 'softmax' }),
    'log-softmax into nll': calls({ loss: 'nll', takesLogits: false, inputFrom: 'log-softmax' }),
    'a logarithm of the user’s own': calls({ loss: 'nll', takesLogits: false, inputFrom: 'LogBackward0' }),
    'sigmoid into a loss on probabilities': calls({ ...bce, takesLogits: false, inputFrom: 'sigmoid' }),
    'one softmax, as a layer of its own': calls({ takesLogits: false, inputFrom: 'softmax' }).table(
      'layers',
      { ...linear('dense', 64, 10), activation: 'linear' },
      { name: 'softmax', kind: 'Softmax', activation: 'softmax' },
    ),
    'a column against a column': regression(1, 0.99).table('lossCalls', squared()),
    'a batch of one': regression(1, 0.99).table('lossCalls', squared({ inputShape: [1, 1], targetShape: [1] })),
    'a softmax in a loss that does not train': calls({}, { trains: false, split: 'val', inputFrom: 'softmax' }),
  },
  outside: { 'nobody watched': { run: stuck(), because: 'lossCalls' } },
})

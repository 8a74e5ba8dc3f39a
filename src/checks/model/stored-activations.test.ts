import { dense, modelFile, stored } from '../model.fixture.ts'
import { examines } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './stored-activations.ts'

/** So many hidden layers with that activation, and an output. */
const deep = (hidden: number, activation?: string) =>
  stored(
    ...Array.from({ length: hidden }, (_, i) => dense(`fc${i + 1}`, 20, 20, activation)),
    dense('out', 20, 2, 'softmax'),
  )
/** The activation is a layer of its own, as in PyTorch and ONNX. */
const apart = (activation: string) =>
  stored(dense('fc1', 20, 20), { name: 'act', kind: activation, activation }, dense('out', 20, 2))

examines(check, {
  ill: {
    'straight lines only': { run: deep(2, 'linear'), finds: 'all-linear', pointsTo: ['wrong-hidden-activation'] },
    'two layers, the least there is between': { run: deep(1, 'linear'), finds: 'all-linear' },
    'five of sigmoid': {
      run: deep(5, 'sigmoid'),
      finds: 'many-bounded',
      pointsTo: ['wrong-hidden-activation', 'vanishing-gradients'],
    },
    'five of tanh': { run: deep(5, 'tanh'), finds: 'many-bounded' },
  },
  well: {
    relu: deep(5, 'relu'),
    'relu that stands by itself': apart('relu'),
    'one of sigmoid': apart('sigmoid'),
    'three of tanh': deep(3, 'tanh'),
    'a linear layer, then relu': stored(
      dense('fc1', 20, 20, 'linear'),
      { name: 'relu', kind: 'Activation', activation: 'relu' },
      dense('out', 20, 2),
    ),
  },
  outside: {
    'activations that the file does not tell': { run: deep(2), because: 'activations-unknown' },
    'a table of weights, whose order is not that of the computation': {
      run: deep(2, 'linear').table('modelFile', modelFile({ ordered: false })),
      because: 'few-layers',
    },
    'one layer: a linear model on purpose': { run: deep(0), because: 'few-layers' },
    'a recurrent network': {
      run: stored(dense('fc1', 20, 20, 'linear'), { name: 'rnn', kind: 'LSTM', parameters: 99 }, dense('out', 20, 2)),
      because: 'few-layers',
    },
    'no layers': { run: stored(), because: 'few-layers' },
    'an empty table of files': { run: deep(2, 'linear').table('modelFile'), because: 'few-layers' },
    'a run whose loss is known': {
      run: learns()
        .table('modelFile', modelFile())
        .layers(dense('fc1', 20, 20, 'linear'), dense('out', 20, 2)),
      because: 'loss-judged',
    },
    'nobody opened the model': { run: learns(), because: 'modelFile' },
  },
})

import { examines, run } from '../run.fixture.ts'
import { linear, stuck } from '../watched.fixture.ts'
import check from './linear-net.ts'

const deep = () => stuck().layers(linear('fc1', 20, 64), linear('fc2', 64, 64), linear('out', 64, 10))

examines(check, {
  ill: {
    'three linear layers': {
      run: deep().fact('hidden_activations', []),
      finds: 'linear-net',
      pointsTo: ['wrong-hidden-activation'],
    },
    'activations that are called linear': { run: deep().fact('hidden_activations', ['linear']), finds: 'linear-net' },
  },
  well: { 'ReLU between them': deep().fact('hidden_activations', ['relu']) },
  outside: {
    'one layer: a linear model on purpose': {
      run: stuck()
        .layers(linear('out', 20, 10))
        .fact('hidden_activations', []),
      because: 'few-layers',
    },
    'gates inside': {
      run: deep()
        .layers(linear('in', 9, 9), { name: 'rnn', kind: 'LSTM', parameters: 99 })
        .fact('hidden_activations', []),
      because: 'few-layers',
    },
    'functions that nobody saw': { run: deep(), because: 'activations-unknown' },
    'a summary in a log': { run: run().layers(linear('a', 9, 9), linear('b', 9, 9)), because: 'optimizers' },
  },
})

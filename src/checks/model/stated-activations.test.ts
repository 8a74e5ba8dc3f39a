// The lists of the check `stated-activations`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './stated-activations.ts'

const stuck = straight(15, 2.31, 2.28, { noise: 0.002, seed: 151 })

examines(check, {
  ill: {
    'six sigmoid layers, and the loss hardly falls': {
      run: run().curve('loss', stuck).fact('hidden_activations', Array(6).fill('sigmoid')),
      finds: 'bounded-activations',
      pointsTo: ['vanishing-gradients', 'wrong-hidden-activation', 'saturated-activations'],
    },
    'linear layers, and the loss hardly falls': {
      run: run().curve('loss', stuck).fact('hidden_activations', ['linear', 'linear']),
      finds: 'linear-activations',
      pointsTo: ['wrong-hidden-activation', 'model-too-small'],
    },
  },
  well: {
    'sigmoid layers that learn': run()
      .curve('loss', curve(15, 2.3, 0.2))
      .fact('hidden_activations', ['sigmoid', 'tanh']),
    'ReLU layers that do not': run().curve('loss', stuck).fact('hidden_activations', ['relu', 'relu']),
  },
  outside: {
    'the activations are not known': { run: run().curve('loss', stuck), because: 'hiddenActivationsFact' },
    'no training loss': {
      run: run().curve('val_loss', stuck).fact('hidden_activations', ['tanh']),
      because: 'no-train-loss',
    },
  },
})

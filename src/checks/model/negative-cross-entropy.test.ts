// The lists of the check `negative-cross-entropy`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './negative-cross-entropy.ts'

const sinks = curve(12, 0.6, -18.4)

examines(check, {
  ill: {
    'a binary cross-entropy below 0': {
      run: run().curve('loss', sinks).fact('loss_function', 'binary-cross-entropy'),
      finds: 'negative-cross-entropy',
      pointsTo: ['wrong-loss', 'output-loss-mismatch'],
    },
    'an accuracy beside it says that it classifies': {
      run: run()
        .curve('loss', sinks)
        .curve('accuracy', curve(12, 0.1, 0.2)),
      finds: 'negative-cross-entropy',
      pointsTo: ['wrong-loss', 'labels-out-of-range'],
    },
    'of an unknown kind': {
      run: run().curve('loss', sinks),
      finds: 'negative-loss',
      pointsTo: ['wrong-loss'],
    },
    'a likelihood may be below 0: healthy is an answer too': {
      run: run().curve('loss', sinks).fact('task', 'generative'),
      finds: 'negative-loss',
      pointsTo: ['wrong-loss', 'healthy'],
    },
  },
  well: {
    'above 0': run()
      .curve('loss', curve(12, 0.7, 0.05))
      .fact('loss_function', 'binary-cross-entropy'),
    'exactly 0': run().curve('loss', [0.3, 0.1, 0, 0]),
    'below 0 by rounding': run().curve('loss', [0.3, 0.1, -1e-8, -1e-8]),
    'below 0 by the rounding of single precision': run().curve('loss', [0.3, 0.1, -2.4e-6, 1e-7]),
  },
  outside: { 'the test loss alone': { run: run().curve('test_loss', sinks), because: 'no-train-loss' } },
})

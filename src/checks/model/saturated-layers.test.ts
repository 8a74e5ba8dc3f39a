import { examines, type RunBuilder, straight } from '../run.fixture.ts'
import { learns, lossCall, sampled, stuck } from '../watched.fixture.ts'
import check from './saturated-layers.ts'

const share = (built: RunBuilder, layer: string, from: number, to: number) =>
  built.curve(`saturated_share/${layer}`, straight(20, from, to), {
    metric: 'saturated-share',
    layer,
    axis: 'step',
    at: sampled(20),
  })

examines(check, {
  ill: {
    'most from the start, and the loss falls: a hint': {
      run: share(learns(), 'tanh1', 0.7, 0.7),
      finds: 'saturated-layers',
    },
    'tanh at its bounds from the start': {
      run: share(stuck(), 'tanh1', 0.9, 0.95),
      finds: 'saturated-layers',
      pointsTo: ['saturated-activations', 'poor-initialization'],
    },
    'sigmoid that was driven there': {
      run: share(stuck(), 'sigmoid1', 0.05, 0.95),
      finds: 'saturated-layers',
      pointsTo: ['saturated-activations', 'learning-rate-too-high'],
    },
  },
  well: {
    'a tenth': share(stuck(), 'tanh1', 0.1, 0.1),
    'most in the end, and the loss falls': share(learns(), 'tanh1', 0.1, 0.7),
    'only the output': share(share(stuck(), 'tanh1', 0.1, 0.1), 'out', 0.9, 0.9).table(
      'lossCalls',
      lossCall({ inputFrom: 'sigmoid' }),
    ),
  },
  outside: {
    'no value': { run: share(stuck(), 'tanh1', Number.NaN, Number.NaN), because: 'no-layer-values' },
    'nobody watched': { run: stuck(), because: 'saturatedShare' },
  },
})

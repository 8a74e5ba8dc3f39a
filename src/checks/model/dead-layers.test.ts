import { examines, type RunBuilder, straight } from '../run.fixture.ts'
import { learns, sampled, stuck } from '../watched.fixture.ts'
import check from './dead-layers.ts'

const share = (built: RunBuilder, layer: string, from: number, to: number) =>
  built.curve(`dead_share/${layer}`, straight(20, from, to), {
    metric: 'dead-share',
    layer,
    axis: 'step',
    at: sampled(20),
  })

examines(check, {
  ill: {
    'all units of a layer': {
      run: share(share(stuck(), 'relu1', 0.1, 0.1), 'relu2', 1, 1),
      finds: 'dead-layers',
      pointsTo: ['dead-units', 'poor-initialization'],
    },
    'units that die on the way': {
      run: share(stuck(), 'relu1', 0.05, 0.9),
      finds: 'dead-layers',
      pointsTo: ['dead-units', 'learning-rate-too-high'],
    },
    'more than half from the start, and the loss falls: a hint': {
      run: share(learns(), 'relu1', 0.6, 0.6),
      finds: 'dead-layers',
    },
    'almost all, though the loss falls: a hint': { run: share(learns(), 'relu1', 0.95, 0.95), finds: 'dead-layers' },
  },
  well: {
    'a tenth': share(stuck(), 'relu1', 0.1, 0.1),
    'more than half died, and the loss falls': share(learns(), 'relu1', 0.1, 0.6),
  },
  outside: {
    'no value': { run: share(stuck(), 'relu1', Number.NaN, Number.NaN), because: 'no-layer-values' },
    'nobody watched': { run: stuck(), because: 'deadShare' },
  },
})

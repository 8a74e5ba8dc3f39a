import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns, linear, sampled, stuck } from '../watched.fixture.ts'
import check from './normalization.ts'

const deep = Array.from({ length: 20 }, (_, i) => linear(`fc${i}`, 32, 32))
const spread = (built: RunBuilder, layer: string, size: number) =>
  built.curve(`spread/${layer}`, Array(3).fill(size), {
    metric: 'activation-spread',
    layer,
    axis: 'step',
    at: sampled(3),
  })

examines(check, {
  ill: {
    'twenty layers and nothing is learnt': {
      run: stuck().layers(...deep),
      finds: 'no-normalization',
      pointsTo: ['missing-normalization'],
    },
    'a signal that fades on the way': {
      run: spread(spread(stuck().layers(...deep), 'fc0', 1), 'fc19', 1e-5),
      finds: 'no-normalization-drift',
      pointsTo: ['missing-normalization'],
    },
  },
  well: {
    'with LayerNorm': stuck().layers(...deep, { name: 'ln', kind: 'LayerNorm', parameters: 64 }),
    'without, and the loss falls': learns().layers(...deep),
  },
  outside: {
    'three layers': { run: stuck().layers(...deep.slice(0, 3)), because: 'not-deep' },
    'a summary in a log': { run: run().layers(...deep), because: 'optimizers' },
  },
})

import { examines, run } from '../run.fixture.ts'
import { learns, linear, stuck } from '../watched.fixture.ts'
import check from './narrow-layer.ts'

const through = (units: number) => [
  linear('fc1', 64, 128),
  linear('fc2', 128, units),
  linear('fc3', units, 128),
  linear('out', 128, 10),
]

examines(check, {
  ill: {
    'one unit between layers of 128': {
      run: stuck().layers(...through(1)),
      finds: 'narrow-layer',
      pointsTo: ['bottleneck'],
    },
    'one unit in an autoencoder': {
      run: stuck().layers(linear('a', 64, 32), linear('b', 32, 1), linear('c', 1, 32), linear('d', 32, 64)),
      finds: 'narrow-layer',
    },
    'four units': { run: stuck().layers(...through(4)), finds: 'narrow-layer' },
  },
  well: {
    'half the width': stuck().layers(...through(64)),
    'narrow, and the loss falls': learns().layers(...through(4)),
    'a narrow output is none': stuck().layers(linear('a', 64, 128), linear('b', 128, 128), linear('out', 128, 2)),
  },
  outside: {
    'an autoencoder': {
      run: stuck().layers(linear('a', 64, 32), linear('b', 32, 2), linear('c', 2, 32), linear('d', 32, 64)),
      because: 'narrow-on-purpose',
    },
    'two layers': { run: stuck().layers(linear('a', 64, 2), linear('b', 2, 10)), because: 'few-layers' },
    'a summary in a log': { run: run().layers(...through(1)), because: 'optimizers' },
  },
})

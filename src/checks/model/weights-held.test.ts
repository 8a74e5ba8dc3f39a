import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { initial, learns, linear, optimizer, sampled, stuck } from '../watched.fixture.ts'
import check from './weights-held.ts'

const ratio = (built: RunBuilder, size: number) =>
  built.curve('update_ratio', Array(10).fill(size), { metric: 'update-ratio', axis: 'step', at: sampled(10) })
/** What the recorder writes where nothing at all moved, biases included. */
const unmoved = (built: RunBuilder) => ratio(built, 0).event({ kind: 'not-moved', text: '', step: 1 })
const frozen = (name: string) => ({ ...linear(name, 64, 64), trainable: false })
const drawn = (layer: string, bias: number) => initial({ layer, fanIn: 64, fanOut: 64, spread: 0.125, bias })
const still = ['weights-not-updated']

examines(check, {
  ill: {
    'a head that no optimizer holds': {
      run: learns().table('optimizers', optimizer({ leftOut: 2, leftOutNames: ['head.weight', 'head.bias'] })),
      finds: 'left-out',
      pointsTo: still,
    },
    'everything frozen': {
      run: stuck().table('optimizers', optimizer({ frozen: 6 })),
      finds: 'all-frozen',
      pointsTo: still,
    },
    'two of three layers frozen as they were drawn': {
      run: ratio(learns().table('optimizers', optimizer({ frozen: 4 })), 1e-3)
        .table('layers', frozen('a'), frozen('b'), linear('head', 64, 10))
        .table('initialWeights', drawn('a', 0), drawn('b', 0), drawn('head', 0)),
      finds: 'frozen-untaught',
      pointsTo: still,
    },
    'a rate of 0': {
      run: unmoved(stuck().table('optimizers', optimizer({ learningRate: 0 }))),
      finds: 'rate-is-zero',
      pointsTo: still,
    },
    'steps that move nothing': { run: unmoved(stuck()), finds: 'no-weight-moves', pointsTo: still },
    'the same from events': {
      run: [1, 11, 21].reduce((one, step) => one.event({ kind: 'not-moved', text: '', step }), stuck()),
      finds: 'no-weight-moves',
    },
  },
  well: {
    'all held and moving': ratio(stuck(), 1e-3),
    'dead units, behind which only biases move': ratio(stuck(), 0),
    'a body that is frozen on purpose': ratio(learns().table('optimizers', optimizer({ frozen: 4 })), 1e-3),
    'a frozen body that has learnt: its biases are no longer 0': ratio(
      learns().table('optimizers', optimizer({ frozen: 4 })),
      1e-3,
    )
      .table('layers', frozen('a'), frozen('b'), linear('head', 64, 10))
      .table('initialWeights', drawn('a', 0.06), drawn('b', 0.1), drawn('head', 0)),
    'a warm-up that begins at 0': ratio(stuck().table('optimizers', optimizer({ learningRate: 0 })), 1e-3),
    'steps that a loss scaler skipped': [1, 11, 21].reduce(
      (one, step) => one.event({ kind: 'not-moved', text: '', step }).event({ kind: 'scale-skip', text: '', step }),
      learns(),
    ),
  },
  outside: { 'nobody watched': { run: run().curve('loss', [1, 1, 1]), because: 'optimizers' } },
})

import { examines } from '../run.fixture.ts'
import { labels, learns, stuck, tensor } from '../watched.fixture.ts'
import check from './output-variety.ts'

const outputs = (acrossRows: number, topShare: number) =>
  [1, 50, 100, 150].map((step) => tensor({ step, acrossRows, topShare }))

examines(check, {
  ill: {
    'one answer for every input': {
      run: stuck()
        .table('outputs', ...outputs(1e-7, 1))
        .table('targets', labels()),
      finds: 'outputs-alike',
      pointsTo: ['collapsed-output'],
    },
    'alike, and the loss falls: a hint': {
      run: learns().table('outputs', ...outputs(1e-7, 1)),
      finds: 'outputs-alike',
    },
    'embeddings that lie together': { run: learns().table('outputs', ...outputs(0.02, 0.4)), finds: 'outputs-alike' },
    'one class for every input': {
      run: stuck().table('outputs', ...outputs(0.4, 1)),
      finds: 'one-class-answered',
      pointsTo: ['collapsed-output', 'class-imbalance'],
    },
  },
  well: {
    'different answers': stuck().table('outputs', ...outputs(0.7, 0.3)),
    'alike only at the start': stuck().table('outputs', ...outputs(1e-7, 1).slice(0, 2), ...outputs(0.7, 0.3).slice(2)),
  },
  outside: {
    'the targets are alike too': {
      run: stuck()
        .table('outputs', ...outputs(0, 1))
        .table('targets', labels({ spread: 0 })),
      because: 'targets-alike',
    },
    'the inputs are alike': {
      run: stuck()
        .table('outputs', ...outputs(0, 1))
        .table('inputs', tensor({ spread: 0 })),
      because: 'inputs-alike',
    },
    'a batch of one': { run: stuck().table('outputs', tensor({ shape: [1, 10] })), because: 'no-output-rows' },
    'nobody watched': { run: stuck(), because: 'outputs' },
  },
})

import { doubts, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './doubtful-labels.ts'

const doubted = (rows: number, accuracy: number, of = 800) =>
  run().table('suspiciousLabels', doubts(rows, accuracy, of))

examines(check, {
  ill: {
    'every twentieth label': { run: doubted(40, 0.9), finds: 'labels-doubted', pointsTo: ['label-noise'] },
    'every fiftieth': { run: doubted(16, 0.96), finds: 'some-labels-doubted', pointsTo: ['label-noise'] },
  },
  well: {
    'one in a hundred': doubted(8, 0.985),
    'two rows': doubted(2, 0.98, 100),
    'classes that overlap: the models are often wrong and rarely sure': doubted(40, 0.8),
  },
  outside: {
    'models that are right in half of the cases': { run: doubted(40, 0.55), because: 'models-foresee-little' },
    'a regression': { run: run().table('suspiciousLabels'), because: 'no-classes' },
    'nobody looked at the data': { run: stuck(), because: 'suspiciousLabels' },
  },
})

weighsBeside(check, { data: doubted(40, 0.9), cause: 'label-noise', shows: stuck(), lacks: learns(), sees: true })

import { examines, run } from '../run.fixture.ts'
import { learns, sampled, stuck } from '../watched.fixture.ts'
import check from './gradients-cleared.ts'

const kept = (count: number, built = learns()) =>
  Array.from({ length: count }, (_, i) => 2 + i).reduce(
    (one, step) => one.event({ kind: 'not-cleared', text: 'gradients kept', step }),
    built.curve('grad_norm', Array(8).fill(1), { axis: 'step', at: sampled(8) }),
  )

examines(check, {
  ill: {
    'kept at nearly every step': { run: kept(7), finds: 'gradients-kept', pointsTo: ['gradients-not-cleared'] },
    'kept at some steps of a short run': { run: kept(4, stuck()), finds: 'gradients-kept' },
  },
  well: {
    'cleared each time': stuck(),
    'kept once': kept(1),
  },
  outside: { 'nobody watched': { run: run().curve('loss', [1, 2]), because: 'optimizers' } },
})

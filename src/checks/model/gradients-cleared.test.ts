import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './gradients-cleared.ts'

/** The recorder counts all checks so far at the 2nd, 4th, 8th, ... of them. */
const kept = (counts: readonly (readonly [number, number])[], built = learns()) =>
  counts.reduce(
    (one, [of, all]) =>
      one.event({ kind: 'not-cleared', text: `${of} of ${all} checked steps`, step: all + 1, value: of / all }),
    built,
  )

examines(check, {
  ill: {
    'kept at every step': {
      run: kept([
        [2, 2],
        [4, 4],
        [8, 8],
      ]),
      finds: 'gradients-kept',
      pointsTo: ['gradients-not-cleared'],
    },
    'kept in a run of three steps': { run: kept([[2, 2]], stuck()), finds: 'gradients-kept' },
  },
  well: {
    'cleared each time': stuck(),
    'kept once, for two batches at a time': kept([[1, 8]]),
  },
  outside: { 'nobody watched': { run: run().curve('loss', [1, 2]), because: 'optimizers' } },
})

import { audit, heldOutEqual, heldOutWorse, shift, shifted, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './shifted-columns.ts'

const moved = (how: Parameters<typeof shifted>[1], others = 1) =>
  audit().table(
    'shift',
    shift(0.5, [shifted('age', how), ...Array.from({ length: others }, (_, i) => shifted(`x${i}`))]),
  )

examines(check, {
  ill: {
    'a mean that lies elsewhere': {
      run: moved({ distance: -1.2, ks: 0.4 }),
      finds: 'columns-shifted',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch'],
    },
    'a little elsewhere': { run: moved({ distance: 0.4 }), finds: 'columns-shifted' },
    'two humps of the same mean': { run: moved({ distance: 0, ks: 0.3 }), finds: 'columns-distributed-otherwise' },
    words: {
      run: audit().table('shift', shift(0.5, [{ column: 'town', psi: 0.4, ks: 0.5, share: 0 }])),
      finds: 'columns-distributed-otherwise',
    },
  },
  well: {
    'a split at random': moved({}),
    'no further than chance takes two hundred rows': moved({ distance: 0.34, ks: 0.17 }),
    'nor than it takes one of a thousand columns': moved({ distance: 0.45, ks: 0.2 }, 1000),
    'splits of which no row was looked at': run()
      .table('parts')
      .table('shift', shift(0.5, [shifted('age', { distance: 2 })])),
  },
  outside: {
    'one split': { run: audit().table('shift'), because: 'one-split' },
    'texts alone': { run: audit().table('shift', shift(0.5, [])), because: 'no-number-columns' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'shift' },
  },
})

weighsBeside(check, {
  data: moved({ distance: 1.2 }),
  cause: 'distribution-shift',
  shows: heldOutWorse(),
  lacks: heldOutEqual(),
  sees: true,
})

import { audit, category, heldOutEqual, heldOutWorse, shift, weighsBeside } from '../data.fixture.ts'
import { examines } from '../run.fixture.ts'
import check from './unseen-values.ts'

/** Towns of the held-out split that the training never shows, with their rows. */
const towns = (...unseen: readonly (readonly [string, number])[]) =>
  audit().table('shift', shift(0.5, [{ column: 'town', psi: 0.1, ks: 0.1, share: 0.1, unseen }]))

examines(check, {
  ill: {
    'a seventh of the held-out rows': {
      run: towns(['Ulm', 20], ['Jena', 10]),
      finds: 'categories-unseen',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch'],
    },
    'a hundredth': { run: towns(['Ulm', 2]), finds: 'categories-unseen' },
    'a column of words beside one of names': {
      run: towns(['Ulm', 30]).table('profile', category('town'), category('name', { distinct: 790 })),
      finds: 'categories-unseen',
    },
  },
  well: {
    'one row': towns(['Ulm', 1]),
    none: audit().table('shift', shift(0.5, [])),
    'names, each its own': towns(['Ann', 1], ['Bob', 99]).table('profile', category('town', { distinct: 790 })),
  },
  outside: {
    'one split': { run: audit().table('shift'), because: 'one-split' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'shift' },
  },
})

weighsBeside(check, {
  data: towns(['Ulm', 30]),
  cause: 'distribution-shift',
  shows: heldOutWorse(),
  lacks: heldOutEqual(),
})

// The lists of the check `stated-initializer`.

import { examines, run } from '../run.fixture.ts'
import check from './stated-initializer.ts'

const stated = (initializer: string) => run().fact('initializer', initializer)

examines(check, {
  ill: {
    'all weights 0': { run: stated('zeros'), finds: 'constant-initializer', pointsTo: ['poor-initialization'] },
    'all weights one constant': {
      run: stated('constant 0.1'),
      finds: 'constant-initializer',
      pointsTo: ['poor-initialization'],
    },
    'a normal distribution of spread 1': {
      run: stated('random normal std 1.0'),
      finds: 'wide-initializer',
      pointsTo: ['poor-initialization'],
    },
  },
  well: {
    He: stated('he_normal'),
    Glorot: stated('xavier uniform, gain 1.0'),
    'a normal distribution of spread 0.02': stated('normal std 0.02'),
    'a name that says nothing': stated('orthogonal'),
  },
  outside: { 'nothing is said': { run: run().curve('loss', [1]), because: 'initializerFact' } },
})

import { examines } from '../run.fixture.ts'
import { lossCall, regression, squared, stuck, tensor } from '../watched.fixture.ts'
import check from './output-reach.ts'

const fed = (inputFrom: string, min: number, max: number, share = 0.95) =>
  regression(1, share).table('lossCalls', squared({ inputFrom })).table('targets', tensor({ min, max }))

examines(check, {
  ill: {
    'sigmoid for targets to 85': {
      run: fed('sigmoid', -4.6, 85),
      finds: 'targets-beyond-output',
      pointsTo: ['wrong-output-activation'],
    },
    'tanh for standardised targets': { run: fed('tanh', -2.4, 2.6), finds: 'targets-beyond-output' },
    'ReLU for targets below 0': { run: fed('relu', -1, 4), finds: 'targets-beyond-output' },
    'ReLU for counts that are not learnt': { run: fed('relu', 0, 4), finds: 'relu-before-the-loss' },
  },
  well: {
    linear: fed('linear', -4.6, 85),
    'sigmoid for shares': fed('sigmoid', 0, 1),
    'tanh for targets in -1 to 1': fed('tanh', -1, 1),
    'ReLU for counts that are learnt': fed('relu', 0, 4, 0.05),
  },
  outside: {
    'a classification': {
      run: stuck().table('lossCalls', lossCall()).table('targets', tensor()),
      because: 'no-regression',
    },
    'nobody watched': { run: stuck(), because: 'lossCalls' },
  },
})

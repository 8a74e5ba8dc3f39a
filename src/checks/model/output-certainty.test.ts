import { examines } from '../run.fixture.ts'
import { learns, lossCall, regression, stuck, tensor } from '../watched.fixture.ts'
import check from './output-certainty.ts'

const logits = (size: number) => [1, 100].map((step) => tensor({ step, min: -size, max: size, spread: size / 3 }))
const certain = tensor({ min: 0, max: 1, mean: 0.1, spread: 0.299 })

examines(check, {
  ill: {
    'logits of 500 and a loss that stays': {
      run: stuck().table('outputs', ...logits(500)),
      finds: 'logits-huge',
      pointsTo: ['saturated-output'],
    },
    'probabilities of 0 and 1': {
      run: stuck()
        .table('outputs', certain)
        .table('lossCalls', lossCall({ loss: 'nll', inputFrom: 'softmax' })),
      finds: 'answers-certain',
      pointsTo: ['saturated-output'],
    },
  },
  well: {
    'small logits': stuck().table('outputs', ...logits(4)),
    'large logits under a loss that falls': learns().table('outputs', ...logits(60)),
    'probabilities in between': stuck().table('outputs', tensor({ min: 0.01, max: 0.4, mean: 0.1, spread: 0.05 })),
  },
  outside: {
    'a regression': { run: regression(1, 0.9).table('outputs', tensor()), because: 'no-classification' },
    'nothing finite': { run: stuck().table('outputs', tensor({ nonFinite: 1 })), because: 'no-output-rows' },
    'nobody watched': { run: stuck(), because: 'outputs' },
  },
})

import { examines, run } from '../run.fixture.ts'
import { learns, sampled, stuck, tensor } from '../watched.fixture.ts'
import check from './first-non-finite.ts'

const lost = (text: string) => stuck().event({ kind: 'non-finite', text, step: 14 })

examines(check, {
  ill: {
    'the loss, after leaps of the weights': {
      run: lost('loss').curve('update_ratio', [30, 5000], { metric: 'update-ratio', axis: 'step', at: sampled(2) }),
      finds: 'non-finite-first',
      pointsTo: ['learning-rate-too-high'],
    },
    'a gradient, under an ordinary loss': {
      run: lost('gradient').curve('update_ratio', Array(10).fill(1e-3), {
        metric: 'update-ratio',
        axis: 'step',
        at: sampled(10),
      }),
      finds: 'non-finite-first',
      pointsTo: ['numeric-overflow'],
    },
    'logits that overflow in half precision': {
      run: lost('loss')
        .fact('precision', 'fp16')
        .table('outputs', tensor({ max: 40 })),
      finds: 'non-finite-first',
      pointsTo: ['numeric-overflow'],
    },
    'the inputs': {
      run: lost('loss').table('inputs', tensor({ nonFinite: 0.1 })),
      finds: 'non-finite-from-inputs',
      pointsTo: ['missing-values'],
    },
  },
  well: {
    'everything finite': learns(),
    'large logits that log-softmax takes': learns().table('outputs', tensor({ max: 200 })),
  },
  outside: { 'nobody watched': { run: run().curve('loss', [1, Number.NaN]), because: 'optimizers' } },
})

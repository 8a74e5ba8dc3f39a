import { curve, examines, type RunBuilder, run } from '../run.fixture.ts'
import { optimizer } from '../watched.fixture.ts'
import check from './rate-died.ts'

const all = Array.from({ length: 200 }, (_, i) => i + 1)

/** 200 steps of a ten-class training, and the rate at each of them. */
function scheduled(loss: readonly number[], rate: (part: number) => number): RunBuilder {
  return run()
    .fact('loss_function', 'cross-entropy')
    .fact('classes', 10)
    .table('optimizers', optimizer())
    .curve('loss', loss, { axis: 'step' })
    .curve(
      'learning_rate',
      all.map((step) => rate(step / 200)),
      { metric: 'learning-rate', axis: 'step', at: all },
    )
}

const cut = [...curve(40, 2.3, 1, { tau: 10 }), ...Array(160).fill(1)]

examines(check, {
  ill: {
    'an exponential schedule of epochs that is stepped at every batch': {
      run: scheduled(cut, (part) => 0.01 * 0.5 ** (part * 60)),
      finds: 'rate-died',
      pointsTo: ['learning-rate-too-low'],
    },
  },
  well: {
    'cosine to 0 at the very end': scheduled(curve(200, 2.3, 0.3), (part) => 0.005 * (1 + Math.cos(Math.PI * part))),
    'a warm-up': scheduled(curve(200, 2.3, 0.3), (part) => 0.01 * Math.min(1, 10 * part)),
    'cut where the loss stood already': scheduled(curve(200, 2.3, 1.2, { tau: 4 }), (part) =>
      part < 0.5 ? 0.01 : 1e-6,
    ),
    'gone, and all was learnt before': scheduled(curve(200, 2.3, 0.01, { tau: 20 }), (part) =>
      part < 0.3 ? 0.01 : 1e-6,
    ).curve('val_accuracy', [0.9, 0.98, 0.99]),
  },
  outside: {
    'one rate': {
      run: run().table('optimizers', optimizer()).curve('lr', [0.1], { metric: 'learning-rate', axis: 'step' }),
      because: 'few-values',
    },
    'nobody watched': { run: run().curve('loss', [2, 1]), because: 'optimizers' },
  },
})

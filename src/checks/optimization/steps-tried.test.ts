import { curve, examines, type RunBuilder, run, straight } from '../run.fixture.ts'
import { learns, optimizer, sampled, stuck, watched } from '../watched.fixture.ts'
import check from './steps-tried.ts'

/** Ten tried steps that foretell `foretold` of the loss and bring `part` of it. */
function tried(built: RunBuilder, foretold: number, part?: number): RunBuilder {
  const at = { axis: 'step' as const, at: sampled(10) }
  const told = built.curve('step_foretold', Array(10).fill(-foretold), { metric: 'step-foretold', ...at })
  return part === undefined
    ? told
    : told.curve('step_change', Array(10).fill(-foretold * part), { metric: 'step-change', ...at })
}

const over = { kind: 'end', text: '', step: 200 } as const
const losing = (loss: readonly number[]) =>
  run()
    .event(over)
    .fact('loss_function', 'cross-entropy')
    .fact('classes', 10)
    .table('optimizers', optimizer())
    .curve('loss', loss, { axis: 'step' })

examines(check, {
  ill: {
    'half the loss foretold, and a tenth of that came': {
      run: tried(stuck(), 0.5, 0.1),
      finds: 'steps-overshoot',
      pointsTo: ['learning-rate-too-high'],
    },
    'the loss rises at each step': { run: tried(stuck(), 0.4, -0.3), finds: 'steps-overshoot' },
    'more foretold than there is, and what came is not known': {
      run: tried(stuck(), 12),
      finds: 'steps-overshoot',
      pointsTo: ['learning-rate-too-high'],
    },
    'two steps that threw the loss up, and no gradient after them': {
      run: stuck()
        .curve('step_foretold', [-4, -1.8, 0, 0, 0, 0, 0, 0], { metric: 'step-foretold', axis: 'step', at: sampled(8) })
        .curve('step_change', [4.5, 0.3, 0, 0, 0, 0, 0, 0], { metric: 'step-change', axis: 'step', at: sampled(8) }),
      finds: 'steps-overshoot',
      pointsTo: ['learning-rate-too-high'],
    },
    'a ten-thousandth a step, all of it, and nothing is learnt': {
      run: tried(stuck(), 1e-4, 1),
      finds: 'steps-lead-nowhere',
      pointsTo: ['learning-rate-too-low'],
    },
    'short steps, and the loss still falls at the end': {
      run: tried(losing(curve(200, 2.3, 0.6, { tau: 150, noise: 0.01 })), 0.008, 0.99),
      finds: 'steps-lead-nowhere',
      pointsTo: ['learning-rate-too-low'],
    },
    'few steps in all': {
      run: tried(
        run()
          .fact('classes', 10)
          .fact('loss_function', 'cross-entropy')
          .table('optimizers', optimizer())
          .curve('loss', straight(40, 2.3, 2.1), { axis: 'step' })
          .event(over),
        0.002,
        1,
      ),
      finds: 'steps-lead-nowhere',
    },
    'plain SGD that gets nowhere': {
      run: tried(stuck(), 1e-4, 1).table('optimizers', optimizer({ kind: 'sgd', momentum: 0 })),
      finds: 'steps-lead-nowhere',
      pointsTo: ['wrong-optimizer'],
    },
  },
  well: {
    'tries that foretell less than the loss lost between them': tried(
      losing(curve(200, 2.3, 0.15, { tau: 60, noise: 0.01 })),
      0.006,
      0.99,
    ),
    'only the first steps could be tried, and steps like them lead far': losing(
      curve(200, 2.3, 1.2, { tau: 60, noise: 0.01 }),
    )
      .curve('step_foretold', Array(5).fill(-0.05), { metric: 'step-foretold', axis: 'step', at: [2, 3, 4, 5, 7] })
      .curve('step_change', Array(5).fill(-0.05), { metric: 'step-change', axis: 'step', at: [2, 3, 4, 5, 7] }),
    'only the first steps could be tried, short ones, and the loss still falls at the end': losing(
      curve(200, 2.3, 0.16, { tau: 60, noise: 0.01 }),
    )
      .curve('step_foretold', Array(4).fill(-0.007), { metric: 'step-foretold', axis: 'step', at: [2, 3, 4, 5] })
      .curve('step_change', Array(4).fill(-0.0068), { metric: 'step-change', axis: 'step', at: [2, 3, 4, 5] }),
    'what is foretold comes, and leads far': tried(learns(), 0.05, 0.9),
    'half of it comes: the best a step can do along a parabola': tried(watched(0.4), 0.3, 0.5),
    'long steps of a run that has learnt all there is': tried(learns(), 0.5, 0.1),
    'short steps of a run that has learnt all there is': tried(learns(), 1e-4, 1),
    'a training that goes on may still get there': tried(
      run()
        .fact('loss_function', 'cross-entropy')
        .fact('classes', 10)
        .table('optimizers', optimizer())
        .curve('loss', curve(120, 2.3, 1.4, { tau: 150, noise: 0.01 }), { axis: 'step' }),
      0.008,
      0.99,
    ),
    'next to nothing is foretold beside a loss that stands at its floor': tried(
      losing(curve(200, 2.3, 1.2, { tau: 20, noise: 0.02 })),
      0.006,
      0.99,
    ),
  },
  outside: {
    'no gradient at all: another question': { run: tried(stuck(), 0), because: 'gradient-zero' },
    'three tries': {
      run: stuck().curve('step_foretold', [-1, -1, -1], { metric: 'step-foretold', axis: 'step', at: [1, 2, 3] }),
      because: 'few-values',
    },
    'nobody watched': { run: stuck(), because: 'stepForetold' },
  },
})

import { examines, type RunBuilder, straight } from '../run.fixture.ts'
import { learns, sampled, stuck } from '../watched.fixture.ts'
import check from './update-size.ts'

const ratio = (built: RunBuilder, from: number, to = from) =>
  built.curve(
    'update_ratio',
    straight(10, Math.log10(from), Math.log10(to)).map((one) => 10 ** one),
    { metric: 'update-ratio', axis: 'step', at: sampled(10) },
  )

examines(check, {
  ill: {
    'steps as large as the weights': {
      run: ratio(stuck(), 1, 0.5),
      finds: 'updates-large',
      pointsTo: ['learning-rate-too-high'],
    },
    'a first step three times the weights, though what the steps bring was measured': {
      run: ratio(stuck(), 3, 0.01).curve('step_foretold', Array(4).fill(-0.01), {
        metric: 'step-foretold',
        axis: 'step',
        at: sampled(4),
      }),
      finds: 'updates-large',
      pointsTo: ['learning-rate-too-high'],
    },
    'large at the start, tiny after the damage': { run: ratio(stuck(), 3, 1e-6), finds: 'updates-large' },
    'a millionth': { run: ratio(stuck(), 1e-6), finds: 'updates-small', pointsTo: ['learning-rate-too-low'] },
    'a millionth of what gets no gradient': {
      run: ratio(stuck(), 1e-6).curve('grad_norm', Array(10).fill(1e-9), { axis: 'step', at: sampled(10) }),
      finds: 'updates-small',
      pointsTo: ['vanishing-gradients'],
    },
  },
  well: {
    'a thousandth beside a loss that stays': ratio(stuck(), 2e-3),
    'a tenth, and the loss falls': ratio(learns(), 0.1, 0.01),
    'a millionth, and the loss falls': ratio(learns(), 1e-6),
  },
  outside: {
    'no weight moves: another question': {
      run: stuck().curve('update_ratio', [0, 0, 0], { metric: 'update-ratio', axis: 'step' }),
      because: 'weights-still',
    },
    'one value': {
      run: stuck().curve('update_ratio', [1], { metric: 'update-ratio', axis: 'step' }),
      because: 'few-values',
    },
    'nobody watched': { run: stuck(), because: 'updateRatio' },
  },
})

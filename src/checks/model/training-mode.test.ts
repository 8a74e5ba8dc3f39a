import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './training-mode.ts'

const mode = (built: RunBuilder, text: string, training: boolean) =>
  built.event({ kind: 'mode', text, step: 1, value: training ? 1 : 0 })
const norm = (built: RunBuilder) => built.fact('batch_norm', true).curve('val_loss', [2, 1.9, 1.8])

examines(check, {
  ill: {
    'training steps in eval mode with BatchNorm': {
      run: mode(norm(stuck()), 'eval', true),
      finds: 'trains-in-eval-mode',
      pointsTo: ['batch-norm-statistics'],
    },
    'dropout that never works': {
      run: mode(learns().fact('dropout', 0.5), 'eval', true),
      finds: 'trains-in-eval-mode',
    },
    'validation in train mode': {
      run: mode(mode(norm(learns()), 'train', true), 'train', false),
      finds: 'evaluates-in-train-mode',
      pointsTo: ['batch-norm-statistics'],
    },
  },
  well: { 'each in its own': mode(mode(norm(stuck()), 'train', true), 'eval', false) },
  outside: {
    'nothing that differs between the modes': { run: mode(stuck(), 'eval', true), because: 'modes-alike' },
    'no mode was seen': { run: stuck().event({ kind: 'resume', text: '' }), because: 'no-modes' },
    'events of a log': { run: mode(run(), 'eval', true), because: 'optimizers' },
  },
})

import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns, optimizer } from '../watched.fixture.ts'
import check from './resumed-state.ts'

const resumed = (built: RunBuilder, ...texts: readonly string[]) =>
  texts.reduce((one, text) => one.event({ kind: 'resume', text, step: 100 }), built)
const jump = run()
  .table('optimizers', optimizer())
  .curve('loss', [...Array(100).fill(0.4), ...Array(100).fill(0.9)], { axis: 'step' })

examines(check, {
  ill: {
    'weights without state, and the loss jumps': {
      run: resumed(jump, 'model'),
      finds: 'state-lost-and-jump',
      pointsTo: ['lost-optimizer-state'],
    },
    'weights without state': { run: resumed(learns(), 'model'), finds: 'state-lost' },
  },
  well: {
    'both came back': resumed(jump, 'model', 'optimizer'),
    'plain SGD has no state': resumed(learns(), 'model').table('optimizers', optimizer({ kind: 'sgd', momentum: 0 })),
  },
  outside: {
    'a run from the start': { run: learns().event({ kind: 'checkpoint', text: '' }), because: 'no-resume' },
    'a log that says so': { run: resumed(run(), 'resumed from epoch 3'), because: 'optimizers' },
  },
})

import { examines } from '../run.fixture.ts'
import { labels, lossCall, regression, squared, stuck, tensor } from '../watched.fixture.ts'
import check from './label-range.ts'

const bce = lossCall({ loss: 'binary-cross-entropy', inputShape: [32, 1], targetShape: [32, 1] })
const binary = (min: number, max: number, distinct?: number) =>
  tensor({ name: 'target', min, max, ...(distinct && { distinct }) })

examines(check, {
  ill: {
    'labels from 1 to 10 for ten units': {
      run: stuck()
        .table('lossCalls', lossCall())
        .table('targets', labels({ min: 1, max: 10 })),
      finds: 'labels-outside-units',
      pointsTo: ['labels-out-of-range'],
    },
    'a label of -1 that nothing ignores': {
      run: stuck()
        .table('lossCalls', lossCall())
        .table('targets', labels({ min: -1 })),
      finds: 'labels-outside-units',
    },
    'classes 1 and 2 for a binary loss': {
      run: stuck()
        .table('lossCalls', bce)
        .table('targets', binary(1, 2, 2)),
      finds: 'targets-outside-probability',
      pointsTo: ['labels-out-of-range'],
    },
    'values for a binary loss': {
      run: stuck().table('lossCalls', bce).table('targets', binary(-2.7, 3.1)),
      finds: 'targets-outside-probability',
      pointsTo: ['wrong-loss'],
    },
  },
  well: {
    'labels 0 to 9': stuck().table('lossCalls', lossCall()).table('targets', labels()),
    'padding of -100': stuck()
      .table('lossCalls', lossCall())
      .table('targets', labels({ min: -100 })),
    'padding that is said': stuck()
      .table('lossCalls', lossCall({ settings: ['ignore_index=-1'] }))
      .table('targets', labels({ min: -1 })),
    probabilities: stuck().table('lossCalls', bce).table('targets', binary(0, 1)),
  },
  outside: {
    'a regression': {
      run: regression(1, 0.5).table('lossCalls', squared()).table('targets', tensor()),
      because: 'no-classification',
    },
    'soft labels': {
      run: stuck()
        .table('lossCalls', lossCall())
        .table('targets', tensor({ sumsToOne: true })),
      because: 'no-class-numbers',
    },
    'nobody watched': { run: stuck(), because: 'targets' },
  },
})

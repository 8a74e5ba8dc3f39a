import { audit, classes } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './classes-in-splits.ts'

const TRAIN = classes('train', { cat: 400, dog: 400 })
const held = (rows: Readonly<Record<string, number>>) => audit().table('labels', ...TRAIN, ...classes('val', rows))

examines(check, {
  ill: {
    'a training of cats': {
      run: audit().table('labels', ...classes('train', { cat: 800 }), ...classes('val', { cat: 100, dog: 100 })),
      finds: 'split-of-one-class',
      pointsTo: ['single-class', 'unshuffled-data'],
    },
    'a validation of cats': { run: held({ cat: 200 }), finds: 'split-of-one-class', pointsTo: ['single-class'] },
    'data of cats': {
      run: audit().table('labels', ...classes('all', { cat: 800 })),
      finds: 'split-of-one-class',
      pointsTo: ['single-class'],
    },
    'birds in the validation alone': {
      run: held({ cat: 100, bird: 50, owl: 50 }),
      finds: 'classes-unknown-to-training',
      pointsTo: ['unshuffled-data', 'distribution-shift'],
    },
  },
  well: {
    'the same classes': held({ cat: 100, dog: 100 }),
    'one bird in two hundred': held({ cat: 100, dog: 99, bird: 1 }),
    'a validation of four rows': held({ cat: 4 }),
    'data that are not divided': audit().table('labels', ...classes('all', { cat: 400, dog: 400 })),
    'no training beside it': audit().table(
      'labels',
      ...classes('val', { cat: 9, dog: 9 }),
      ...classes('test', { cat: 9, owl: 9 }),
    ),
  },
  outside: {
    'no labels': { run: audit().table('labels'), because: 'no-classes' },
    'one split of which nothing else is known': { run: run().table('labels', ...TRAIN), because: 'no-classes' },
    'a regression': { run: audit(), because: 'labels' },
  },
})

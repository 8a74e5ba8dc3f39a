import { classes, weighsBeside } from '../data.fixture.ts'
import { examines, run, straight } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './class-shares.ts'

const shares = (rows: Readonly<Record<string, number>>) =>
  run().table('labels', ...classes('train', rows), ...classes('val', { no: 100, yes: 100 }))
const uneven = shares({ no: 740, yes: 60 })
const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`class ${i}`, i === 0 ? 500 : 5]))

examines(check, {
  ill: {
    'one in thirteen': { run: uneven, finds: 'classes-uneven', pointsTo: ['class-imbalance'] },
    'one in five': {
      run: shares({ no: 400, yes: 100 }),
      finds: 'classes-somewhat-uneven',
      pointsTo: ['class-imbalance'],
    },
    'the rare class first': { run: shares({ yes: 60, no: 740 }), finds: 'classes-uneven' },
    'data that are not divided': {
      run: run().table('labels', ...classes('all', { a: 900, b: 20 })),
      finds: 'classes-uneven',
    },
  },
  well: {
    'just below four to one': shares({ no: 399, yes: 100 }),
    'a class of which the training has no row': shares({ no: 400, yes: 300, maybe: 0 }),
  },
  outside: {
    'one class': { run: shares({ no: 800 }), because: 'no-classes' },
    'two hundred and one classes': { run: shares(many), because: 'no-classes' },
    'a regression': { run: stuck(), because: 'labels' },
  },
})

const guesses = learns().curve('accuracy', straight(10, 0.91, 0.925))
weighsBeside(check, { data: uneven, cause: 'class-imbalance', shows: guesses, lacks: learns(), sees: true })

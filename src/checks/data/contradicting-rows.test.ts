import { conflict, weighsBeside } from '../data.fixture.ts'
import { examines, run, straight } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './contradicting-rows.ts'

const conflicts = (rows: number, of = 800) =>
  run().table('conflicts', conflict({ groups: Math.ceil(rows / 2), rows, of, ceiling: 1 - rows / 2 / of }))

examines(check, {
  ill: {
    'an eighth of the rows': {
      run: conflicts(100),
      finds: 'rows-contradict',
      pointsTo: ['conflicting-labels', 'label-noise'],
    },
    'a hundredth': { run: conflicts(10), finds: 'rows-contradict' },
    'one pair of them': { run: conflicts(2), finds: 'rows-contradict' },
    'those of the test split': {
      run: run().table(
        'conflicts',
        conflict(),
        conflict({ split: 'test', groups: 9, rows: 20, of: 200, ceiling: 0.95 }),
      ),
      finds: 'rows-contradict',
    },
  },
  well: { none: conflicts(0), 'one pair in two thousand': conflicts(2, 2000) },
  outside: {
    'nothing was compared': { run: run().table('conflicts'), because: 'no-rows' },
    'no rows': { run: conflicts(0, 0), because: 'no-rows' },
    'a regression': { run: stuck(), because: 'conflicts' },
  },
})

const reaches = (accuracy: number) => learns().curve('accuracy', straight(10, 0.5, accuracy))
weighsBeside(check, {
  data: conflicts(100),
  cause: 'conflicting-labels',
  shows: reaches(0.94),
  lacks: reaches(0.995),
  sees: true,
})

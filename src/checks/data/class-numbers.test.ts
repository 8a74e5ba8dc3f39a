import { category, classes, column, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './class-numbers.ts'

const numbers = (...labels: readonly number[]) =>
  run()
    .table('profile', column('age'), column('y', { role: 'label', kind: 'integer' }))
    .table('labels', ...labels.flatMap((label) => classes('train', { [label]: 80 })))
const beyond = numbers(0, 1, 2).fact('output_units', 2)

examines(check, {
  ill: {
    'more classes than units': { run: beyond, finds: 'class-beyond-units', pointsTo: ['labels-out-of-range'] },
    'a class of -1': { run: numbers(-1, 0, 1), finds: 'class-below-zero', pointsTo: ['labels-out-of-range'] },
    'a class that is left out': {
      run: numbers(0, 1, 3),
      finds: 'class-numbers-gap',
      pointsTo: ['labels-out-of-range'],
    },
    'counted from 1': { run: numbers(1, 2, 3), finds: 'class-numbers-from-one', pointsTo: ['labels-out-of-range'] },
  },
  well: {
    'counted from 0': numbers(2, 0, 1),
    'as many units as classes': numbers(0, 1, 2).fact('output_units', 3),
    'a single unit': numbers(0, 1, 2).fact('output_units', 1),
  },
  outside: {
    'two classes, -1 and 1': { run: numbers(-1, 1), because: 'no-class-numbers' },
    halves: { run: numbers(0, 0.5, 1), because: 'no-class-numbers' },
    words: {
      run: numbers(1, 2, 3).table('profile', category('y', { role: 'label' })),
      because: 'no-class-numbers',
    },
    'no label column': { run: numbers(1, 2, 3).table('profile', column('age')), because: 'no-class-numbers' },
    'a regression': { run: stuck(), because: 'labels' },
  },
})

weighsBeside(check, {
  data: beyond,
  cause: 'labels-out-of-range',
  shows: stuck(),
  lacks: learns(),
  sees: true,
})

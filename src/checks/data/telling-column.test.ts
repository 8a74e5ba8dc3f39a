import { heldOutEqual, telling, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './telling-column.ts'

/** The best column, and others of which nobody asked what the models know without them. */
const tells = (alone: number, without: number, guess = 0.5) =>
  run().table(
    'telling',
    telling(alone, without, { guess }),
    telling(0.6, Number.NaN, { column: 'age', information: 0.1 }),
  )

examines(check, {
  ill: {
    'a sum that the label is made from': {
      run: tells(0.999, 0.8),
      finds: 'column-tells-all',
      pointsTo: ['data-leakage'],
    },
    'the label itself': { run: tells(1, 0.9), finds: 'column-tells-all' },
    'nearly all of it, where the others know little': { run: tells(0.96, 0.5), finds: 'column-tells-all' },
    'more than a cause of the label does': {
      run: tells(0.93, 0.75),
      finds: 'column-tells-most',
      pointsTo: ['data-leakage'],
    },
  },
  well: {
    'a good column': tells(0.85, 0.6),
    'others that know as much': tells(0.99, 0.985),
    'a guess that is as good': tells(0.99, 0.9, 0.99),
    'one that tells nothing': tells(0.5, 0.9),
  },
  outside: {
    'no label': { run: run().table('telling'), because: 'no-label-column' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'telling' },
  },
})

// a column that tells the label does so in every split: no curve speaks against it
weighsBeside(check, { data: tells(0.999, 0.8), cause: 'data-leakage', shows: heldOutEqual(), sees: true })
weighsBeside(check, { data: tells(0.93, 0.75), cause: 'data-leakage', shows: heldOutEqual() })

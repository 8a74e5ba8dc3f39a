import { category, column } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './constant-columns.ts'

const CONSTANT = { kind: 'constant', min: 7, max: 7, mean: 7, spread: 0, distinct: 1 } as const
const columns = (...list: readonly ReturnType<typeof column>[]) => run().table('profile', column('age'), ...list)

examines(check, {
  ill: {
    'one number everywhere': { run: columns(column('year', CONSTANT)), finds: 'columns-constant' },
    'one word everywhere': { run: columns(category('country', { distinct: 1 })), finds: 'columns-constant' },
    'a column without a single cell': {
      run: columns(category('remark', { distinct: 0, missing: 800 })),
      finds: 'columns-constant',
    },
    'ten rows': { run: run().table('profile', column('year', { ...CONSTANT, count: 10 })), finds: 'columns-constant' },
  },
  well: {
    'two values': columns(column('smokes', { min: 0, max: 1, distinct: 2 })),
    'a label of one class, which is asked elsewhere': columns(column('y', { ...CONSTANT, role: 'label' })),
    'constant in the held-out split alone': columns(column('age', { ...CONSTANT, split: 'val' })),
  },
  outside: {
    'nine rows': { run: run().table('profile', column('year', { ...CONSTANT, count: 9 })), because: 'few-data-rows' },
    'no feature': { run: run().table('profile', column('y', { role: 'label' })), because: 'few-data-rows' },
    'nobody looked at the data': { run: run(), because: 'profile' },
  },
})

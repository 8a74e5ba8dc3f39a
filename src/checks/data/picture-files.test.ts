import type { PictureFault } from '../../record/data-tables.ts'
import { audit, part } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './picture-files.ts'

const faults = (...list: readonly PictureFault['fault'][]) =>
  audit().table('pictures', ...list.map((fault, i) => ({ file: `cats/${i}.png`, fault })))

examines(check, {
  ill: {
    'a file that breaks off': { run: faults('unreadable'), finds: 'pictures-unreadable', pointsTo: ['missing-values'] },
    'an empty file beside a black picture': { run: faults('uniform', 'empty'), finds: 'pictures-unreadable' },
    'three black pictures in a thousand': {
      run: faults('uniform', 'uniform', 'uniform'),
      finds: 'pictures-uniform',
      pointsTo: ['outliers'],
    },
  },
  well: {
    none: faults(),
    'two black pictures in a thousand': faults('uniform', 'uniform'),
    'no picture at all': run().table('parts', part('train', 0)).table('pictures'),
  },
  outside: {
    'a table': { run: audit(), because: 'pictures' },
    'a folder of which no split is known': {
      run: run().table('pictures', { file: 'a.png', fault: 'empty' }),
      because: 'parts',
    },
  },
})

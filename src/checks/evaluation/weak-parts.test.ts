import { expect, it } from 'vitest'
import { segment } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './weak-parts.ts'

const told = (...rows: ReturnType<typeof segment>[]) => run().table('segments', ...rows)
const weak = segment({ where: '60 … 90', score: 0.5, rest: 0.85, z: 6 })

examines(check, {
  ill: {
    'the oldest': { run: told(segment(), weak), finds: 'part-worse', pointsTo: ['too-little-data'] },
    'an error that is half as large again': {
      run: told(segment({ measure: 'mae', score: 1.5, rest: 1, z: 5 })),
      finds: 'part-worse',
    },
    'an error beside none': { run: told(segment({ measure: 'mae', score: 1, rest: 0, z: 5 })), finds: 'part-worse' },
    'rows of the training, where there are no others': { run: told({ ...weak, split: 'train' }), finds: 'part-worse' },
    'rows that are not divided': { run: told({ ...weak, split: 'all' }), finds: 'part-worse' },
  },
  well: {
    'parts that are alike': told(segment()),
    'a difference that the search over parts finds by chance': told(segment({ score: 0.5, z: 1.5 })),
    'a sure difference of three points': told(segment({ score: 0.79, z: 5 })),
    'a sure difference of the error by a twentieth': told(segment({ measure: 'mae', score: 1.05, rest: 1, z: 5 })),
    'weak on the training alone': told({ ...weak, split: 'train' }, segment()),
  },
  outside: {
    'no part': { run: told(), because: 'no-parts' },
    'nothing was predicted': { run: learns(), because: 'segments' },
  },
})

it('weak-parts speaks of the surest part, and shows the others of its split beside it', () => {
  const others = [segment(), segment({ split: 'val', z: 2 }), weak]
  const answer = check.ask(told(...others).record)
  expect(answer.state === 'found' && answer.findings[0]).toMatchObject({
    where: { split: 'test' },
    values: { column: 'age', part: '60 … 90', rows: 50, score: 0.5, rest: 0.85 },
    exhibits: [{ kind: 'table', rows: [others[0], weak].map((one) => ['age', one!.where, 50, one!.score, one!.rest]) }],
  })
})

import { expect, it } from 'vitest'
import { predicted } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './finite-predictions.ts'

const told = (...parts: ReturnType<typeof predicted>[]) => run().table('predictions', ...parts)

examines(check, {
  ill: {
    'every prediction is NaN': {
      run: told(predicted('test', 400, { nonFinite: 400, left: 400 })),
      finds: 'predictions-not-finite',
      pointsTo: ['missing-values', 'numeric-overflow'],
    },
    'three of them': { run: told(predicted('test', 400, { nonFinite: 3 })), finds: 'predictions-not-finite' },
    'on one of two splits': {
      run: told(predicted('train', 800), predicted('test', 400, { nonFinite: 3 })),
      finds: 'predictions-not-finite',
    },
    'rows that are not divided': {
      run: told(predicted('all', 400, { nonFinite: 3 })),
      finds: 'predictions-not-finite',
    },
  },
  well: {
    'numbers only': told(predicted('train', 800), predicted('test', 400)),
    'rows without a truth': told(predicted('test', 400, { left: 20 })),
    'a file of no rows': told(predicted('test', 0)),
  },
  outside: {
    'no file': { run: told(), because: 'few-predictions' },
    'nothing was predicted': { run: learns(), because: 'predictions' },
  },
})

it('finite-predictions names the split that has most, and says that something is wrong', () => {
  const parts = [predicted('train', 800, { nonFinite: 3 }), predicted('test', 400, { nonFinite: 9 })]
  const answer = check.ask(told(...parts).record)
  expect(answer.state === 'found' && answer.findings[0]).toMatchObject({
    ill: true,
    where: { split: 'test' },
    values: { split: 'test', count: 9, rows: 400 },
  })
})

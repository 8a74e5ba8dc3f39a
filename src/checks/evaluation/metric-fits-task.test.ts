import { expect, it } from 'vitest'
import { accuracy, confusion, r2 } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './metric-fits-task.ts'

const table = confusion('test', [
  [190, 0],
  [8, 2],
])
const told = (...scores: ReturnType<typeof accuracy>) =>
  run()
    .table('confusion', table)
    .table('scores', ...scores)
/** 95 of 100 rows are of one class. */
const rare = (split: 'train' | 'val' | 'test', value: number, balanced: number) =>
  accuracy(split, value, { balanced, guess: 0.95 })

examines(check, {
  ill: {
    '96 right of 100, of which 95 are of one class': {
      run: told(...rare('test', 0.96, 0.6)),
      finds: 'accuracy-flatters',
      pointsTo: ['class-imbalance', 'wrong-metric'],
    },
    'always the larger class': { run: told(...rare('test', 0.95, 0.5)), finds: 'accuracy-flatters' },
    'a validation alone': { run: told(...rare('val', 0.96, 0.6)), finds: 'accuracy-flatters' },
    'the training alone': { run: told(...rare('train', 0.96, 0.6)), finds: 'accuracy-flatters' },
    'a guess that is not known': {
      run: told(...rare('test', 0.96, 0.6).filter((one) => one.of === 'model')),
      finds: 'accuracy-flatters',
    },
  },
  well: {
    'both classes found': told(...rare('test', 0.98, 0.94)),
    'an accuracy that looks as poor as it is': told(...accuracy('test', 0.6, { balanced: 0.4 })),
    'the test decides where the training flatters': told(...rare('train', 0.96, 0.6), ...rare('test', 0.97, 0.95)),
  },
  outside: {
    'a regression': { run: told(...r2('test', 0.9)), because: 'no-classes' },
    'an accuracy alone': { run: told(accuracy('test', 0.96)[0]!), because: 'no-classes' },
    'no scores': { run: told(), because: 'no-classes' },
    'classes that nobody counted': { run: told(...rare('test', 0.96, 0.6)).table('confusion'), because: 'no-classes' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('metric-fits-task is surer of the metric where the score is hardly above the guess', () => {
  const weight = (value: number, balanced: number) => {
    const answer = check.ask(told(...accuracy('test', value, { balanced, guess: 0.88 })).record)
    return answer.state === 'found' ? answer.findings[0]!.points['wrong-metric']! : 0
  }
  expect(weight(0.89, 0.5)).toBeGreaterThan(weight(0.98, 0.7))
  expect(weight(0.98, 0.7)).toBeGreaterThan(0)
})

import { expect, it } from 'vitest'
import { accuracy, classified, predicted, regressed, scored } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './beats-guessing.ts'

const one = (split: 'train' | 'all', value: number) =>
  run()
    .table('predictions', predicted(split, 400))
    .table('scores', ...accuracy(split, value))
/** Nine of ten rows are of one class. */
const uneven = (value: number, balanced: number) =>
  run()
    .table('predictions', predicted('test', 400))
    .table('scores', ...accuracy('test', value, { balanced, guess: 0.9 }))

examines(check, {
  ill: {
    'half right of two classes, on both splits': {
      run: classified(0.51, 0.5),
      finds: 'no-better-than-guessing',
      pointsTo: ['uninformative-features', 'misaligned-labels'],
    },
    'learnt, and nothing of it holds': {
      run: classified(0.97, 0.5),
      finds: 'guessing-on-held-out',
      pointsTo: ['overfitting', 'preprocessing-mismatch', 'distribution-shift'],
    },
    'worse than the mean of the targets': { run: regressed(-0.1, -0.2), finds: 'no-better-than-guessing' },
    'a regression that learnt its rows by heart': { run: regressed(0.9, 0), finds: 'guessing-on-held-out' },
    'nine of ten right, where nine of ten are of one class': {
      run: uneven(0.9, 0.5),
      finds: 'no-better-than-guessing',
    },
    'the rows of the training are all there is': { run: one('train', 0.5), finds: 'no-better-than-guessing' },
    'rows that are not divided': { run: one('all', 0.5), finds: 'no-better-than-guessing' },
    'a score above the guess by less than its error': { run: classified(0.6, 0.52), finds: 'no-better-than-guessing' },
  },
  well: {
    'nine of ten': classified(0.92, 0.9),
    'one in five more than the guess, of many classes': classified(0.3, 0.3, { guess: 0.1 }),
    'a regression': regressed(0.9, 0.85),
    'the rare class found too': uneven(0.91, 0.8),
    'rows that are not divided': one('all', 0.9),
  },
  outside: {
    'nineteen rows': { run: classified(0.9, 0.5, { rows: 19 }), because: 'few-predictions' },
    'nobody says of how many rows': {
      run: run().table('scores', ...accuracy('test', 0.5)),
      because: 'few-predictions',
    },
    'no guess to compare with': {
      run: run().table('scores', accuracy('test', 0.5)[0]!),
      because: 'no-scores',
    },
    'a measure that does not fit': { run: run().table('scores', ...scored('test', 'auc', 0.5)), because: 'no-scores' },
    'no scores': { run: run().table('scores'), because: 'no-scores' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('beats-guessing says that something is wrong where nothing was learnt, or the score is at the guess', () => {
  const ill = (built: ReturnType<typeof one>) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]!.ill : undefined
  }
  expect([classified(0.51, 0.52), classified(0.97, 0.5), classified(0.97, 0.52)].map(ill)).toEqual([true, true, false])
})

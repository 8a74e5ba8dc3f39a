import { expect, it } from 'vitest'
import { accuracy, classified, confusion, predicted, regressed } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './sound-predictions.ts'

const three = (train: number, val: number, test: number) =>
  run()
    .table('predictions', predicted('train', 800), predicted('val', 400), predicted('test', 400))
    .table('scores', ...accuracy('train', train), ...accuracy('val', val), ...accuracy('test', test))
const testAlone = run()
  .table('predictions', predicted('test', 400))
  .table('scores', ...accuracy('test', 0.9))

examines(check, {
  ill: {
    'as good on unseen rows': { run: classified(0.92, 0.9), finds: 'predictions-hold', pointsTo: ['healthy'] },
    'three splits alike': { run: three(0.92, 0.9, 0.91), finds: 'predictions-hold' },
    'a regression': { run: regressed(0.9, 0.85), finds: 'predictions-hold', pointsTo: ['healthy'] },
    'a test alone': { run: testAlone, finds: 'predictions-beat-guessing', pointsTo: ['healthy'] },
    'classes that are called by their names': {
      run: classified(0.92, 0.9).table(
        'confusion',
        confusion('test', [
          [180, 20],
          [20, 180],
        ]),
      ),
      finds: 'predictions-hold',
    },
    'a guess that is not known': {
      run: run()
        .table('predictions', predicted('test', 400))
        .table('scores', accuracy('test', 0.9)[0]!, accuracy('test', 0.9)[2]!),
      finds: 'predictions-beat-guessing',
    },
  },
  well: {
    'no better than a guess': classified(0.52, 0.51),
    'a little better than a guess': classified(0.6, 0.58),
    'better by less than its error': classified(0.8, 0.7, { error: 0.25 }),
    'twenty points behind the training': classified(0.95, 0.75),
    'a validation that falls': three(0.95, 0.75, 0.92),
    'R2 that falls': regressed(0.95, 0.6),
    'names of the classes that do not fit': classified(0.9, 0.9).table(
      'confusion',
      confusion('test', [
        [30, 70],
        [70, 30],
      ]),
    ),
  },
  outside: {
    'twenty-nine rows': { run: classified(0.92, 0.9, { rows: 29 }), because: 'no-held-out-predictions' },
    'the training alone': {
      run: run()
        .table('predictions', predicted('train', 800))
        .table('scores', ...accuracy('train', 0.9)),
      because: 'no-held-out-predictions',
    },
    'no file': { run: classified(0.92, 0.9).table('predictions'), because: 'no-held-out-predictions' },
    'no scores': { run: classified(0.92, 0.9).table('scores'), because: 'no-held-out-predictions' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('sound-predictions is surer, and speaks against overfitting, where the training is known too', () => {
  const points = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]!.points : {}
  }
  const [both, alone] = [points(classified(0.92, 0.9)), points(testAlone)]
  expect(both.healthy!).toBeGreaterThan(alone.healthy!)
  expect([both.overfitting! < 0, alone.overfitting! < 0]).toEqual([true, false])
})

import { expect, it } from 'vitest'
import { calibration } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './probability-calibration.ts'

const sure = { ece: 0.1, confidence: 0.95, accuracy: 0.85, temperature: 2.2, loss: 0.6, lossThen: 0.4 } as const
const told = (...rows: ReturnType<typeof calibration>[]) => run().table('calibration', ...rows)

examines(check, {
  ill: {
    'sure by 95 % and right in 85': {
      run: told(calibration(sure)),
      finds: 'too-sure',
      pointsTo: ['confidence-not-correctness'],
    },
    'right more often than it dares to say': {
      run: told(calibration({ ...sure, confidence: 0.7, temperature: 0.5 })),
      finds: 'too-unsure',
      pointsTo: ['confidence-not-correctness'],
    },
    'on the test, not on the validation': {
      run: told(calibration({ split: 'val' }), calibration(sure)),
      finds: 'too-sure',
    },
    'a validation alone': { run: told(calibration({ ...sure, split: 'val' })), finds: 'too-sure' },
    'rows that are not divided': { run: told(calibration({ ...sure, split: 'all' })), finds: 'too-sure' },
  },
  well: {
    'as sure as it is right': told(calibration()),
    'an error that chance gives so few rows': told(calibration({ ...sure, rows: 120, eceByChance: 0.06 })),
    'an error that no temperature mends': told(calibration({ ...sure, temperature: 1.1 })),
    'on the validation, not on the test': told(calibration({ ...sure, split: 'val' }), calibration()),
    'nothing that can be fitted': told(calibration({ ...sure, temperature: 0, ece: 0.01 })),
  },
  outside: {
    'rows of the training: there it may be sure': {
      run: told(calibration({ ...sure, split: 'train' })),
      because: 'no-held-out-predictions',
    },
    'ninety-nine rows': { run: told(calibration({ ...sure, rows: 99 })), because: 'few-predictions' },
    'no probabilities': { run: told(), because: 'no-held-out-predictions' },
    'nothing was predicted': { run: learns(), because: 'calibration' },
  },
})

it('probability-calibration is surer of a larger error, and draws how sure against how often right', () => {
  const found = (ece: number) => {
    const answer = check.ask(told(calibration({ ...sure, ece })).record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const cause = 'confidence-not-correctness'
  expect(found(0.2)!.points[cause]!).toBeGreaterThan(found(0.1)!.points[cause]!)
  expect(found(0.1)!.exhibits).toMatchObject([{ kind: 'scatter', x: [0.6, 0.92], y: [0.58, 0.92] }])
})

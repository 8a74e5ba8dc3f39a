import { expect, it } from 'vitest'
import { residuals } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './residual-shape.ts'

const told = (...rows: ReturnType<typeof residuals>[]) => run().table('residuals', ...rows)
const bound = { predictedRange: [0, 1.8], atBound: 0.4, beyond: 0.4 } as const
const constant = { predictedSpread: 0, atBound: 1 } as const

examines(check, {
  ill: {
    'a ReLU behind targets below 0': {
      run: told(residuals(bound)).fact('output_activation', 'relu'),
      finds: 'predictions-at-a-bound',
      pointsTo: ['wrong-output-activation'],
    },
    'the same of which no activation is known': { run: told(residuals(bound)), finds: 'predictions-at-a-bound' },
    'always 0, of targets above it': {
      run: told(residuals({ ...constant, predictedRange: [0, 0], range: [0.2, 4], beyond: 1 })),
      finds: 'predictions-at-a-bound',
    },
    'a bend that a straight line leaves': {
      run: told(residuals({ curved: 0.5 })),
      finds: 'residuals-curved',
      pointsTo: ['model-too-small'],
    },
    'on the training, whatever the test shows': {
      run: told(residuals(), residuals({ split: 'train', curved: 0.5 })),
      finds: 'residuals-curved',
    },
  },
  well: {
    'residuals without a shape': told(residuals({ split: 'train' }), residuals()),
    'a bound that the targets keep to as well': told(residuals({ ...bound, beyond: 0 })),
    'targets beyond predictions that are held by no bound': told(residuals({ beyond: 0.3 })),
    'always the mean of the targets: no bound keeps it there': told(
      residuals({ ...constant, predictedRange: [0.1, 0.1], beyond: 1 }),
    ),
  },
  outside: {
    'forty-nine rows': { run: told(residuals({ ...bound, rows: 49 })), because: 'no-regression-predictions' },
    'no rows': { run: told(), because: 'no-regression-predictions' },
    'nothing was predicted': { run: learns(), because: 'residuals' },
  },
})

it('residual-shape sees the output activation at its own place, and draws truth less prediction', () => {
  const answer = check.ask(told(residuals(bound)).record)
  const found = answer.state === 'found' ? answer.findings[0]! : undefined
  expect(found?.sees).toBe('wrong-output-activation')
  expect(found?.exhibits[0]).toMatchObject({ kind: 'scatter', x: [-1.9, -1.1, 0.1, 0.9, 1.8] })
  const [scatter] = found!.exhibits
  const left = scatter?.kind === 'scatter' ? scatter.y.map((one) => Number(one.toFixed(6))) : []
  expect(left).toEqual([-0.1, 0.1, -0.1, 0.1, 0.2])
})

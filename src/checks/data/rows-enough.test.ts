import { growth, heldOutEqual, heldOutWorse, joined, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './rows-enough.ts'

const grows = (half: number, all: number, rows = 800) => run().table('learningCurve', ...growth(half, all, rows))

examines(check, {
  ill: {
    'ten points with the second half': { run: grows(0.7, 0.8), finds: 'more-rows-help', pointsTo: ['too-little-data'] },
    'a network of a million weights': {
      run: joined(grows(0.7, 0.8).fact('parameters', 1e6), heldOutWorse()),
      finds: 'more-rows-help',
      pointsTo: ['too-little-data'],
    },
  },
  well: {
    'a score that stands': grows(0.8, 0.81),
    'a score that stands, of few rows beside the weights': grows(0.8, 0.81).fact('parameters', 1e6),
    'no more than chance': grows(0.8, 0.822),
    'nothing left to gain': grows(0.9, 0.951),
    'a score that falls': grows(0.8, 0.7),
  },
  outside: {
    'one point': { run: run().table('learningCurve', growth(0.7, 0.8)[0]!), because: 'few-data-rows' },
    'so few rows that a half is all': { run: grows(0.7, 0.8, 0), because: 'few-data-rows' },
    'nothing was learnt': { run: run().table('learningCurve'), because: 'few-data-rows' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'learningCurve' },
  },
})

weighsBeside(check, {
  data: grows(0.7, 0.8),
  cause: 'too-little-data',
  shows: heldOutWorse(),
  lacks: heldOutEqual(),
})

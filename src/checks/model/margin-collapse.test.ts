// The lists of the check `margin-collapse`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './margin-collapse.ts'

const triplet = run().fact('loss_function', 'triplet')

examines(check, {
  ill: {
    'a triplet loss at its margin of 1': {
      run: triplet.curve('loss', [1.12, 1.03, ...straight(18, 1, 1, { noise: 0.001, seed: 141 })]),
      finds: 'margin-collapse',
      pointsTo: ['collapsed-output'],
    },
    'a margin of 0.2': {
      run: triplet.curve('loss', [0.31, 0.22, ...Array(12).fill(0.2001)], { axis: 'step' }),
      finds: 'margin-collapse',
      pointsTo: ['collapsed-output'],
    },
    'a soft margin at ln 2': {
      run: run().curve('triplet_loss', straight(12, 0.6932, Math.LN2)),
      finds: 'margin-collapse',
      pointsTo: ['collapsed-output', 'learning-rate-too-high'],
    },
  },
  well: {
    'well below the margin': triplet.curve('loss', curve(20, 1, 0.14)),
    'between two margins': triplet.curve('loss', curve(20, 1, 0.39)),
    'falls in a straight line and ends at 0.5, half-way': triplet.curve('loss', straight(11, 1, 0.5)),
  },
  outside: {
    'a cross-entropy that stands at 1': { run: run().curve('loss', Array(9).fill(1)), because: 'no-margin-loss' },
    'three values': { run: triplet.curve('loss', [1, 1, 1]), because: 'few-values' },
  },
})

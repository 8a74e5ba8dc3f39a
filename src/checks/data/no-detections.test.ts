// The lists of the check `no-detections`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './no-detections.ts'

const none = Array(8).fill(0)

examines(check, {
  ill: {
    'mean average precision, precision and recall are 0 after eight epochs': {
      run: run().curve('mAP50', none).curve('precision', none).curve('recall', none),
      finds: 'no-detections',
      pointsTo: ['no-targets-found', 'labels-out-of-range'],
    },
    'undefined precision beside no recall': {
      run: run().curve('precision', Array(5).fill(Number.NaN)).curve('recall', Array(5).fill(0)),
      finds: 'no-detections',
      pointsTo: ['no-targets-found'],
    },
  },
  well: {
    'nothing in the first two epochs, then more and more': run()
      .curve('mAP50', [0, 0, 0.02, 0.11, 0.24, 0.31])
      .curve('recall', [0, 0.01, 0.09, 0.2, 0.33, 0.4]),
    'low, but above 0': run().curve('mAP50', Array(6).fill(0.003)).curve('precision', Array(6).fill(0.01)),
    'one class metric of two is 0': run()
      .curve('precision', none)
      .curve('recall', curve(8, 0.1, 0.6)),
  },
  outside: {
    'one metric alone': { run: run().curve('mAP50', none), because: 'no-detection' },
    'accuracy is no detection': { run: run().curve('accuracy', none), because: 'metrics' },
  },
})
